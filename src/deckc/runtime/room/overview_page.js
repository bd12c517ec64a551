// @ts-check
// The overview as a page (`#/overview`): each slide large, with its clicks and its note, to go through a talk (spec 12.4.11).

import { titleOf } from "../titles.js";
import { iconButton, make } from "./element.js";
import { createThumbnails } from "./thumbnails.js";
import { createView } from "./view.js";

/** Words of a language with blanks, characters of one without. @param {string} text */
const countWords = (text) => {
  const characters = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  return characters + (text.replace(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
};

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createOverviewPage = (room) => {
  const { deck, root, t } = room;

  const build = () => {
    /** @type {number[]} */
    const clicks = deck.slides.map(({ start, clicks: last }) => Math.max(start, last));
    const list = make("div", { class: "deckc-rows" });
    const scroller = make("div", { class: "deckc-scroll" }, list);
    const thumbnails = createThumbnails(room, scroller, (no) => clicks[no - 1]);
    let words = 0;

    /** @param {number} no */
    const makeRow = (no) => {
      const { note, start, clicks: last } = deck.slide(no);
      const place = make("span", { class: "deckc-thumb" });
      const show = () => {
        void deck.set({ view: "" });
        void deck.move(no, 0);
      };
      const card = make("button", { type: "button", class: "deckc-card", "aria-label": `${no} ${titleOf(deck, no)}`, onclick: show }, place);
      const slider = make("input", { type: "range", class: "deckc-range", min: start, max: last, value: last, "aria-label": `${t("clicks")}, ${no}` });
      const count = make("span", { class: "deckc-clicks" }, `${last} / ${last}`);
      slider.addEventListener("input", () => {
        clicks[no - 1] = Number(slider.value);
        count.textContent = `${slider.value} / ${last}`;
        thumbnails.draw(place);
      });
      const text = make("div", { class: "slidev-note" });
      text.innerHTML = note;
      const spoken = countWords(text.textContent ?? "");
      words += spoken;
      const head = make("h2", {}, make("b", {}, String(no)), " ", titleOf(deck, no));
      const left = make("div", { class: "deckc-left" }, card, last > start && make("label", { class: "deckc-click-bar" }, make("span", {}, t("clicks")), slider, count));
      const right = make("div", { class: "deckc-right" }, head, note ? text : make("p", { class: "deckc-empty" }, t("noNotes")));
      if (spoken) right.append(make("small", {}, `${spoken} ${t("words")}`));
      thumbnails.add(place, no);
      return make("article", { class: "deckc-row" }, left, right);
    };
    list.append(...deck.slides.map((_, index) => makeRow(index + 1)));

    const fit = () => {
      const width = list.querySelector(".deckc-thumb")?.clientWidth ?? 0;
      if (width) list.style.setProperty("--slidev-slide-scale", String(width / deck.config.width));
    };
    const sizes = new ResizeObserver(fit);
    sizes.observe(list);
    const back = iconButton("close", t("play"), () => void deck.set({ view: "" }));
    const total = make("span", { class: "deckc-dim" }, `${deck.total} ${t("slides").toLowerCase()} · ${words} ${t("words")}`);
    const head = make("header", { class: "deckc-bar" }, make("h1", {}, deck.config.title || root.title), total, make("span", { class: "deckc-fill" }), back);
    return {
      nodes: [head, scroller],
      destroy: () => {
        sizes.disconnect();
        thumbnails.destroy();
      },
    };
  };
  return createView(room, "overview", t("overview"), build);
};
