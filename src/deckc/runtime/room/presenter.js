// @ts-check
// The presenter view (spec 12.4.7): the slide itself, what comes next, notes, clicks, clocks. The slide stays where it
// is in the page, which becomes a grid around it, so that nothing on it starts anew.

import { titleOf } from "../titles.js";
import { iconButton, make } from "./element.js";
import { createNextState } from "./next_state.js";
import { createNoteEditor } from "./note_editor.js";
import { createPanes } from "./panes.js";
import { createSpeakerNotes } from "./speaker_notes.js";
import { createTimer } from "./timer.js";

const SPEAKER_TOOLS = ["draw", "laser", "zoom", "black"];

/**
 * The button of an action, which shows whether it is on.
 * @param {import("./room.js").Room} room
 * @param {string} name
 */
const actionButton = ({ actions, t }, name) => {
  const { key, run } = actions[name];
  const button = iconButton(name, t(name), () => void run(), { title: key ? `${t(name)} (${key})` : t(name) });
  button.dataset.run = name;
  return button;
};

/** The clicks of the slide, as a row that can be pressed. @param {import("./room.js").Room} room */
const createClickBar = ({ deck, t }) => {
  const input = make("input", { type: "range", min: "0", step: "1", "aria-label": t("clicks"), class: "deckc-range" });
  const count = make("span", { class: "deckc-clicks" });
  input.addEventListener("input", () => void deck.move(deck.state.page, Number(input.value)));
  // the arrows go on to the next slide at the end of this one, as everywhere
  input.addEventListener("change", () => input.blur());
  return {
    box: make("label", { class: "deckc-click-bar" }, make("span", {}, t("clicks")), input, count),
    /** @param {import("../deck.js").State} state */
    update({ page, clicks }) {
      const { start, clicks: last } = deck.slide(page);
      input.min = String(start);
      input.max = String(Math.max(start, last));
      input.value = String(clicks);
      input.disabled = last <= start;
      input.style.setProperty("--share", last > start ? String((clicks - start) / (last - start)) : "1");
      count.textContent = `${clicks} / ${last}`;
    },
  };
};

/**
 * @param {import("./room.js").Room} room
 */
const buildPresenter = (room) => {
  const { deck, root, t, actions } = room;
  const page = /** @type {HTMLElement} */ (root.querySelector("#page-root"));
  const slide = /** @type {HTMLElement} */ (root.querySelector("#slide-container"));
  const panes = createPanes(page, t);
  const next = createNextState(room);
  const notes = createSpeakerNotes(room);
  const editor = createNoteEditor(room, notes.box);
  const timer = createTimer(room);
  const clickBar = createClickBar(room);
  const number = make("b", {});
  const title = make("span", {});
  const place = make("button", { type: "button", class: "deckc-place", title: `${t("goto")} (g)` }, number, title);
  place.addEventListener("click", () => void actions.goto.run());
  const openAudience = () => window.open(location.href.replace(/#.*/, ""), "_blank", "popup,width=1280,height=720");
  const edit = actionButton(room, "editor");
  const progress = make("div", { class: "deckc-progress", "aria-hidden": "true" }, make("i"));

  const own = [
    make("div", { class: "deckc-top" }, progress, timer.bar),
    make("section", { class: "grid-section next", "aria-label": t("nextIs") }, make("header", {}, make("b", {}, t("nextIs")), next.label), next.place),
    make(
      "section",
      { class: "grid-section note", "aria-label": t("notes") },
      make(
        "header",
        {},
        make("b", {}, t("notes")),
        make("span", { class: "deckc-fill" }),
        editor.button,
        iconButton("smaller", t("smaller"), notes.smaller),
        iconButton("larger", t("larger"), notes.larger),
      ),
      notes.box,
      editor.form,
    ),
    make(
      "section",
      { class: "grid-section bottom" },
      make("div", { class: "deckc-group" }, actionButton(room, "prev"), actionButton(room, "next"), place),
      clickBar.box,
      make("div", { class: "deckc-group deckc-clocks" }, timer.box, timer.clock),
      make(
        "div",
        { class: "deckc-group deckc-tools" },
        ...SPEAKER_TOOLS.map((name) => actionButton(room, name)),
        edit,
        make("hr"),
        actionButton(room, "overview"),
        iconButton("layout", t("layout"), panes.turn),
        iconButton("play", t("audience"), openAudience),
        actionButton(room, "help"),
        iconButton("close", t("play"), () => void actions.play.run()),
      ),
    ),
    ...panes.bars,
  ];
  for (const element of own) {
    element.setAttribute("data-deckc-ui", "");
    element.classList.add("deckc-ui"); // the page itself must hand nothing down to the slide
  }
  page.classList.add("slidev-presenter", "grid-container");
  slide.classList.add("grid-section", "main");
  page.append(...own);
  panes.draw();
  // the canvas is fitted where it is
  const sizes = new ResizeObserver(() => window.dispatchEvent(new Event("resize")));
  sizes.observe(slide);

  return {
    /** @param {import("../deck.js").State} state */
    update(state) {
      next.update(state);
      notes.update(state);
      editor.update(state);
      edit.hidden = !actions.editor.isThere?.();
      timer.update();
      clickBar.update(state);
      number.textContent = `${state.page} / ${deck.total}`;
      title.textContent = titleOf(deck, state.page);
      progress.firstElementChild.style.width = `${(state.page / deck.total) * 100}%`;
      for (const button of page.querySelectorAll("[data-run]")) {
        const { isOn } = actions[/** @type {HTMLElement} */ (button).dataset.run ?? ""];
        if (isOn) button.setAttribute("aria-pressed", String(isOn()));
      }
    },
    destroy() {
      sizes.disconnect();
      next.destroy();
      timer.destroy();
      own.forEach((element) => element.remove());
      panes.clear();
      page.classList.remove("slidev-presenter", "grid-container");
      slide.classList.remove("grid-section", "main");
      window.dispatchEvent(new Event("resize"));
    },
  };
};

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createPresenter = (room) => {
  /** @type {ReturnType<typeof buildPresenter> | null} */
  let presenter = null;
  return {
    update(state) {
      const isWanted = state.view === "presenter" && !state.print;
      if (isWanted) (presenter ??= buildPresenter(room)).update(state);
      else if (presenter) {
        presenter.destroy();
        presenter = null;
      }
    },
    destroy: () => presenter?.destroy(),
  };
};
