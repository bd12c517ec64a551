// @ts-check
// The laser pointer: a red dot under the speaker's cursor, on every screen that follows (spec 12.4.3).

import { make } from "./element.js";

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createLaser = (room) => {
  const { root } = room;
  const canvas = /** @type {HTMLElement} */ (root.querySelector("#slide-content"));
  const container = /** @type {HTMLElement} */ (root.querySelector("#slide-container"));
  const dot = make("div", { class: "deckc-laser", hidden: true, "aria-hidden": "true", "data-deckc-ui": true });
  container.append(dot);
  let frame = 0;
  /** @type {PointerEvent | null} */
  let last = null;

  const tell = () => {
    frame = 0;
    if (!last || room.modes.tool !== "laser") return;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const [x, y] = [(last.clientX - left) / width, (last.clientY - top) / height];
    const isOn = x >= 0 && x <= 1 && y >= 0 && y <= 1;
    room.set({ pointer: isOn ? { x: Math.round(x * 10_000) / 10_000, y: Math.round(y * 10_000) / 10_000 } : null });
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    if (room.modes.tool !== "laser") return;
    last = event;
    frame ||= requestAnimationFrame(tell);
  };
  root.addEventListener("pointermove", move, { passive: true });

  return {
    update() {
      const { tool, pointer } = room.modes;
      const isOwn = tool === "laser";
      root.body.classList.toggle("slidev-self-laser-active", isOwn);
      if (!isOwn && last) {
        last = null;
        return room.set({ pointer: null });
      }
      dot.hidden = !pointer;
      if (!pointer) return;
      const box = canvas.getBoundingClientRect();
      const outer = container.getBoundingClientRect();
      dot.style.transform = `translate(${box.left - outer.left + pointer.x * box.width}px,${box.top - outer.top + pointer.y * box.height}px)`;
    },
    destroy() {
      root.removeEventListener("pointermove", move);
      dot.remove();
    },
  };
};
