// @ts-check
// What lies over the audience's slide: a black or white screen; and the region of the slide that is zoomed into. With
// the zoom in hand a region is drawn up; a plain click zooms to where it was.

import { make } from "./element.js";

const PLAIN = 2.5;
const LEAST_PX = 12;
const MOST_ZOOM = 12;
const ZOOM_MS = 400;

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createScreen = (room) => {
  const { root, t } = room;
  const container = /** @type {HTMLElement} */ (root.querySelector("#slide-container"));
  const canvas = /** @type {HTMLElement} */ (root.querySelector("#slide-content"));
  const blank = make("div", { class: "deckc-blank", hidden: true, role: "img", "data-deckc-ui": true });
  blank.addEventListener("click", () => room.set({ blank: "" }));
  const frame = make("div", { class: "deckc-region", hidden: true });
  const picker = make("div", { class: "deckc-picker", hidden: true, "data-deckc-ui": true }, frame);
  container.append(blank, picker);
  /** @type {{x: number, y: number} | null} */
  let begin = null;
  /** The slide that was zoomed into. */
  let zoomed = 0;
  /** @type {any} */
  let known = null;

  /** @param {PointerEvent} event */
  const press = (event) => {
    if (event.button) return;
    picker.setPointerCapture(event.pointerId);
    begin = { x: event.clientX, y: event.clientY };
    event.preventDefault();
    event.stopPropagation();
  };
  /** @param {PointerEvent} event */
  const move = ({ clientX, clientY }) => {
    if (!begin) return;
    const box = picker.getBoundingClientRect();
    frame.hidden = false;
    frame.style.cssText = [
      `left:${Math.min(begin.x, clientX) - box.left}px`,
      `top:${Math.min(begin.y, clientY) - box.top}px`,
      `width:${Math.abs(clientX - begin.x)}px`,
      `height:${Math.abs(clientY - begin.y)}px`,
    ].join(";");
  };
  /** @param {PointerEvent} event */
  const lift = ({ clientX, clientY }) => {
    if (!begin) return;
    const box = canvas.getBoundingClientRect();
    const [width, height] = [Math.abs(clientX - begin.x), Math.abs(clientY - begin.y)];
    const isPlain = Math.max(width, height) < LEAST_PX;
    const x = ((isPlain ? clientX : (clientX + begin.x) / 2) - box.left) / box.width;
    const y = ((isPlain ? clientY : (clientY + begin.y) / 2) - box.top) / box.height;
    const scale = isPlain ? PLAIN : Math.min(MOST_ZOOM, 1 / Math.max(width / box.width, height / box.height));
    begin = null;
    frame.hidden = true;
    room.set({ tool: "", zoom: { x: clamp(x), y: clamp(y), scale: Math.max(1, scale) } });
  };
  /** @param {number} share */
  const clamp = (share) => Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 10_000;
  picker.addEventListener("pointerdown", press);
  picker.addEventListener("pointermove", move);
  picker.addEventListener("pointerup", lift);

  return {
    update(state) {
      const { modes } = room;
      if (modes.zoom !== known) {
        zoomed = state.page;
        canvas.classList.add("deckc-zooming"); // moves now, but not when the window changes its size
        setTimeout(() => canvas.classList.remove("deckc-zooming"), ZOOM_MS);
      }
      known = modes.zoom;
      if (known && state.page !== zoomed) return room.set({ zoom: null });
      const isPresenter = state.view === "presenter";
      blank.hidden = !modes.blank;
      blank.classList.toggle("is-white", modes.blank === "white");
      blank.classList.toggle("is-badge", isPresenter); // the speaker goes on seeing the slide
      blank.textContent = isPresenter ? t(modes.blank || "black") : "";
      blank.setAttribute("aria-label", t(modes.blank || "black"));
      picker.hidden = modes.tool !== "zoom";
      const { zoom } = modes;
      const move = zoom && `translate(${(0.5 - zoom.x) * 100}%,${(0.5 - zoom.y) * 100}%)`;
      canvas.style.transform = zoom ? `translate(-50%,-50%) scale(calc(var(--slidev-slide-scale) * ${zoom.scale})) ${move}` : "";
    },
    destroy() {
      blank.remove();
      picker.remove();
      canvas.style.transform = "";
    },
  };
};
