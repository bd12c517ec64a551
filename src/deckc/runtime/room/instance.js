// @ts-check
// A slide once more, at clicks of its own: for the next state, the overview, the remote.
//
//     const next = createInstance(room, 4, "previewNext")
//     pane.append(next.frame)          it is measured, so that it has to stand in the page before it is drawn
//     next.draw(2)

import { make } from "./element.js";

const RUNNING = /-(?:enter|leave)-(?:from|active|to)$/;

/**
 * A copy of a slide without what the runtime has put into it meanwhile.
 * @param {HTMLElement} source
 */
const copyOf = (source) => {
  const page = /** @type {HTMLElement} */ (source.cloneNode(true));
  page.removeAttribute("hidden");
  page.classList.remove(...[...page.classList].filter((name) => RUNNING.test(name)));
  page.querySelectorAll(".rough-annotation").forEach((drawing) => drawing.remove());
  for (const film of page.querySelectorAll("video, audio")) {
    film.removeAttribute("autoplay");
    /** @type {HTMLMediaElement} */ (film).muted = true;
  }
  return page;
};

/**
 * @param {import("./room.js").Room} room
 * @param {number} no
 * @param {string} context what `$renderContext` says in it
 */
export const createInstance = (room, no, context) => {
  const { deck, content } = room;
  const own = deck.pages[no - 1];
  const source = deck.originalOf(own);
  const page = copyOf(source);
  if (context === "overview") page.querySelectorAll("iframe").forEach((frame) => frame.removeAttribute("src"));
  const { width, height } = deck.config;
  const canvas = make("div", { class: "slidev-slide-content", style: `width:${width}px;height:${height}px` }, page);
  const frame = make("div", { class: "deckc-frame slidev-slide-container", inert: true, "aria-hidden": "true" }, canvas);
  /** @type {HTMLElement[]} */
  const pages = [];
  pages[no - 1] = page; // the others are holes, which no part visits
  let clicks = 0;
  const state = () => ({ ...deck.state, page: no, clicks, view: context, print: "slides" });
  const view = Object.create(deck, {
    pages: { value: pages },
    keep: { value: () => {} },
    layers: { value: {} },
    state: { get: state },
    clicksOf: { value: (/** @type {number} */ other) => (other === no ? clicks : deck.clicksOf(other)) },
    refresh: { value: () => update() },
  });
  /** @type {import("../deck.js").Part[] | null} */
  let parts = null;
  const update = () => {
    const now = /** @type {any} */ (state());
    parts?.forEach((part) => part.update(now, now));
  };

  return {
    no,
    frame,
    /** Whether the slide has been replaced since. */
    get isOutdated() {
      return deck.pages[no - 1] !== own;
    },
    /** @param {number} at click to show */
    draw: (at) => {
      clicks = at;
      parts ??= content.map((create) => create(view, frame));
      update();
      canvas.replaceChildren(...deck.layerFor("global-bottom", no, view), page, ...deck.layerFor("global-top", no, view));
    },
    destroy: () => {
      parts?.forEach((part) => part.destroy?.());
      frame.remove();
    },
  };
};
