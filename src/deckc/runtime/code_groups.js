// @ts-check
// The tabs of code groups (spec 5.7 rule 1): a press shows the blocks of the tab's title; arrows go along.

/** @param {Element} tab */
const choose = (tab) => {
  const group = tab.closest(".slidev-code-group");
  const title = tab.getAttribute("data-dc-tab");
  for (const other of group?.querySelectorAll("[data-dc-tab]") ?? []) {
    const isChosen = other.getAttribute("data-dc-tab") === title;
    other.setAttribute("aria-selected", String(isChosen));
    other.setAttribute("tabindex", other === tab ? "0" : "-1");
  }
  for (const block of group?.querySelectorAll(".slidev-code-group-blocks .slidev-code-wrapper") ?? []) {
    block.classList.toggle("active", block.getAttribute("data-title") === title);
  }
};

/** @param {EventTarget | null} target */
const tabOf = (target) => /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest("[data-dc-tab]") : null);

/** @type {Record<string, (at: number, count: number) => number>} */
const ARROWS = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * @param {import("./deck.js").Deck} _deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createCodeGroups = (_deck, root) => {
  /** @param {MouseEvent} event */
  const click = (event) => {
    const tab = tabOf(event.target);
    if (!tab) return;
    choose(tab);
    // a press with the mouse must not take the deck's keys away; one from the keyboard has no detail
    if (event.detail) tab.blur();
  };

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const tab = tabOf(event.target);
    const step = ARROWS[event.key];
    if (!tab || !step || event.ctrlKey || event.altKey || event.metaKey) return;
    const tabs = /** @type {HTMLElement[]} */ ([...(tab.closest("[role=tablist]")?.querySelectorAll("[data-dc-tab]") ?? [])]);
    const next = tabs[step(tabs.indexOf(tab), tabs.length)];
    event.preventDefault();
    choose(next);
    next.focus();
  };

  root.addEventListener("click", click);
  root.addEventListener("keydown", key);
  return {
    update() {},
  };
};
