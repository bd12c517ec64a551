// @ts-check
// The go-to dialog: a number or a few letters of a title, arrows, Enter.

import { titleOf } from "./titles.js";

/**
 * How well a title answers what was typed: its letters in order, the closer together the better.
 * @param {string} title
 * @param {string} typed
 * @returns {number} Infinity where it does not
 */
const distance = (title, typed) => {
  const whole = title.indexOf(typed);
  if (whole >= 0) return whole / 1000;
  let at = -1;
  let gaps = 1;
  for (const letter of typed) {
    const found = title.indexOf(letter, at + 1);
    if (found < 0) return Infinity;
    gaps += found - at - 1;
    at = found;
  }
  return gaps;
};

/**
 * Numbers of the slides that answer what was typed, best first; all where nothing was.
 * @param {import("./deck.js").Deck} deck
 * @param {string} typed
 */
const searchSlides = (deck, typed) => {
  const wanted = typed.trim().toLowerCase();
  return deck.slides
    .map((_, index) => {
      const no = index + 1;
      const byNumber = String(no) === wanted ? -2 : String(no).startsWith(wanted) ? -1 : Infinity;
      return { no, rank: Math.min(byNumber, distance(titleOf(deck, no).toLowerCase(), wanted)) };
    })
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.no - b.no)
    .map(({ no }) => no);
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createGoto = (deck, root) => {
  const dialog = /** @type {HTMLDialogElement} */ (root.querySelector("#slidev-goto-dialog"));
  const input = /** @type {HTMLInputElement} */ (root.querySelector("#slidev-goto-input"));
  const list = /** @type {HTMLElement} */ (root.querySelector("#slidev-goto-list"));
  /** @type {number[]} */
  let found = [];
  let selected = 0;

  const select = () => {
    [...list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === selected));
      if (index === selected) option.scrollIntoView({ block: "nearest" });
    });
    if (found.length) input.setAttribute("aria-activedescendant", `slidev-goto-${found[selected]}`);
    else input.removeAttribute("aria-activedescendant");
  };

  const search = () => {
    found = searchSlides(deck, input.value);
    selected = 0;
    list.replaceChildren(
      ...found.map((no) => {
        const option = root.createElement("li");
        option.id = `slidev-goto-${no}`;
        option.role = "option";
        option.dataset.no = String(no);
        option.textContent = `${no}  ${titleOf(deck, no)}`;
        return option;
      }),
    );
    select();
  };

  /** @param {number | undefined} no */
  const leave = (no) => {
    void deck.set({ dialog: "" });
    if (no) void deck.move(no, 0);
  };

  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || !(step || event.key === "Enter")) return;
    event.preventDefault();
    if (!step) return leave(found[selected]);
    selected = (selected + step + found.length) % (found.length || 1);
    select();
  };

  /** @param {MouseEvent} event */
  const pick = ({ target }) => {
    const option = /** @type {HTMLElement} */ (target).closest("li");
    if (option) leave(Number(option.dataset.no));
    else if (target === dialog) leave(undefined);
  };

  const onClose = () => void (deck.state.dialog === "goto" && deck.set({ dialog: "" }));
  input.addEventListener("input", search);
  dialog.addEventListener("keydown", press);
  dialog.addEventListener("click", pick);
  dialog.addEventListener("close", onClose);

  return {
    update(state) {
      const isOpen = state.dialog === "goto";
      if (isOpen === dialog.open) return;
      if (!isOpen) return dialog.close();
      input.value = "";
      search();
      dialog.showModal();
    },
    destroy() {
      input.removeEventListener("input", search);
      dialog.removeEventListener("keydown", press);
      dialog.removeEventListener("click", pick);
      dialog.removeEventListener("close", onClose);
    },
  };
};
