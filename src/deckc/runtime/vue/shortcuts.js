// @ts-check
// `lockShortcuts` of `@slidev/client`: while a component holds a lock, no key is the deck's (runtime/focus.js).

import { computed, getCurrentScope, onScopeDispose, shallowReactive } from "vue";

/** @type {Set<symbol>} */
const locks = shallowReactive(new Set());

const show = () => void (/** @type {any} */ (globalThis).deckcKeysTaken = locks.size > 0);

// Where this script takes the place of an edited one, no one is left who would give back what was taken there.
show();

export const shortcutsLocked = computed(() => locks.size > 0);

/** Takes the keys from the deck; what is returned gives them back, and so does the end of the component that is set up. */
export const lockShortcuts = () => {
  const lock = Symbol("lock");
  locks.add(lock);
  show();
  const release = () => {
    locks.delete(lock);
    show();
  };
  if (getCurrentScope()) onScopeDispose(release);
  return release;
};
