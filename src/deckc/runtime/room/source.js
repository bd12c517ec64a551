// @ts-check
// Reads and writes a slide's source through `deckc serve` (docs/sync-protocol.md, "Writing from the browser").

/** @typedef {{file?: string, line?: number, content?: string, note?: string, digest?: string, problem?: string, isConflict?: boolean}} SlideText */

/**
 * @param {number} no
 * @param {RequestInit} [options]
 * @returns {Promise<SlideText>} with `problem` where it did not work; `isConflict` where the file has changed
 */
const ask = async (no, options) => {
  try {
    const answer = await fetch(new URL(`-deckc/slides/${no}`, document.baseURI), options);
    const told = await answer.json().catch(() => ({}));
    return answer.ok ? told : { problem: told.problem ?? String(answer.status), isConflict: answer.status === 409 };
  } catch (error) {
    return { problem: String(error) };
  }
};

/** @param {number} no */
export const readSlide = (no) => ask(no);

/**
 * @param {number} no
 * @param {Record<string, unknown>} changes with the digest of what they go back to
 */
export const writeSlide = (no, changes) => {
  const headers = { "Content-Type": "application/json", "X-Deckc": "1" };
  return ask(no, { method: "PUT", headers, body: JSON.stringify(changes) });
};
