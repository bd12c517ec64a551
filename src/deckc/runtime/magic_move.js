// @ts-check
// Moves the code of a magic move from one step to the next (spec 6.7): tokens that stay slide to their new place,
// others fade. Which ones stay is settled while compiling; shares of the duration are those of Slidev's animation.

import { mayMove } from "./transition.js";

const LEAVE = 0.1;
const MOVE = 0.3;
const RESIZE = 0.4;
const ENTER = 0.7;

/**
 * @typedef {object} Move
 * @property {number} first click of the second state
 * @property {{step: number, lines: string | null}[]} states
 * @property {DocumentFragment} steps
 */

/** @type {WeakMap<Element, Move>} */
const moves = new WeakMap();
/** @type {WeakMap<Element, string>} number of the token that an element shows */
const ids = new WeakMap();
/** @type {WeakMap<Element, number>} state that a block shows */
const shown = new WeakMap();

/** @param {string} text "1-3 5" */
const readRuns = (text) =>
  [...text.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, at) => String(Number(from) + at)),
  );

/** @param {HTMLElement} block */
const moveOf = (block) => {
  const known = moves.get(block);
  if (known) return known;
  const [first, ...states] = (block.dataset.dcMove ?? "").split(" ");
  const steps = /** @type {HTMLTemplateElement} */ (block.querySelector("[data-dc-steps]")).content;
  const move = {
    first: Number(first),
    steps,
    states: states.map((state) => {
      const [step, lines] = state.split(":");
      return { step: Number(step), lines: lines ?? null };
    }),
  };
  moves.set(block, move);
  return move;
};

/** @param {Element} parent */
const tokensOf = (parent) => /** @type {HTMLElement[]} */ ([...parent.querySelectorAll(":scope > span")]);

/**
 * Remembers which token each element of a step shows.
 * @param {Element} parent
 * @param {Element} step
 */
const identify = (parent, step) => {
  const numbers = readRuns(/** @type {HTMLElement} */ (step).dataset.dcIds ?? "");
  tokensOf(parent).forEach((token, at) => ids.set(token, numbers[at]));
};

/**
 * @param {HTMLElement} pre
 * @param {string | null} lines positions of the lines that are meant; null for all
 */
const dimLines = (pre, lines) => {
  const meant = lines === null ? null : new Set(readRuns(lines));
  let line = 1;
  for (const node of pre.children) {
    if (node.tagName === "BR") line += 1;
    if (node.tagName !== "SPAN" || node.ariaHidden) continue;
    const isMeant = !meant || meant.has(String(line));
    for (const name of ["slidev-code-highlighted", "highlighted"]) node.classList.toggle(name, isMeant);
    for (const name of ["slidev-code-dishonored", "dishonored"]) node.classList.toggle(name, !isMeant);
  }
};

/**
 * What the tokens look like now, in px of the slide from the block's corner.
 * @param {HTMLElement} pre
 */
const measure = (pre) => {
  const box = pre.getBoundingClientRect();
  const scale = box.width / pre.offsetWidth || 1;
  const looks = new Map(
    tokensOf(pre).map((token) => {
      const { x, y } = token.getBoundingClientRect();
      const { opacity, color } = getComputedStyle(token);
      return [ids.get(token), { token, x: (x - box.x) / scale, y: (y - box.y) / scale, opacity, color }];
    }),
  );
  return { looks, height: box.height / scale };
};

/**
 * @param {HTMLElement} pre
 * @param {Element} step
 * @param {() => void} dim
 * @param {number} duration ms
 */
const animate = (pre, step, dim, duration) => {
  const before = measure(pre);
  for (const animation of pre.getAnimations()) animation.cancel();
  const fresh = /** @type {Element} */ (step.cloneNode(true));
  identify(fresh, step);
  const stays = new Set(tokensOf(fresh).map((token) => ids.get(token)));
  const leaving = [...before.looks.values()].filter(({ token }) => !stays.has(ids.get(token)));
  pre.replaceChildren(...fresh.childNodes, ...leaving.map(({ token }) => token));
  dim();
  /** @type {Animation[]} */
  const running = [];
  /**
   * @param {HTMLElement} element
   * @param {Keyframe[]} frames
   * @param {number} delay share of the duration
   * @param {number} [at] place in its row: tokens start one after the other, 1 ms apart
   */
  const run = (element, frames, delay, at = 0) => {
    const timing = { duration, delay: delay * duration + at, easing: "ease", fill: /** @type {FillMode} */ ("both") };
    const animation = element.animate(frames, timing);
    animation.onfinish = () => animation.cancel();
    running.push(animation);
    return animation;
  };
  leaving.forEach(({ token, x, y, opacity }, at) => {
    if (token.ariaHidden) return; // on its way out since the step before
    token.ariaHidden = "true";
    token.style.cssText = `position:absolute;left:${x - pre.clientLeft}px;top:${y - pre.clientTop}px`;
    run(token, [{ opacity }, { opacity: 0 }], LEAVE, at).onfinish = () => token.remove();
  });
  const after = measure(pre);
  let entered = 0;
  let moved = 0;
  for (const [id, { token, x, y, opacity, color }] of after.looks) {
    if (token.ariaHidden) continue;
    const old = before.looks.get(id);
    if (!old) run(token, [{ opacity: 0 }, {}], ENTER, entered++);
    else if (old.x !== x || old.y !== y || old.opacity !== opacity || old.color !== color) {
      const transform = `translate(${old.x - x}px,${old.y - y}px)`;
      run(token, [{ transform, opacity: old.opacity, color: old.color }, {}], MOVE, moved++);
    }
  }
  if (before.height !== after.height) {
    run(pre, [{ height: `${before.height}px` }, { height: `${after.height}px` }], RESIZE);
  }
  return Promise.allSettled(running.map(({ finished }) => finished));
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createMagicMove = (deck, root) => {

  /**
   * @param {HTMLElement} block
   * @param {number} clicks
   * @param {boolean} isStep
   */
  const draw = (block, clicks, isStep) => {
    const { first, states, steps } = moveOf(block);
    const pre = /** @type {HTMLElement} */ (block.querySelector("pre"));
    const state = Math.max(0, Math.min(states.length - 1, clicks - first + 1));
    const before = shown.get(block);
    const running = isStep ? [] : pre.getAnimations({ subtree: true });
    if (before === state && !running.length) return undefined;
    shown.set(block, state);
    const { step, lines } = states[state];
    const target = steps.children[step];
    const button = /** @type {HTMLElement | null} */ (block.querySelector("[data-dc-final]"));
    if (button) button.hidden = step !== steps.children.length - 1;
    const dim = () => dimLines(pre, lines);
    const isOther = before === undefined || states[before].step !== step;
    if (isOther && isStep && before !== undefined) {
      return animate(pre, target, dim, Number(block.dataset.dcDuration));
    }
    if (isOther || running.length) {
      for (const animation of running) animation.cancel();
      pre.replaceChildren(...target.cloneNode(true).childNodes);
      identify(pre, target);
    }
    dim();
    return undefined;
  };

  return {
    update(state, previous) {
      const blocks = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-dc-move]"));
      const drawn = [...blocks].map((block) => {
        const no = deck.pages.indexOf(/** @type {HTMLElement} */ (block.closest(".slidev-page"))) + 1;
        const isStep = !state.print && mayMove() && no === state.page && no === previous.page;
        return no && draw(block, deck.clicksOf(no), isStep);
      });
      return Promise.all(drawn);
    },
  };
};
