// @ts-check
// A phone in the hand (`#/remote`): large buttons, the slide, the next one, the note, the timer.

import { titleOf } from "../titles.js";
import { icon, iconButton, make } from "./element.js";
import { createInstance } from "./instance.js";
import { createSpeakerNotes } from "./speaker_notes.js";
import { createTimer } from "./timer.js";
import { createView } from "./view.js";

/** A small slide that fills its place's width. @param {import("./room.js").Room} room @param {string} context */
const createMiniature = (room, context) => {
  const { deck } = room;
  const place = make("span", { class: "deckc-thumb" });
  /** @type {ReturnType<typeof createInstance> | null} */
  let instance = null;
  let drawn = "";
  const sizes = new ResizeObserver(() => {
    if (place.clientWidth) place.style.setProperty("--slidev-slide-scale", String(place.clientWidth / deck.config.width));
  });
  sizes.observe(place);
  return {
    place,
    /**
     * @param {number} no 0 for none
     * @param {number} at
     */
    show(no, at) {
      const key = `${no}:${at}:${deck.state.dark}`;
      if (key === drawn && !instance?.isOutdated) return;
      drawn = key;
      if (instance?.no !== no || instance.isOutdated) {
        instance?.destroy();
        instance = no ? createInstance(room, no, context) : null;
        if (instance) place.append(instance.frame);
      }
      instance?.draw(at);
    },
    destroy() {
      sizes.disconnect();
      instance?.destroy();
    },
  };
};

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createRemote = (room) => {
  const { deck, t } = room;
  const build = () => {
    const notes = createSpeakerNotes(room);
    const timer = createTimer(room);
    const now = createMiniature(room, "presenter");
    const then = createMiniature(room, "previewNext");
    const place = make("b", {});
    const title = make("span", { class: "deckc-title" });
    const standing = make("span", { class: "deckc-standing", role: "status" });
    const blank = iconButton("black", t("black"), () => void room.actions.black.run());
    const head = make("header", { class: "deckc-bar" }, place, title, make("span", { class: "deckc-fill" }), standing);
    const clocks = make(
      "div",
      { class: "deckc-bar deckc-clocks" },
      timer.box,
      make("span", { class: "deckc-fill" }),
      blank,
      iconButton("goto", t("goto"), () => void room.actions.goto.run()),
      iconButton("smaller", t("smaller"), notes.smaller),
      iconButton("larger", t("larger"), notes.larger),
    );
    const buttons = make(
      "div",
      { class: "deckc-big" },
      make("button", { type: "button", class: "deckc-prev", "aria-label": t("prev"), onclick: () => deck.prev() }, icon("prev")),
      make("button", { type: "button", class: "deckc-next", "aria-label": t("next"), onclick: () => deck.next() }, icon("next")),
    );
    // a button that keeps the focus would take Enter and space twice
    buttons.addEventListener("pointerup", () => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
    return {
      nodes: [timer.bar, head, make("div", { class: "deckc-pair" }, now.place, then.place), clocks, notes.box, buttons],
      update: (/** @type {import("../deck.js").State} */ state) => {
        const { page, clicks } = state;
        const { clicks: last } = deck.slide(page);
        const isSame = clicks < last;
        place.textContent = `${page} / ${deck.total}`;
        title.textContent = `${titleOf(deck, page)}${last ? ` · ${clicks}/${last}` : ""}`;
        now.show(page, clicks);
        if (isSame) then.show(page, clicks + 1);
        else then.show(page < deck.total ? page + 1 : 0, deck.slides[page]?.start ?? 0);
        notes.update(state);
        timer.update();
        blank.setAttribute("aria-pressed", String(room.modes.blank === "black"));
        const { standing: is } = room.modes;
        const isOff = room.settings.isServed && !is?.isOnline;
        standing.textContent = isOff ? t("offline") : is?.people ? `${is.people} ${t("people")}` : "";
        standing.classList.toggle("is-off", isOff);
      },
      destroy: () => {
        timer.destroy();
        now.destroy();
        then.destroy();
      },
    };
  };
  return createView(room, "remote", t("remote"), build);
};
