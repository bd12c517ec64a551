// @ts-check
// How one slide gives way to the next: which transition, and the classes that run it (spec 11.1).
// Class names and their order are those of Vue's transitions, so that a deck's own CSS works:
//
//     NAME-enter-from NAME-enter-active   ->   NAME-enter-to NAME-enter-active   ->   (none)

/** Whether motion may be shown at all: not where nobody looks, nor where it is not wanted. */
export const mayMove = () => !document.hidden && !matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * The transition of a change of slide, "" for none. Forwards it is that of the slide before the target, also
 * on a jump; backwards that of the target.
 * @param {import("./deck.js").SlideGiven[]} slides
 * @param {number} from
 * @param {number} to
 */
export const transitionBetween = (slides, from, to) => {
  const name = to > from ? slides[to - 2].transition[0] : slides[to - 1].transition[1];
  if (!name || name === "none" || !mayMove()) return "";
  return name === "view-transition" && !("startViewTransition" in document) ? "" : name;
};

/**
 * @param {Element} element
 * @returns {Promise<unknown>} resolves when the animations of the element itself are over
 */
const animationsOver = (element) => {
  const running = element.getAnimations().filter(({ effect }) => {
    const end = effect?.getComputedTiming().endTime;
    return typeof end === "number" && Number.isFinite(end);
  });
  return Promise.allSettled(running.map(({ finished }) => finished));
};

/**
 * @param {string} name
 * @param {"enter" | "leave"} side
 * @param {Element[]} elements
 */
const prepare = (name, side, elements) => {
  const [from, active, to] = ["from", "active", "to"].map((phase) => `${name}-${side}-${phase}`);
  elements.forEach(({ classList }) => classList.add(from, active));
  return {
    run: () => {
      elements.forEach(({ classList }) => classList.replace(from, to));
      return Promise.all(elements.map(animationsOver));
    },
    clear: () => elements.forEach(({ classList }) => classList.remove(from, active, to)),
  };
};

/**
 * Runs both halves of a transition at the same time.
 * @param {string} name
 * @param {Element[]} leaving
 * @param {Element[]} entering
 * @param {() => void} onLeft called once, when what leaves is off screen
 */
export const runTransition = (name, leaving, entering, onLeft) => {
  const enter = prepare(name, "enter", entering);
  const leave = prepare(name, "leave", leaving);
  let left = false;
  const endLeave = () => {
    if (left) return;
    left = true;
    leave.clear();
    onLeft();
  };
  const finish = () => {
    enter.clear();
    endLeave();
  };
  void document.body.offsetHeight; // the "from" state must be computed before it is left
  const entered = enter.run().then(enter.clear);
  const over = leave.run().then(endLeave);
  return { finish, finished: Promise.all([entered, over]) };
};
