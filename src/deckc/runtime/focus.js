// @ts-check
// Where the keyboard's focus is, as far as a deck's own keys must give way to it.

/** @param {Document} root */
export const isTyping = (root) => {
  const element = /** @type {HTMLElement | null} */ (root.activeElement);
  if (/** @type {any} */ (globalThis).deckcKeysTaken) return true; // by a component (runtime/vue/shortcuts.js)
  return !!element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
};

/** @param {Document} root */
export const isOnControl = (root) => /^(BUTTON|A|SUMMARY|VIDEO|AUDIO)$/.test(root.activeElement?.tagName ?? "");
