// @ts-check
// @event handlers with Vue's modifiers: `.stop.prevent.self.once.enter.ctrl`.

/** @type {Record<string, string[]>} names of keys that differ from `event.key` */
const KEYS = {
  esc: ["Escape"],
  space: [" "],
  up: ["ArrowUp"],
  down: ["ArrowDown"],
  left: ["ArrowLeft"],
  right: ["ArrowRight"],
  delete: ["Delete", "Backspace"],
};
const SYSTEM_KEYS = ["ctrl", "shift", "alt", "meta"];
const BUTTONS = ["left", "middle", "right"];
const NOT_KEYS = new Set([...SYSTEM_KEYS, "stop", "prevent", "self", "once", "capture", "passive", "exact", "native"]);

/**
 * @param {any} event
 * @param {string[]} modifiers
 */
const isMeant = (event, modifiers) => {
  /** @param {string} name */
  const isGiven = (name) => modifiers.includes(name);
  if (isGiven("self") && event.target !== event.currentTarget) return false;
  if (SYSTEM_KEYS.some((name) => isGiven(name) && !event[`${name}Key`])) return false;
  if (isGiven("exact") && SYSTEM_KEYS.some((name) => event[`${name}Key`] && !isGiven(name))) return false;
  if (event instanceof KeyboardEvent) {
    const keys = modifiers.filter((name) => !NOT_KEYS.has(name));
    const pressed = event.key.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();
    return !keys.length || keys.some((name) => name === pressed || KEYS[name]?.includes(event.key));
  }
  const buttons = modifiers.filter((name) => BUTTONS.includes(name));
  return !buttons.length || !("button" in event) || buttons.includes(BUTTONS[event.button]);
};

/**
 * @param {Element} element
 * @param {string} name
 * @param {string[]} modifiers
 * @param {(event: Event) => void} run
 * @param {() => void} refresh
 */
export const bindEvent = (element, name, modifiers, run, refresh) => {
  /** @param {Event} event */
  const listener = (event) => {
    if (!isMeant(event, modifiers)) return;
    if (modifiers.includes("stop")) event.stopPropagation();
    if (modifiers.includes("prevent")) event.preventDefault();
    run(event);
    refresh();
  };
  element.addEventListener(name, listener, {
    once: modifiers.includes("once"),
    capture: modifiers.includes("capture"),
    passive: modifiers.includes("passive"),
  });
};
