// @ts-check
// Drawing on the slide with mouse, finger or pen. A sheet over the canvas takes the strokes while a tool is in hand.

import { isTyping } from "../focus.js";
import { make } from "./element.js";
import { createDesk } from "./desk.js";
import { createDrawings } from "./drawings.js";
import { COLORS, createPenBox } from "./pen_box.js";
import { makeStroke, straighten } from "./strokes.js";

const ERASER_PX = 8;
const TELL_MS = 120;
/** @type {Record<string, string>} */
const KEYS = { s: "stylus", l: "line", a: "arrow", r: "rectangle", e: "ellipse" };

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createDrawing = (room) => {
  const { deck, root, settings } = room;
  const canvas = /** @type {HTMLElement} */ (root.querySelector("#slide-content"));
  const drawings = createDrawings(room);
  room.takeDrawings = (given) => {
    drawings.take(given);
    refresh();
  };
  const sheet = make("div", { class: "deckc-sheet", hidden: true, "data-deckc-ui": true });
  canvas.append(sheet);
  const here = () => deck.state.page;
  const after = (/** @type {(no: number) => void} */ act) => () => {
    act(here());
    refresh();
  };
  const [undo, redo, clear] = [after(drawings.undo), after(drawings.redo), after(drawings.clear)];
  const pens = createPenBox(room, { undo, redo, clear, tell: () => desk.tell() });
  root.body.append(pens.box);
  /** @type {{tool: string, points: import("./strokes.js").Point[], element: SVGGeometryElement | null, hasErased: boolean} | null} */
  let stroke = null;
  const refresh = () => {
    pens.update(drawings.canUndo(here()), drawings.canRedo(here()));
    desk.tell();
  };
  const desk = createDesk(room, drawings, pens, { undo, redo, clear, isDrawing: () => !!stroke, refresh });
  let toldAt = 0;

  /** @param {PointerEvent} event */
  const pointOf = ({ clientX, clientY, pressure, pointerType }) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const { config } = deck;
    return {
      x: ((clientX - left) / width) * config.width,
      y: ((clientY - top) / height) * config.height,
      p: pointerType === "pen" ? pressure : 0.5,
    };
  };

  const layer = () => drawings.layerOf(deck.pages[here() - 1]);

  /** @param {import("./strokes.js").Point} point */
  const erase = ({ x, y }) => {
    for (const element of /** @type {NodeListOf<SVGGeometryElement>} */ (layer().querySelectorAll("path, line, rect, ellipse, circle, polyline, polygon"))) {
      const probe = /** @type {SVGGeometryElement} */ (element.cloneNode());
      probe.setAttribute("stroke-width", String(Number(element.getAttribute("stroke-width") ?? 1) + 2 * ERASER_PX));
      layer().append(probe); // a stroke is hit a little beside it too
      const isHit = probe.isPointInStroke(new DOMPoint(x, y));
      probe.remove();
      if (!isHit) continue;
      element.remove();
      if (stroke) stroke.hasErased = true;
    }
  };

  /** @param {PointerEvent} event */
  const press = (event) => {
    if (event.button || stroke) return;
    event.preventDefault();
    event.stopPropagation();
    sheet.setPointerCapture(event.pointerId);
    drawings.begin(here());
    stroke = { tool: room.modes.tool, points: [pointOf(event)], element: null, hasErased: false };
    extend(event);
    desk.tell();
  };

  /** @param {PointerEvent} event */
  const extend = (event) => {
    if (!stroke) return;
    const { tool, points } = stroke;
    if (tool === "eraser") return erase(pointOf(event));
    const fine = event.getCoalescedEvents?.() ?? [];
    for (const each of fine.length ? fine : [event]) points.push(pointOf(each));
    const isFree = tool === "stylus";
    const end = points[points.length - 1];
    const ends = event.shiftKey ? [points[0], straighten(points[0], end, tool !== "rectangle" && tool !== "ellipse")] : [points[0], end];
    const made = makeStroke(tool, isFree && !event.shiftKey ? points : ends, pens.pen);
    if (stroke.element) stroke.element.replaceWith(made);
    else layer().append(made);
    stroke.element = made;
    if (event.timeStamp - toldAt < TELL_MS) return;
    toldAt = event.timeStamp;
    drawings.tell(here());
  };

  const lift = () => {
    if (!stroke) return;
    const { tool, hasErased } = stroke;
    stroke = null;
    if (tool === "eraser" && !hasErased) drawings.drop(here());
    drawings.tell(here());
    refresh();
  };

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (!room.isDrawing || isTyping(root) || deck.state.dialog || event.altKey) return;
    const name = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && name === "z") (event.shiftKey ? redo : undo)();
    else if (isCommand && name === "y") redo();
    else if (isCommand) return;
    else if (KEYS[name]) room.set({ tool: KEYS[name] });
    else if (name === "c") clear();
    else if (COLORS[Number(name) - 1]) pens.choose(COLORS[Number(name) - 1]);
    else if (!["d", "o", "g", "`", "l", "b", "w", "z"].includes(name)) return; // off while drawing
    event.preventDefault();
  };

  /** A pen draws without being asked. @param {PointerEvent} event */
  const takePen = (event) => {
    const isSlide = event.target instanceof Element && event.target.closest("#slide-content");
    if (event.pointerType !== "pen" || !isSlide || room.isDrawing || !settings.canDraw || settings.presenterOnly) return;
    room.set({ tool: room.modes.lastTool });
    press(event);
  };

  /** @param {any} event of runtime/live_swap.js */
  const follow = ({ detail }) => drawings.follow(detail.origins);
  root.addEventListener("deckc:slides", follow);
  sheet.addEventListener("pointerdown", press);
  sheet.addEventListener("pointermove", extend);
  sheet.addEventListener("pointerup", lift);
  sheet.addEventListener("pointercancel", lift);
  root.addEventListener("keydown", key, true);
  canvas.addEventListener("pointerdown", takePen, true);

  return {
    update(state, previous) {
      const isOn = room.isDrawing && !state.print && (!state.view || state.view === "presenter");
      sheet.hidden = !isOn;
      sheet.dataset.tool = room.modes.tool;
      pens.box.hidden = !isOn;
      if (state.page !== previous.page) lift();
      if (isOn) refresh();
      else desk.tell();
    },
    destroy() {
      sheet.remove();
      pens.box.remove();
      root.removeEventListener("deckc:slides", follow);
      root.removeEventListener("keydown", key, true);
      canvas.removeEventListener("pointerdown", takePen, true);
    },
  };
};
