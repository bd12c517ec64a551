// @ts-check
// A slide's note, with the passage of the current click marked and in sight (spec 12.4.8). The text behind the k-th
// click marker belongs to that click; a double click on a marker goes there.

import { make } from "./element.js";
import { recall, remember } from "./memory.js";

const SMALLEST = 0.5;
const LARGEST = 2;
const STEP = 0.1;

/**
 * Puts each piece of text into an element that knows its click.
 * @param {Element} note
 * @returns {boolean} whether the note has click markers
 */
const cutIntoPassages = (note) => {
  const walker = document.createTreeWalker(note, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  /** @type {[Text, number][]} */
  const texts = [];
  let clicks = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof HTMLElement && node.classList.contains("slidev-note-click-mark")) clicks = Number(node.dataset.clicks);
    if (node instanceof Text && node.data.trim()) texts.push([node, clicks]);
  }
  if (!clicks) return false;
  for (const [text, at] of texts) {
    const passage = make("span", { class: "deckc-passage" });
    passage.dataset.clicks = String(at);
    text.replaceWith(passage);
    passage.append(text);
  }
  return true;
};

/** @param {import("./room.js").Room} room */
export const createSpeakerNotes = (room) => {
  const { deck, t } = room;
  const box = make("div", { class: "slidev-note", tabindex: "0", role: "region", "aria-label": t("notes") });
  let shown = "";
  let hasMarkers = false;
  let passage = -1;

  /** @param {number} size */
  const setSize = (size) => {
    const fitting = Math.round(Math.max(SMALLEST, Math.min(LARGEST, size)) * 100) / 100;
    box.style.setProperty("--note-size", String(fitting));
    remember("noteSize", fitting);
  };
  setSize(recall("noteSize", 1));

  /** @param {number} clicks */
  const mark = (clicks) => {
    const marks = /** @type {HTMLElement[]} */ ([...box.querySelectorAll(".slidev-note-click-mark")]);
    const numbers = marks.map(({ dataset }) => Number(dataset.clicks));
    const active = Math.max(0, ...numbers.filter((number) => number <= clicks));
    marks.forEach((element, at) => {
      const name = numbers[at] === active ? "active" : numbers[at] < active ? "past" : numbers[at] === active + 1 ? "next" : "future";
      element.className = `slidev-note-click-mark slidev-note-click-mark-${name}`;
      element.title = `${t("click")} ${numbers[at]}`;
    });
    /** @type {HTMLElement | null} */
    let first = null;
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(".deckc-passage"))) {
      const isMeant = Number(element.dataset.clicks) === active;
      element.classList.toggle("slidev-note-fade", !isMeant);
      if (isMeant) first ??= element;
    }
    if (active === passage) return;
    passage = active;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    // nothing around the box moves
    const top = first ? first.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - box.clientHeight / 4 : 0;
    box.scrollTo({ top: active ? top : 0, behavior: isStill ? "instant" : "smooth" });
  };

  box.addEventListener("dblclick", (/** @type {Event} */ { target }) => {
    const element = /** @type {HTMLElement} */ (target).closest(".slidev-note-click-mark");
    if (element instanceof HTMLElement) void deck.move(deck.state.page, Number(element.dataset.clicks));
  });

  return {
    box,
    larger: () => setSize(recall("noteSize", 1) + STEP),
    smaller: () => setSize(recall("noteSize", 1) - STEP),
    /** @param {{page: number, clicks: number}} state */
    update({ page, clicks }) {
      const { note } = deck.slide(page);
      const key = `${page}:${note}`;
      if (key !== shown) {
        shown = key;
        passage = -1;
        box.innerHTML = note;
        if (!note) box.append(make("p", { class: "deckc-empty" }, t("noNotes")));
        hasMarkers = cutIntoPassages(box);
        box.classList.toggle("slidev-note-with-clicks", hasMarkers);
        box.scrollTop = 0;
      }
      if (hasMarkers) mark(clicks);
    },
  };
};
