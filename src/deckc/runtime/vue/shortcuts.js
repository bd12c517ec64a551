// @ts-check
// `lockShortcuts` of `@slidev/client`: while a component holds a lock, no key is the deck's (runtime/focus.js).

import { computed, shallowReactive } from "vue";

/** @type {Set<symbol>} */
const locks = shallowReactive(new Set());

const show = () => void (/** @type {any} */ (globalThis).deckcKeysTaken = locks.size > 0);

export const shortcutsLocked = computed(() => locks.size > 0);

/** Takes the keys from the deck; what is returned gives them back. */
export const lockShortcuts = () => {
  const lock = Symbol("lock");
  locks.add(lock);
  show();
  return () => {
    locks.delete(lock);
    show();
  };
};
