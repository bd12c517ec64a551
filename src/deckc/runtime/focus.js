// @ts-check
// Where the keyboard's focus is, as far as a deck's own keys must give way to it.

/** @param {Document} root */
export const isTyping = (root) => {
  const element = /** @type {HTMLElement | null} */ (root.activeElement);
  // a component may have taken the keys (runtime/vue/shortcuts.js)
  return /** @type {any} */ (globalThis).deckcKeysTaken || element?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? "");
};

/** @param {Document} root */
export const isOnControl = (root) => /^(BUTTON|A|SUMMARY|VIDEO|AUDIO)$/.test(root.activeElement?.tagName ?? "");
