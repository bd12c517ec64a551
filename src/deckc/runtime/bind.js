// @ts-check
// Ties a piece of the page to its bindings (docs/dom-contract.md, "Bindings") and re-evaluates them.
//
//     const update = bind(page, [["0", "class", ($) => $.$clicks > 1 && "big"]], scope, refresh)
//     update()

import { bindFor, bindIf } from "./blocks.js";
import { findPlaces } from "./places.js";
import { bindEvent } from "./events.js";
import { attributeSetter, attributesSetter, classSetter, showSetter, styleSetter, toText } from "./setters.js";

/** @typedef {any[]} Entry `[key, kind, ...]`, as the contract lists them */
/** @typedef {import("./scope.js").Scope} Scope */

/** What an expression that threw is worth: the element stays as it was. */
const FAILED = Symbol("failed");

/** @type {Set<unknown>} */
const reported = new Set();

/**
 * Evaluates an expression; an error goes to the console, once for each place.
 * @param {(scope: Scope, ...rest: any[]) => any} fn
 * @param {unknown} at the place in the source, "slides.md:3:5"
 * @param {Scope} scope
 * @param {any[]} rest
 */
export const evaluate = (fn, at, scope, ...rest) => {
  try {
    return fn(scope, ...rest);
  } catch (error) {
    const place = at ?? fn;
    if (!reported.has(place)) {
      reported.add(place);
      console.warn(`deckc: ${at ?? "an expression"}: ${error}`);
    }
    return FAILED;
  }
};

/**
 * Calls `set` with the expression's value whenever it may have changed.
 * @param {(scope: Scope) => any} fn
 * @param {unknown} at
 * @param {Scope} scope
 * @param {(value: any) => void} set
 */
const follow = (fn, at, scope, set) => () => {
  const value = evaluate(fn, at, scope);
  if (value !== FAILED) set(value);
};

/**
 * @param {Element} element
 * @param {Entry} entry
 * @param {Scope} scope
 * @param {() => void} refresh
 * @returns {() => void}
 */
const bindElement = (element, [, kind, ...cells], scope, refresh) => {
  const [first, second] = cells;
  switch (kind) {
    case "class":
      if (typeof first !== "string") return follow(first, second, scope, classSetter(element));
      return follow(second, cells[2], scope, classSetter(element, first));
    case "style":
      if (typeof first !== "string") return follow(first, second, scope, styleSetter(element));
      return follow(second, cells[2], scope, styleSetter(element, first));
    case "attr":
      return follow(second, cells[2], scope, attributeSetter(element, first));
    case "attrs":
      return follow(first, second, scope, attributesSetter(element));
    case "show":
      if (typeof first !== "string") return follow(first, second, scope, showSetter(element));
      return follow(second, cells[2], scope, showSetter(element, first));
    case "content":
      return follow(first, second, scope, (value) => (element.textContent = toText(value)));
    case "html":
      return follow(first, second, scope, (value) => (element.innerHTML = value ?? ""));
    case "on":
      bindEvent(element, first, second, (event) => evaluate(cells[2], cells[3], scope, event), refresh);
  }
  return () => {};
};

/**
 * @param {import("./places.js").Place} place
 * @param {(scope: Scope) => any} fn
 * @param {unknown} at
 * @param {Scope} scope
 */
const bindText = (place, fn, at, scope) => {
  const between = place.start.nextSibling;
  const text = between instanceof Text ? between : document.createTextNode("");
  if (text !== between) place.start.after(text);
  return follow(fn, at, scope, (value) => {
    const shown = toText(value);
    if (text.data !== shown) text.data = shown;
  });
};

/**
 * @param {Node} root
 * @param {Entry[]} entries
 * @param {Scope} scope
 * @param {() => void} refresh draws the deck again, after an event handler ran
 * @returns {() => void} re-evaluates all
 */
export const bind = (root, entries, scope, refresh) => {
  const { elements, places, templates } = findPlaces(root);
  /** @param {Entry} entry */
  const bound = (entry) => {
    const [key, kind, first, second, third] = entry;
    const place = places.get(String(key));
    const element = elements.get(String(key));
    const block = { place, key, templates, scope, bind, evaluate, refresh };
    if (kind === "text") return place && bindText(place, first, second, scope);
    if (kind === "if") return place && bindIf(block, first, second);
    if (kind === "for") return place && bindFor(block, first, second, third, entry[5]);
    return element && bindElement(element, entry, scope, refresh);
  };
  const updates = entries.map(bound);
  return () => updates.forEach((update) => update?.());
};
