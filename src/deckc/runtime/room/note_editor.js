// @ts-check
// Edits a slide's note where it is read, and writes it back into the author's file (docs/sync-protocol.md, "Writing
// from the browser"): only on the machine that serves the deck.

import { iconButton, make } from "./element.js";
import { readSlide, writeSlide } from "./source.js";

/**
 * @param {import("./room.js").Room} room
 * @param {HTMLElement} box the note as it is read
 */
export const createNoteEditor = (room, box) => {
  const { deck, settings, t } = room;
  const text = make("textarea", { "aria-label": t("edit"), spellcheck: "true" });
  const problem = make("p", { class: "deckc-problem", role: "alert" });
  const save = make("button", { type: "submit", class: "deckc-btn deckc-main" }, t("save"));
  const cancel = make("button", { type: "button", class: "deckc-btn" }, t("cancel"));
  const form = make("form", { class: "deckc-note-form", hidden: true }, text, problem, make("div", { class: "deckc-group" }, save, cancel));
  let no = 0;
  let digest = "";

  const close = () => {
    form.hidden = true;
    box.hidden = false;
    no = 0;
  };
  const open = async () => {
    const { page } = deck.state;
    const slide = await readSlide(page);
    problem.textContent = slide.problem ?? "";
    text.value = slide.note ?? "";
    digest = slide.digest ?? "";
    no = page;
    form.hidden = false;
    box.hidden = true;
    text.focus();
  };
  const button = iconButton("edit", t("edit"), () => (form.hidden ? void open() : close()));

  form.addEventListener("submit", async (/** @type {Event} */ event) => {
    event.preventDefault();
    const answer = await writeSlide(no, { note: text.value, digest });
    if (answer.problem) problem.textContent = `${t("failed")}: ${answer.problem}`;
    else close();
  });
  cancel.addEventListener("click", close);
  text.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") close();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });

  return {
    button,
    form,
    /** @param {import("../deck.js").State} state */
    update(state) {
      button.hidden = !settings.isServed || !room.modes.standing?.isLocal;
      if (no && state.page !== no && !text.value) close();
    },
  };
};
