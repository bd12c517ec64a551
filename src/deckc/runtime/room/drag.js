// @ts-check
// Moves what has a place of its own (`v-drag` with a name) by mouse and keys, and writes the new place into the
// author's file (docs/sync-protocol.md): a double click takes it in hand, Escape or a press beside it lets it go.
// Only on the machine that serves the deck.

import { make } from "./element.js";
import { readSlide, writeSlide } from "./source.js";

const SMALLEST_PX = 8;
const FAR_PX = 10;
const SAVE_MS = 350;
const TRIES = 4;
/** Where a handle stands, in shares of the box, and what it moves: left, top, width, height. */
const HANDLES = { nw: [0, 0], n: [0.5, 0], ne: [1, 0], e: [1, 0.5], se: [1, 1], s: [0.5, 1], sw: [0, 1], w: [0, 0.5] };

/** @typedef {{x: number, y: number, w: number, h: number, r: number, isAuto: boolean}} Box in px of the canvas; `isAuto`: as high as its content */

const ARROW_MARGIN_PX = 50;

/** The lines of an arrow, whose box is the one it is the diagonal of; none of anything else. @param {Element} element @returns {Element[]} */
const linesOf = (element) => (element.localName === "svg" ? [...element.children].filter(({ localName }) => localName === "line") : []);

/** @param {HTMLElement | SVGElement} element @returns {Box} */
const boxOf = (element) => {
  const [line] = linesOf(element);
  if (line) {
    const [x, y, right, bottom] = ["x1", "y1", "x2", "y2"].map((name) => Number(line.getAttribute(name)));
    return { x, y, w: right - x, h: bottom - y, r: 0, isAuto: false };
  }
  const { style } = element;
  const turn = /rotate\((-?[\d.]+)deg\)/.exec(style.transform);
  return {
    x: parseFloat(style.left) || 0,
    y: parseFloat(style.top) || 0,
    w: parseFloat(style.width) || sizeOf(element).w,
    h: parseFloat(style.height) || sizeOf(element).h,
    r: turn ? Number(turn[1]) : 0,
    isAuto: !style.height,
  };
};

/** As laid out, before it is turned. @param {HTMLElement | SVGElement} element */
const sizeOf = (element) => {
  const { width, height } = getComputedStyle(element);
  return element instanceof HTMLElement ? { w: element.offsetWidth, h: element.offsetHeight } : { w: parseFloat(width), h: parseFloat(height) };
};

/** @param {HTMLElement | SVGElement} element @param {Box} box */
const place = (element, { x, y, w, h, r, isAuto }) => {
  const lines = linesOf(element);
  if (lines.length) {
    const ends = { x1: x, y1: y, x2: x + w, y2: y + h };
    for (const [name, end] of Object.entries(ends)) for (const line of lines) line.setAttribute(name, String(end));
    element.setAttribute("width", String(Math.max(x, x + w) + ARROW_MARGIN_PX));
    element.setAttribute("height", String(Math.max(y, y + h) + ARROW_MARGIN_PX));
    return;
  }
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: isAuto ? "" : `${h}px`, transform: `rotate(${r}deg)` });
};

/** As it stands in `dragPos`. @param {Box} box */
export const placeText = ({ x, y, w, h, r, isAuto }) => {
  const numbers = [x, y, w, isAuto ? "_" : h, ...(r ? [r] : [])];
  return numbers.map((value) => (typeof value === "number" ? Math.round(value) : value)).join(",");
};

/**
 * @param {Box} box
 * @param {string} edge
 * @param {number} dx
 * @param {number} dy
 * @returns {Box}
 */
export const resized = (box, edge, dx, dy) => {
  const next = { ...box };
  if (edge === "move") return { ...box, x: box.x + dx, y: box.y + dy };
  if (edge.includes("e")) next.w = Math.max(SMALLEST_PX, box.w + dx);
  if (edge.includes("s")) next.h = Math.max(SMALLEST_PX, box.h + dy);
  if (edge.includes("w")) next.w = Math.max(SMALLEST_PX, box.w - dx);
  if (edge.includes("n")) next.h = Math.max(SMALLEST_PX, box.h - dy);
  if (edge.includes("w")) next.x = box.x + box.w - next.w;
  if (edge.includes("n")) next.y = box.y + box.h - next.h;
  if (/[ns]/.test(edge)) next.isAuto = false;
  return next;
};

