// @ts-check
// The quick overview: all slides as a grid over the deck. Arrows move, Enter goes, digits jump, Escape closes.

import { titleOf } from "../titles.js";
import { createDialog } from "./dialog.js";
import { make } from "./element.js";
import { recall, remember } from "./memory.js";
import { createThumbnails } from "./thumbnails.js";

const DIGITS_MS = 1000;

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createOverview = (room) => {
  const { deck, t } = room;
  /** @type {ReturnType<typeof createThumbnails> | null} */
  let thumbnails = null;
  /** @type {HTMLButtonElement[]} */
  let cards = [];
  let digits = "";
  let typedAt = 0;
  /** @type {ResizeObserver | null} */
  let sizes = null;

  /** @param {number} no */
  const choose = (no) => {
    shown.close();
    if (deck.state.view && deck.state.view !== "presenter") void deck.set({ view: "" });
    void deck.move(no, 0);
  };

  /** @param {number} no */
  const makeCard = (no) => {
    const place = make("span", { class: "deckc-thumb" });
    const isCurrent = no === deck.state.page;
    const caption = make("span", { class: "deckc-caption" }, make("b", {}, String(no)), " ", titleOf(deck, no));
    const card = make("button", { type: "button", class: "deckc-card", "aria-current": isCurrent ? "true" : null }, place, caption);
    card.addEventListener("click", () => choose(no));
    thumbnails?.add(place, no);
    return card;
  };

  const fill = () => {
    thumbnails = createThumbnails(room, shown.body, (no) => Math.max(deck.slide(no).start, deck.slide(no).clicks));
    cards = deck.slides.map((_, index) => makeCard(index + 1));
    const grid = make("div", { class: "deckc-grid", style: `--card:${recall("card", 240)}px` }, ...cards);
    const fit = () => {
      const width = cards[0]?.firstElementChild?.clientWidth ?? 0;
      if (width) grid.style.setProperty("--slidev-slide-scale", String(width / deck.config.width));
    };
    sizes = new ResizeObserver(fit);
    sizes.observe(grid);
    requestAnimationFrame(() => {
      const card = cards[deck.state.page - 1];
      fit();
      card?.scrollIntoView({ block: "center" });
      card?.focus({ preventScroll: true });
    });
    return [grid];
  };

  const shown = createDialog(room, "overview", t("overview"), fill, () => {
    thumbnails?.destroy();
    sizes?.disconnect();
    thumbnails = sizes = null;
    cards = [];
  });

  const size = make("input", { type: "range", min: "140", max: "520", value: recall("card", 240), "aria-label": t("size"), class: "deckc-range" });
  size.addEventListener("input", () => {
    remember("card", Number(size.value));
    /** @type {HTMLElement | null} */ (shown.body.firstElementChild)?.style.setProperty("--card", `${size.value}px`);
  });
  shown.head.insertBefore(size, shown.head.lastElementChild);

  /** Cards in a row. */
  const columns = () => {
    const top = cards[0]?.offsetTop;
    const next = cards.findIndex((card) => card.offsetTop !== top);
    return next < 0 ? cards.length : next;
  };

  /** @param {number} at */
  const focus = (at) => {
    const card = cards[Math.max(0, Math.min(cards.length - 1, at))];
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  };

  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const { key, target } = event;
    if (target === size || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = cards.indexOf(/** @type {any} */ (document.activeElement));
    const here = at < 0 ? deck.state.page - 1 : at;
    const row = columns();
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, ArrowDown: here + row, ArrowUp: here - row, Home: 0, End: cards.length - 1 }[key];
    if (key === "o" || key === "`") shown.close();
    else if (/^\d$/.test(key)) {
      digits = event.timeStamp - typedAt < DIGITS_MS ? digits + key : key;
      typedAt = event.timeStamp;
      focus(Number(digits) - 1);
    } else if (to !== undefined) focus(to);
    else return;
    event.preventDefault();
  };
  shown.dialog.addEventListener("keydown", press);
  return shown;
};
