// @ts-check
// The box of pens: tools, colours, width, undo. It can be dragged where it is not in the way (spec 12.4.4).

import { iconButton, make } from "./element.js";
import { recall, remember } from "./memory.js";

export const TOOLS = ["stylus", "line", "arrow", "rectangle", "ellipse", "eraser"];
export const COLORS = ["#ff595e", "#ffca3a", "#8ac926", "#1982c4", "#6a4c93", "#ffffff", "#000000"];
const WIDEST = 15;

/**
 * @param {import("./room.js").Room} room
 * @param {{undo: () => void, redo: () => void, clear: () => void, tell: () => void}} commands `tell` that the pen is another
 */
export const createPenBox = (room, commands) => {
  const { t } = room;
  const pen = { color: recall("penColor", COLORS[0]), width: recall("penWidth", 4) };
  const tools = TOOLS.map((tool) => {
    const button = iconButton(tool, t(tool), () => room.set({ tool }));
    button.dataset.tool = tool;
    return button;
  });
  const colors = COLORS.map((color, at) => {
    const press = () => choose(color);
    return make("button", { type: "button", class: "deckc-color", style: `--color:${color}`, title: `${t("color")} ${at + 1}`, "aria-label": `${t("color")} ${at + 1}`, onclick: press });
  });
  const width = make("input", { type: "range", class: "deckc-range", min: "1", max: String(WIDEST), value: pen.width, "aria-label": t("width"), title: t("width") });
  width.addEventListener("input", () => widen(Number(width.value)));
  const sample = make("i", { class: "deckc-sample", "aria-hidden": "true" });
  const undo = iconButton("undo", t("undo"), commands.undo);
  const redo = iconButton("redo", t("redo"), commands.redo);
  const grip = make("span", { class: "deckc-grip", "aria-hidden": "true" });
  const box = make(
    "div",
    { class: "deckc-pens deckc-ui", role: "toolbar", "aria-label": t("draw"), hidden: true, "data-deckc-ui": true },
    grip,
    ...tools,
    make("hr"),
    ...colors,
    make("hr"),
    make("label", { class: "deckc-width" }, sample, width),
    make("hr"),
    undo,
    redo,
    iconButton("clear", t("clear"), commands.clear),
    iconButton("close", t("close"), () => room.set({ tool: "" })),
  );

  const draw = () => {
    tools.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.tool === room.modes.tool)));
    colors.forEach((button, at) => button.setAttribute("aria-pressed", String(COLORS[at] === pen.color)));
    sample.style.cssText = `width:${pen.width}px;height:${pen.width}px;background:${pen.color}`;
  };
  /** @param {string} color */
  const choose = (color) => {
    pen.color = color;
    remember("penColor", color);
    if (room.modes.tool === "eraser") room.set({ tool: "stylus" });
    draw();
    commands.tell();
  };

  /** @param {number} size px */
  const widen = (size) => {
    pen.width = size;
    width.value = String(size);
    remember("penWidth", size);
    draw();
    commands.tell();
  };

  /** @type {{x: number, y: number} | null} */
  let held = null;
  grip.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    const { left, top } = box.getBoundingClientRect();
    held = { x: event.clientX - left, y: event.clientY - top };
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointermove", (/** @type {PointerEvent} */ { clientX, clientY }) => {
    if (!held) return;
    box.style.left = `${Math.max(0, Math.min(clientX - held.x, innerWidth - box.offsetWidth))}px`;
    box.style.top = `${Math.max(0, Math.min(clientY - held.y, innerHeight - box.offsetHeight))}px`;
  });
  grip.addEventListener("pointerup", () => (held = null));

  return {
    box,
    pen,
    choose,
    /** Takes a colour and a width from a component. @param {unknown} color @param {unknown} size */
    set(color, size) {
      if (typeof color === "string" && color !== pen.color) choose(color);
      if (typeof size === "number" && size > 0 && size !== pen.width) widen(size);
    },
    /**
     * @param {boolean} canUndo
     * @param {boolean} canRedo
     */
    update(canUndo, canRedo) {
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
      draw();
    },
  };
};
