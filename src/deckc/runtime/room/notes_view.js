// @ts-check
// The notes alone (`#/notes`): large, following the talk, for a second screen or a tablet.

import { titleOf } from "../titles.js";
import { iconButton, make } from "./element.js";
import { createSpeakerNotes } from "./speaker_notes.js";
import { createTimer } from "./timer.js";
import { createView } from "./view.js";

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createNotesView = (room) => {
  const { deck, t, actions } = room;
  const build = () => {
    const notes = createSpeakerNotes(room);
    const timer = createTimer(room);
    const place = make("h1", {});
    const bar = make(
      "footer",
      { class: "deckc-bar" },
      iconButton("prev", t("prev"), () => void deck.prev()),
      iconButton("next", t("next"), () => void deck.next()),
      iconButton("goto", t("goto"), () => void actions.goto.run()),
      make("span", { class: "deckc-fill" }),
      timer.box,
      timer.clock,
      make("span", { class: "deckc-fill" }),
      iconButton("smaller", t("smaller"), notes.smaller),
      iconButton("larger", t("larger"), notes.larger),
    );
    return {
      nodes: [timer.bar, make("header", { class: "deckc-bar" }, place), notes.box, bar],
      update: (/** @type {import("../deck.js").State} */ state) => {
        place.textContent = `${state.page} / ${deck.total} · ${titleOf(deck, state.page)}`;
        notes.update(state);
        timer.update();
      },
      destroy: timer.destroy,
    };
  };
  return createView(room, "notes", t("notes"), build);
};
