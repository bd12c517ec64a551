// @ts-check
// Links from slide to slide (data-dc-link); on paper they lead to the slide's page.

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createLinks = (deck, root) => {
  /** @param {MouseEvent} event */
  const follow = (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.("[data-dc-link]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (!(link instanceof HTMLElement) || !isPlain || event.defaultPrevented || deck.state.print) return;
    event.preventDefault();
    const no = deck.find(link.dataset.dcLink ?? "");
    if (no) void deck.move(no, 0);
    link.blur(); // the link leaves the screen, and with the focus on it the deck's keys would be off
  };
  root.addEventListener("click", follow);

  return {
    update(state, previous) {
      if (state.print === previous.print && !state.print) return;
      for (const link of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("a[data-dc-link]"))) {
        const name = link.dataset.dcLink ?? "";
        const no = deck.find(name);
        const page = `${String(no).padStart(3, "0")}-${String(deck.slide(no || 1).start + 1).padStart(2, "0")}`;
        link.setAttribute("href", state.print && no ? `#${page}` : `#/${name}`);
      }
    },
  };
};
