// @ts-check
// What a deck's own components know of drawing, and how they draw: `useDrawings` (runtime/vue/drawings.js) reads and
// sets it at `deckc.room.desk`. Each change is told by the event `deckc:drawing`.

import { readDrawing } from "./strokes.js";

/** Slidev's names of tools that are called otherwise here. @type {Record<string, string>} */
const OURS = { eraseLine: "eraser", draw: "stylus" };

/**
 * @param {import("./room.js").Room} room
 * @param {ReturnType<typeof import("./drawings.js").createDrawings>} drawings
 * @param {ReturnType<typeof import("./pen_box.js").createPenBox>} pens
 * @param {{undo: () => void, redo: () => void, clear: () => void, isDrawing: () => boolean, refresh: () => void}} acts
 */
export const createDesk = (room, drawings, pens, { undo, redo, clear, isDrawing, refresh }) => {
  const { deck, root, settings } = room;
  const here = () => deck.state.page;
  const canDraw = () => settings.canDraw && (!settings.presenterOnly || deck.state.view === "presenter");
  const desk = {
    undo,
    redo,
    clear,
    get enabled() {
      return room.isDrawing;
    },
    set enabled(on) {
      if (on !== room.isDrawing && (canDraw() || !on)) room.set({ tool: on ? room.modes.lastTool : "" });
    },
    get mode() {
      const { tool, lastTool } = room.modes;
      const mode = room.isDrawing ? tool : lastTool;
      return mode === "eraser" ? "eraseLine" : mode;
    },
    set mode(name) {
      const tool = OURS[name] ?? name;
      room.set(room.isDrawing ? { tool } : { lastTool: tool });
    },
    get brush() {
      return { color: pens.pen.color, size: pens.pen.width };
    },
    set brush({ color, size }) {
      pens.set(color, size);
    },
    get state() {
      return { canUndo: drawings.canUndo(here()), canRedo: drawings.canRedo(here()), canClear: !!drawings.textOf(here()), isDrawing: isDrawing() };
    },
    /** Drawings by slide number, of those that have one. */
    get texts() {
      return Object.fromEntries(deck.slides.map((_, at) => [at + 1, drawings.textOf(at + 1)]).filter(([, text]) => text));
    },
    /** Puts a drawing onto a slide in place of what is there. @param {number} no @param {unknown} text */
    put: (no, text) => {
      if (!deck.pages[no - 1] || !canDraw()) return;
      drawings.replace(no, readDrawing(String(text ?? "")));
      refresh();
    },
    tell: () => root.dispatchEvent(new Event("deckc:drawing")),
  };
  /** @type {any} */ (window).deckc.room.desk = desk;
  return desk;
};
