// @ts-check
// What a viewer has chosen, kept in the browser: sizes of panes, of the text, the pen. A page without storage
// forgets.

const KEY = "deckc-room";

/** @returns {Record<string, any>} */
const readAll = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
  } catch {
    return {};
  }
};

/**
 * @template T
 * @param {string} name
 * @param {T} fallback
 * @returns {T}
 */
export const recall = (name, fallback) => readAll()[name] ?? fallback;

/**
 * @param {string} name
 * @param {unknown} value
 */
export const remember = (name, value) => {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readAll(), [name]: value }));
  } catch {
    // the choice then lasts as long as the page
  }
};
