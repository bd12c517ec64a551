// @ts-check
// Finds slides by number, title and words; all letters in order are enough for a title.

import { titleOf } from "../titles.js";

/**
 * How well a title answers what was typed: its letters in order, the closer together the better.
 * @param {string} title
 * @param {string} typed
 * @returns {number} Infinity where it does not
 */
const distance = (title, typed) => {
  const whole = title.indexOf(typed);
  if (whole >= 0) return whole / 1000;
  let at = -1;
  let gaps = 1;
  for (const letter of typed) {
    const found = title.indexOf(letter, at + 1);
    if (found < 0) return Infinity;
    gaps += found - at - 1;
    at = found;
  }
  return gaps;
};

/** Titles are found before words of the text. */
const IN_TEXT = 10_000;
const AROUND = 24;

/** @type {WeakMap<Element, string>} */
const texts = new WeakMap();

/** @param {Element} page */
const textOf = (page) => {
  const known = texts.get(page);
  if (known !== undefined) return known;
  const copy = /** @type {Element} */ (page.cloneNode(true));
  copy.querySelectorAll("style, script, template, .katex-mathml, [data-deckc-ui]").forEach((element) => element.remove());
  const text = (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  texts.set(page, text);
  return text;
};

/**
 * @typedef {object} Found
 * @property {number} no
 * @property {string} title
 * @property {[before: string, match: string, after: string] | null} passage where the words stand in the text
 */

/**
 * Slides that answer what was typed, best first; all where nothing was.
 * @param {import("../deck.js").Deck} deck
 * @param {string} typed
 * @returns {Found[]}
 */
export const searchSlides = (deck, typed) => {
  const wanted = typed.trim().toLowerCase();
  return deck.slides
    .map((_, index) => {
      const no = index + 1;
      const title = titleOf(deck, no);
      const byNumber = String(no) === wanted ? -2 : String(no).startsWith(wanted) ? -1 : Infinity;
      const rank = Math.min(byNumber, distance(title.toLowerCase(), wanted));
      if (rank < Infinity || wanted.length < 2) return { no, title, rank, passage: null };
      const text = textOf(deck.pages[index]);
      const at = text.toLowerCase().indexOf(wanted);
      if (at < 0) return { no, title, rank, passage: null };
      const [from, to] = [Math.max(0, at - AROUND), at + wanted.length];
      const passage = [`${from ? "…" : ""}${text.slice(from, at)}`, text.slice(at, to), text.slice(to, to + 2 * AROUND)];
      return { no, title, rank: IN_TEXT + at / 1000, passage: /** @type {[string, string, string]} */ (passage) };
    })
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.no - b.no);
};
