// @ts-check
// The go-to dialog: a number, a few letters of a title or words of the text, arrows, Enter.

import { make } from "./element.js";
import { searchSlides } from "./search.js";

const MOST_FOUND = 100;

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createGoto = (room) => {
  const { deck, root, t } = room;
  const input = make("input", {
    id: "slidev-goto-input",
    type: "text",
    placeholder: t("search"),
    "aria-label": t("search"),
    role: "combobox",
    "aria-expanded": "true",
    "aria-autocomplete": "list",
    "aria-controls": "slidev-goto-list",
    autocomplete: "off",
    spellcheck: "false",
  });
  const list = make("ul", { id: "slidev-goto-list", role: "listbox", "aria-label": t("slides") });
  const dialog = make("dialog", { id: "slidev-goto-dialog", class: "deckc-goto deckc-ui", "aria-label": t("goto"), "data-deckc-ui": true }, input, list);
  root.body.append(dialog);
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
    const slides = searchSlides(deck, input.value).slice(0, input.value ? MOST_FOUND : deck.total);
    found = slides.map(({ no }) => no);
    selected = input.value ? 0 : Math.max(0, found.indexOf(deck.state.page));
    list.replaceChildren(
      ...slides.map(({ no, title, passage }) => {
        const words = passage && make("small", {}, passage[0], make("mark", {}, passage[1]), passage[2]);
        const option = make("li", { id: `slidev-goto-${no}`, role: "option" }, make("b", {}, String(no)), " ", make("span", {}, title), words);
        option.addEventListener("click", () => leave(no));
        return option;
      }),
    );
    select();
  };

  /** @param {number | undefined} no */
  const leave = (no) => {
    const isPage = ["overview", "entry"].includes(deck.state.view);
    void deck.set({ dialog: "", ...(no && isPage ? { view: "" } : {}) });
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

  input.addEventListener("input", search);
  dialog.addEventListener("keydown", press);
  dialog.addEventListener("click", (/** @type {MouseEvent} */ { target }) => target === dialog && leave(undefined));
  dialog.addEventListener("close", () => void (deck.state.dialog === "goto" && deck.set({ dialog: "" })));

  return {
    update(state) {
      const isOpen = state.dialog === "goto";
      if (isOpen === dialog.open) return;
      if (!isOpen) return dialog.close();
      input.value = "";
      dialog.showModal();
      search();
    },
    destroy: () => dialog.remove(),
  };
};
