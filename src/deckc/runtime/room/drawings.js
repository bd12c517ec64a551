// @ts-check
// The drawing of each slide: an SVG over its content, inside the slide, so that it moves, prints and shrinks with it.
// What the compiler put there (`drawings.persist`) is where it starts from. Undo goes back stroke by stroke.

import { publish } from "../sync.js";
import { SVG } from "./element.js";
import { readDrawing } from "./strokes.js";

/** @param {import("./room.js").Room} room */
export const createDrawings = (room) => {
  const { deck, settings } = room;
  const key = `deckc-drawings:${location.pathname}`;
  /** @type {Map<number, {done: string[], undone: string[]}>} texts before each stroke, and after those taken back */
  const histories = new Map();

  /** Drawings by slide number, so that a slide that is compiled anew gets its own again. @type {Map<number, string>} */
  const texts = new Map();
  /** Slides of whose drawing other windows know. @type {Set<number>} */
  const shared = new Set();

  /** @param {number} no */
  const historyOf = (no) => {
    const history = histories.get(no) ?? { done: [], undone: [] };
    histories.set(no, history);
    return history;
  };

  /**
   * @param {Element} page
   * @returns {SVGSVGElement}
   */
  const layerOf = (page) => {
    const known = page.querySelector(":scope > .deckc-drawing");
    if (known) return /** @type {SVGSVGElement} */ (known);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "deckc-drawing");
    svg.setAttribute("viewBox", `0 0 ${deck.config.width} ${deck.config.height}`);
    svg.setAttribute("aria-hidden", "true");
    page.append(svg);
    return svg;
  };

  /** @param {number} no */
  const textOf = (no) => deck.pages[no - 1]?.querySelector(":scope > .deckc-drawing")?.innerHTML ?? "";

  /** @param {number} no @param {string} text */
  const paint = (no, text) => {
    texts.set(no, text);
    const own = deck.pages[no - 1];
    for (const page of new Set([own, own && deck.originalOf(own)])) {
      if (page && (text || page.querySelector(":scope > .deckc-drawing"))) layerOf(page).innerHTML = text;
    }
  };

  const keep = () => {
    if (!settings.persist || settings.isServed) return;
    const all = Object.fromEntries(deck.slides.map((_, at) => [at + 1, textOf(at + 1)]));
    try {
      localStorage.setItem(key, JSON.stringify(all));
    } catch {
      // they then last as long as the page
    }
  };

  /** Says and keeps what a slide's drawing is now. @param {number} no */
  const tell = (no) => {
    const text = textOf(no);
    const page = deck.pages[no - 1];
    const original = deck.originalOf(page);
    if (original !== page) layerOf(original).innerHTML = text;
    texts.set(no, text);
    shared.add(no);
    publish({ drawings: { [no]: text || null } });
    keep();
  };

  /** @param {number} no @param {string} text */
  const change = (no, text) => {
    paint(no, text);
    tell(no);
  };

  /** Puts another drawing onto a slide, which can be taken back. @param {number} no @param {string} text */
  const replace = (no, text) => {
    if (textOf(no) === text) return;
    const history = historyOf(no);
    history.done.push(textOf(no));
    history.undone = [];
    change(no, text);
  };

  if (settings.persist && !settings.isServed) {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
      for (const [no, text] of Object.entries(kept)) if (deck.pages[Number(no) - 1]) paint(Number(no), readDrawing(String(text)));
    } catch {
      // what cannot be read is not shown
    }
  }

  return {
    layerOf,
    textOf,
    tell,
    /** Remembers the drawing as it is, before it changes. @param {number} no */
    begin: (no) => {
      const history = historyOf(no);
      history.done.push(textOf(no));
      history.undone = [];
    },
    /** Forgets the last `begin`, where nothing came of it. @param {number} no */
    drop: (no) => historyOf(no).done.pop(),
    /** @param {number} no */
    undo: (no) => {
      const { done, undone } = historyOf(no);
      const text = done.pop();
      if (text === undefined) return;
      undone.push(textOf(no));
      change(no, text);
    },
    /** @param {number} no */
    redo: (no) => {
      const { done, undone } = historyOf(no);
      const text = undone.pop();
      if (text === undefined) return;
      done.push(textOf(no));
      change(no, text);
    },
    /** @param {number} no */
    clear: (no) => replace(no, ""),
    replace,
    /** @param {number} no */
    canUndo: (no) => historyOf(no).done.length > 0,
    /** @param {number} no */
    canRedo: (no) => historyOf(no).undone.length > 0,
    /** Shows what other windows have drawn. @param {Record<string, unknown>} drawings by slide number */
    take: (drawings) => {
      deck.slides.forEach((_, at) => {
        const no = at + 1;
        const text = readDrawing(String(drawings[no] ?? ""));
        if (!(no in drawings || shared.has(no) || settings.isServed) || text === textOf(no)) return;
        shared.add(no);
        paint(no, text);
      });
      keep();
    },
    /**
     * Follows slides that were compiled anew, to other numbers too, and draws again what they have lost.
     * @param {number[]} origins for each slide the old one that it was, from 0; -1 for none
     */
    follow: (origins) => {
      const before = { texts: new Map(texts), shared: new Set(shared), histories: new Map(histories) };
      [texts, shared, histories].forEach((each) => each.clear());
      origins.forEach((origin, at) => {
        const [old, no] = [origin + 1, at + 1];
        const history = before.histories.get(old);
        if (history) histories.set(no, history);
        if (before.shared.has(old)) shared.add(no);
        const text = before.texts.get(old) ?? "";
        if (text) texts.set(no, text);
        if (text && text !== textOf(no)) paint(no, text);
      });
    },
  };
};
