// @ts-check
// Where a phone or a second screen begins (`#/entry`): large links to every view, and the password where one is asked for.

import { icon, make } from "./element.js";
import { createView } from "./view.js";

const VIEWS = [
  ["play", "#/"],
  ["presenter", "#/presenter/"],
  ["remote", "#/remote"],
  ["notes", "#/notes"],
  ["overview", "#/overview"],
  ["print", "?print#/1"],
];

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createEntry = (room) => {
  const { deck, root, t } = room;
  const build = () => {
    const links = VIEWS.map(([name, address]) => {
      const href = address.endsWith("/") ? `${address}${deck.pathOf(deck.state.page)}` : address;
      return make("a", { href, class: "deckc-entry-link" }, icon(name), make("span", {}, t(name)));
    });
    const field = make("input", { type: "password", name: "password", "aria-label": t("password"), placeholder: t("password"), autocomplete: "current-password" });
    const form = make("form", { class: "deckc-password", hidden: true }, field, make("button", { type: "submit", class: "deckc-btn deckc-main" }, t("enter")));
    form.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      room.password = field.value;
      room.rejoin();
    });
    const head = make("header", {}, make("h1", {}, deck.config.title || root.title), make("p", { class: "deckc-dim" }, `${deck.total} ${t("slides").toLowerCase()}`));
    return {
      nodes: [make("div", { class: "deckc-entry" }, head, form, make("nav", {}, ...links))],
      update: () => {
        form.hidden = !room.modes.standing?.isRefused;
      },
    };
  };
  return createView(room, "entry", t("slides"), build);
};
