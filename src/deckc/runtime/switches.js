// @ts-check
// Carries a v-switch from slot to slot (spec 6.6). data-dc-turn="fade fade unmount": its transition forwards and
// backwards, "-" for none; with `unmount` behind them, slots that are not shown are absent from the page.

import { phaseAt } from "./clicks.js";
import { mayMove, runTransition } from "./transition.js";

/** @typedef {{boxes: HTMLElement[], shown: HTMLElement[], running?: ReturnType<typeof runTransition>}} Switch */

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} _root
 * @returns {import("./deck.js").Part}
 */
export const createSwitches = (deck, _root) => {
  /** @type {WeakMap<Element, Switch>} */
  const known = new WeakMap();

  /**
   * Shows the slots of a click. Clicks are drawn after this, so that what leaves still stands where it did.
   * @param {HTMLElement} root
   * @param {number} clicks
   * @param {number} step above 0 where it goes on, below where it goes back, 0 where it is set at once
   */
  const turn = (root, clicks, step) => {
    const children = /** @type {HTMLElement[]} */ ([...root.children]);
    const memory = known.get(root) ?? { boxes: children, shown: children };
    known.set(root, memory);
    const { boxes, shown } = memory;
    const wanted = boxes.filter((box) => phaseAt(box.dataset.dcSwitch ?? "", clicks).isActive);
    const leaving = shown.filter((box) => !wanted.includes(box));
    const entering = wanted.filter((box) => !shown.includes(box));
    const changed = [...leaving, ...entering];
    memory.shown = wanted;
    if (!changed[0]) return;
    memory.running?.finish();
    const [onward, backward, unmount] = (root.dataset.dcTurn ?? "").split(" ");
    const [name, below] = step > 0 ? [onward, entering[0]] : [backward, leaving[0]];
    const top = leaving[0]?.offsetTop;
    if (unmount) root.append(...boxes.filter((box) => shown.includes(box) || entering.includes(box)));
    const show = (/** @type {boolean} */ isShown) =>
      entering.forEach(({ classList }) => classList.toggle("slidev-vclick-display-none", !isShown));
    show(true);
    const settle = () => {
      changed.forEach((box) => box.removeAttribute("style"));
      if (unmount) leaving.forEach((box) => box.remove());
    };
    if (!step || name === "-" || !mayMove()) return settle();
    leaving.forEach(({ style }) => (style.cssText = "display:revert!important"));
    // the lower of the two goes up to the place of the other
    if (below) below.style.marginTop = `${top - below.offsetTop}px`;
    // and what enters is first seen as its transition begins
    show(false);
    void root.offsetHeight;
    show(true);
    memory.running = runTransition(name, leaving, entering, settle);
    return memory.running.finished;
  };

  return {
    update({ print, page, clicks }, previous) {
      const step = print || page !== previous.page ? 0 : clicks - previous.clicks;
      const drawn = deck.pages.flatMap((element, index) => {
        if (!print && index + 1 !== page) return [];
        const roots = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-dc-turn]")]);
        if (roots[0]) deck.keep(element);
        return roots.map((root) => turn(root, deck.clicksOf(index + 1), step));
      });
      return Promise.all(drawn);
    },
  };
};
