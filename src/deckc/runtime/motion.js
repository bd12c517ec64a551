// @ts-check
// Moves v-motion elements from state to state (spec 10.3). The state follows from page and click alone:
// `initial` before the slide, with `enter` and the variants of active clicks on it, with `leave` behind it.

import { phaseAt } from "./clicks.js";
import { timingOf } from "./springs.js";
import { mayMove } from "./transition.js";

/** @typedef {Record<string, any>} Variant */
/** @typedef {{initial?: Variant, enter?: Variant, leave?: Variant, clicks?: [number, number | null, Variant][]}} Motion */

/** Parts of `transform` in the order in which they apply. */
const PARTS = "perspective,x,y,z,scale,scaleX,scaleY,scaleZ,rotate,rotateX,rotateY,rotateZ,skew,skewX,skewY".split(",");

/** @param {any} value @param {string} unit */
const withUnit = (value, unit) => (typeof value === "number" ? `${value}${unit}` : String(value));

/** @param {string} key @param {any} value */
const partOf = (key, value) => {
  const isPlace = key.length === 1;
  const unit = isPlace || key === "perspective" ? "px" : key.startsWith("scale") ? "" : "deg";
  return `${isPlace ? `translate${key.toUpperCase()}` : key}(${withUnit(value, unit)})`;
};

/**
 * A variant as CSS, with the name that each property's timing goes by.
 * @param {Variant} variant
 * @returns {Record<string, {css: string, key: string}>}
 */
const styleOf = (variant) => {
  /** @type {ReturnType<typeof styleOf>} */
  const style = {};
  const parts = PARTS.filter((key) => key in variant);
  const moves = parts.filter((key) => Number(variant[key]) !== (key.startsWith("scale") ? 1 : 0));
  const transform = moves.map((key) => partOf(key, variant[key])).join(" ");
  if (parts.length) style.transform = { css: transform || "none", key: moves[0] ?? parts[0] };
  for (const [key, value] of Object.entries(variant)) {
    if (parts.includes(key) || key === "transition") continue;
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    style[name] = { css: withUnit(value, /opacity|index|flex|weight/.test(name) ? "" : "px"), key };
  }
  return style;
};

/** A variant whose values are lists goes through them one by one. @param {Variant} variant @returns {Variant[]} */
const framesOf = (variant) => {
  const lists = Object.values(variant).filter(Array.isArray);
  const count = Math.max(1, ...lists.map((list) => list.length));
  const at = (/** @type {any} */ value, /** @type {number} */ n) => (Array.isArray(value) ? value[Math.min(n, value.length - 1)] : value);
  return Array.from({ length: count }, (_, n) => Object.fromEntries(Object.entries(variant).map(([key, value]) => [key, at(value, n)])));
};

/** @type {WeakMap<Element, {text: string, own: Record<string, string>, running: Animation[]}>} */
const states = new WeakMap();

/**
 * @param {HTMLElement} element
 * @param {Variant} variant
 * @param {boolean} isSeen
 */
const bringTo = (element, variant, isSeen) => {
  const state = states.get(element) ?? { text: "", own: {}, running: [] };
  states.set(element, state);
  const text = JSON.stringify(variant);
  if (text === state.text) return;
  state.text = text;
  const frames = framesOf(variant).map(styleOf);
  const last = frames[frames.length - 1];
  for (const name of Object.keys(last)) state.own[name] ??= element.style.getPropertyValue(name);
  const isRunning = state.running.some(({ playState }) => playState === "running");
  const value = (/** @type {string} */ name) =>
    (!isRunning && element.style.getPropertyValue(name)) || getComputedStyle(element).getPropertyValue(name);
  const names = Object.keys(state.own);
  const before = names.map(value);
  state.running.splice(0).forEach((animation) => animation.cancel());
  names.forEach((name) => element.style.setProperty(name, last[name]?.css ?? state.own[name]));
  if (!isSeen) return;
  names.forEach((name, i) => {
    const course = frames.length > 1 && last[name] ? frames.map((frame) => frame[name].css) : [before[i], value(name)];
    if (new Set(course).size < 2) return;
    const timing = timingOf(last[name]?.key ?? name, variant.transition ?? {});
    state.running.push(element.animate({ [name]: course }, timing));
  });
};

/**
 * @param {HTMLElement} element
 * @param {Motion} motion
 * @param {number} side -1 before its slide is shown, 0 while it is, 1 after
 * @param {number} clicks
 * @returns {Variant}
 */
const stateAt = (element, { initial, enter, leave, clicks: variants = [] }, side, clicks) => {
  const { dcClick, dcMark, dcHide } = element.dataset;
  const range = dcClick ?? dcMark; // a mark has its own before and after, too
  if (side === 0 && range !== undefined) {
    const { isActive, isBefore } = phaseAt(range, clicks);
    if (dcHide !== undefined) side = isActive ? 1 : 0;
    else if (!isActive) side = isBefore ? -1 : 1;
  }
  if (side < 0) return { ...initial };
  const active = variants.filter(([start, end]) => side > 0 || (clicks >= start && (end === null || clicks < end)));
  return Object.assign({}, initial, enter, ...active.map(([, , variant]) => variant), side > 0 ? leave : null);
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} _root
 * @returns {import("./deck.js").Part}
 */
export const createMotion = (deck, _root) => {
  let isFirst = true;
  return {
    update(state, previous) {
      deck.pages.forEach((page, index) => {
        const no = index + 1;
        const isNear = no === state.page || no === previous.page;
        if (!isFirst && !isNear && state.page === previous.page && state.print === previous.print) return;
        const side = state.print ? 0 : Math.sign(state.page - no);
        const isSeen = isNear && !state.print && mayMove();
        for (const element of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-dc-motion]"))) {
          /** @type {Motion} */
          const motion = JSON.parse(element.dataset.dcMotion || "{}");
          if (!states.has(element)) bringTo(element, motion.initial ?? {}, false);
          bringTo(element, stateAt(element, motion, side, deck.clicksOf(no)), isSeen);
        }
      });
      isFirst = false;
    },
  };
};
