// @ts-check
// Highlights the lines of a block of code, or the rows of a formula, that are meant at a click (spec 5.6 rule 4
// and 7, 5.8 rule 4). What is settled
// while compiling stands in data-dc-lines="1 2 !3-5 -": the click of the second stage, then the lines of each.

import { mayMove } from "./transition.js";

/** @typedef {{lines: Set<number>, isHidden: boolean}} Stage */

/** @param {string} text "1,3-5", "-" or "!1" */
const readStage = (text) => {
  /** @type {Set<number>} */
  const lines = new Set();
  for (const [, from, to] of text.matchAll(/(\d+)(?:-(\d+))?/g)) {
    for (let line = Number(from); line <= Number(to ?? from); line += 1) lines.add(line);
  }
  return { lines, isHidden: text.startsWith("!") };
};

/** @type {WeakMap<Element, {first: number, stages: Stage[]}>} */
const read = new WeakMap();

/** @param {HTMLElement} block */
const stagesOf = (block) => {
  const known = read.get(block);
  if (known) return known;
  const [first, ...stages] = (block.dataset.dcLines ?? "").split(" ");
  const found = { first: Number(first), stages: stages.map(readStage) };
  read.set(block, found);
  return found;
};

/**
 * Brings the highlighted lines of a block that scrolls into sight: its first line at the top where they are
 * higher than the block, else the middle one in the middle. Nothing around the block moves.
 * @param {HTMLElement} block
 * @param {boolean} isSmooth
 */
const scrollToLines = (block, isSmooth) => {
  const lines = /** @type {HTMLElement[]} */ ([...block.querySelectorAll(".line.highlighted")]);
  const isTall = lines.reduce((sum, line) => sum + line.offsetHeight, 0) > block.offsetHeight;
  const line = lines[isTall ? 0 : lines.length >> 1];
  if (!line) return;
  const above = isTall ? parseFloat(getComputedStyle(block).scrollPaddingTop) || 0 : (block.clientHeight - line.offsetHeight) / 2;
  block.scrollTo({ top: line.offsetTop - above, behavior: isSmooth ? "smooth" : "instant" });
  // as where a line that is wider than its code is scrolled into view
  const code = /** @type {Element} */ (block.querySelector("pre"));
  if (line.offsetWidth > code.clientWidth) code.scrollLeft = line.offsetLeft;
};

/** @param {HTMLElement} block @param {number} clicks */
const stageAt = (block, clicks) => Math.max(0, clicks - stagesOf(block).first + 1);

/**
 * @param {HTMLElement} block
 * @param {number} clicks
 */
const drawBlock = (block, clicks) => {
  const { stages } = stagesOf(block);
  const stage = stages[Math.min(stages.length - 1, stageAt(block, clicks))];
  block.classList.toggle("slidev-vclick-hidden", stage.isHidden);
  block.inert = stage.isHidden;
  block.querySelectorAll("code > .line").forEach((line, index) => {
    const isMeant = stage.lines.has(index + 1);
    for (const name of ["slidev-code-highlighted", "highlighted"]) line.classList.toggle(name, isMeant);
    for (const name of ["slidev-code-dishonored", "dishonored"]) line.classList.toggle(name, !isMeant);
  });
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (block.querySelectorAll("[data-dc-row]"))) {
    const isMeant = stage.lines.has(Number(row.dataset.dcRow));
    row.classList.toggle("highlighted", isMeant);
    row.classList.toggle("dishonored", !isMeant);
  }
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} _root
 * @returns {import("./deck.js").Part}
 */
export const createCodeSteps = (deck, _root) => {
  /** @type {WeakMap<Element, number>} */
  const drawn = new WeakMap();
  return {
    update(state, previous) {
      deck.pages.forEach((slide, index) => {
        const no = index + 1;
        const clicks = deck.clicksOf(no);
        // the current slide each time: its v-if and v-for blocks may have made new elements
        if (drawn.get(slide) === clicks && no !== state.page) return;
        const before = no === previous.page ? drawn.get(slide) : undefined;
        drawn.set(slide, clicks);
        for (const block of /** @type {NodeListOf<HTMLElement>} */ (slide.querySelectorAll("[data-dc-lines]"))) {
          drawBlock(block, clicks);
          if (!block.style.maxHeight) continue;
          const stage = stageAt(block, clicks);
          if (state.print) scrollToLines(block, false);
          // as in Slidev, where a slide is drawn before it is seen: the block is at its top when the slide comes up
          else if (no === state.page && stage !== stageAt(block, before ?? -1)) scrollToLines(block, before !== undefined && mayMove());
        }
      });
    },
  };
};