/** One end of an arrow moves, the other stays. @param {Box} box @param {string} edge @param {number} dx @param {number} dy @returns {Box} */
export const pulled = (box, edge, dx, dy) => {
  if (edge === "se") return { ...box, w: box.w + dx, h: box.h + dy };
  if (edge === "nw") return { ...box, x: box.x + dx, y: box.y + dy, w: box.w - dx, h: box.h - dy };
  return resized(box, "move", dx, dy);
};

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createDrag = (room) => {
  const { deck, root, settings, t } = room;
  if (!settings.isServed) return { update() {}, destroy() {} };
  const canvas = /** @type {HTMLElement} */ (root.querySelector("#slide-content"));
  const handles = Object.entries(HANDLES).map(([edge, [x, y]]) => {
    const handle = make("i", { style: `left:${x * 100}%;top:${y * 100}%;cursor:${edge}-resize` });
    handle.dataset.edge = edge;
    return handle;
  });
  const turn = make("i", {});
  turn.dataset.edge = "turn";
  const problem = make("p", { class: "deckc-drag-problem", role: "alert" });
  const frame = make("div", { class: "deckc-drag", tabindex: "0", role: "application", "aria-label": t("dragging"), hidden: true, "data-deckc-ui": true }, ...handles, turn, problem);
  canvas.append(frame);
  /** @type {HTMLElement | SVGElement | null} */
  let held = null;
  /** The slide that it stands on. */
  let no = 0;
  /** The place in the file, as far as it is known. */
  let written = "";
  /** Where it was last put. @type {Box | null} */
  let wanted = null;
  /** @type {{edge: string, x: number, y: number, box: Box} | null} */
  let drag = null;

  const draw = () => {
    if (!held) return;
    const { x, y, w, h, r } = boxOf(held);
    const isArrow = linesOf(held).length > 0;
    const [left, top] = [x + Math.min(w, 0), y + Math.min(h, 0)];
    const high = isArrow ? Math.abs(h) : sizeOf(held).h;
    Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${Math.abs(w)}px`, height: `${high}px`, transform: `rotate(${r}deg)` });
    turn.hidden = isArrow;
    for (const handle of handles) {
      const [across, down] = HANDLES[/** @type {keyof typeof HANDLES} */ (handle.dataset.edge)];
      handle.hidden = isArrow && !["nw", "se"].includes(handle.dataset.edge ?? "");
      Object.assign(handle.style, { left: `${(w < 0 ? 1 - across : across) * 100}%`, top: `${(h < 0 ? 1 - down : down) * 100}%` });
    }
  };

  /** @param {Box} box @param {string} edge @param {number} dx @param {number} dy */
  const changed = (box, edge, dx, dy) => (held && linesOf(held).length ? pulled : resized)(box, edge, dx, dy);

  /** Writes a place; while the deck is being compiled anew the file may be ahead of it, so more than once. @param {number} slide @param {string} name @param {string} text */
  const write = async (slide, name, text) => {
    for (let tries = 1; ; tries += 1) {
      const { digest, problem: unread } = await readSlide(slide);
      const answer = unread ? { problem: unread } : await writeSlide(slide, { dragPos: { [name]: text }, digest });
      problem.textContent = answer.problem ? `${t("failed")}: ${answer.problem}` : "";
      if (!answer.problem || tries === TRIES) return;
      await new Promise((done) => setTimeout(done, SAVE_MS));
    }
  };

  /** What is to be written, one after the other. */
  let writing = Promise.resolve();
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    if (!held || !wanted) return;
    const [slide, name, text] = [no, held.dataset.dragId ?? "", placeText(wanted)];
    if (text === written) return;
    written = text;
    writing = writing.then(() => write(slide, name, text));
  };
  const saveSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(save, SAVE_MS);
  };

  /** @param {Box} box */
  const put = (box) => {
    if (!held) return;
    wanted = box;
    place(held, box);
    draw();
  };

  const drop = () => {
    if (!held) return;
    save();
    held = wanted = null;
    frame.hidden = true;
  };

  /** @param {MouseEvent} event */
  const take = (event) => {
    const target = /** @type {Element} */ (event.target).closest?.("[data-drag-id]");
    if (!(target instanceof HTMLElement || target instanceof SVGElement) || !room.modes.standing?.isLocal || deck.state.print) return;
    // without a name in the frontmatter there is no line to write to
    const places = /** @type {any} */ (deck.slide(deck.state.page).frontmatter.dragPos);
    if (!places?.[target.dataset.dragId ?? ""]) return;
    event.preventDefault();
    held = target;
    no = deck.state.page;
    written = placeText(boxOf(held));
    wanted = null;
    problem.textContent = "";
    frame.hidden = false;
    draw();
    frame.focus();
  };

  /** @param {PointerEvent} event */
  const press = (event) => {
    const { target, clientX, clientY } = event;
    if (!held) return;
    if (!frame.contains(/** @type {Node} */ (target))) return drop();
    event.preventDefault();
    event.stopPropagation();
    frame.focus();
    frame.setPointerCapture(event.pointerId);
    drag = { edge: /** @type {HTMLElement} */ (target).dataset.edge ?? "move", x: clientX, y: clientY, box: boxOf(held) };
    if (drag.box.isAuto) drag.box.h = sizeOf(held).h;
  };

  /** @param {PointerEvent} event */
  const move = ({ clientX, clientY }) => {
    if (!drag || !held) return;
    const scale = canvas.getBoundingClientRect().width / deck.config.width;
    const [dx, dy] = [(clientX - drag.x) / scale, (clientY - drag.y) / scale];
    if (drag.edge === "turn") {
      const middle = held.getBoundingClientRect();
      const angle = Math.atan2(clientY - middle.top - middle.height / 2, clientX - middle.left - middle.width / 2);
      put({ ...drag.box, r: Math.round((angle * 180) / Math.PI + 90) });
    } else put(changed(drag.box, drag.edge, dx, dy));
  };

  const lift = () => {
    if (drag) saveSoon();
    drag = null;
  };

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (!held) return;
    const step = event.shiftKey ? FAR_PX : 1;
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (event.key === "Escape") drop();
    else if (way) {
      put(changed(boxOf(held), event.altKey ? "se" : "move", way[0], way[1]));
      saveSoon();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  root.addEventListener("dblclick", take);
  root.addEventListener("pointerdown", press, true);
  frame.addEventListener("pointermove", move);
  frame.addEventListener("pointerup", lift);
  root.addEventListener("keydown", key, true);
  return {
    update(state, previous) {
      if (!held) return;
      if (state.page !== previous.page && held.isConnected) return drop();
      if (held.isConnected) return;
      // the slide was compiled anew: the same element in it, where it was put last
      held = deck.pages[state.page - 1]?.querySelector(`[data-drag-id="${CSS.escape(held.dataset.dragId ?? "")}"]`) ?? null;
      frame.hidden = !held;
      no = state.page;
      if (held && wanted) put(wanted);
    },
    destroy() {
      root.removeEventListener("dblclick", take);
      root.removeEventListener("pointerdown", press, true);
      root.removeEventListener("keydown", key, true);
      frame.remove();
    },
  };
};
