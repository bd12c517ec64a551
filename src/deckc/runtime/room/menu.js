// @ts-check
// The context menu (right click; with Shift the browser's own), and the control bar's further buttons.

import { icon, make } from "./element.js";

const GROUPS = [
  ["prev", "next", "prevSlide", "nextSlide"],
  ["overview", "goto", "index"],
  ["draw", "laser", "zoom", "black"],
  ["editor"],
  ["presenter", "play", "remote", "notes"],
  ["record", "awake", "dark", "fullscreen", "export", "print", "help"],
];
const EDGE = 8;

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createMenu = (room) => {
  const { deck, root, t, actions, settings } = room;
  const menu = make("div", { class: "deckc-menu deckc-ui", role: "menu", popover: "auto", "aria-label": t("menu"), "data-deckc-ui": true });
  root.body.append(menu);
  const bar = /** @type {HTMLElement} */ (root.querySelector(".deckc-controls"));

  /** @param {string} name */
  const item = (name) => {
    const { key, run, isOn } = actions[name];
    const role = isOn ? "menuitemcheckbox" : "menuitem";
    const press = () => {
      menu.hidePopover();
      void run();
    };
    return make(
      "button",
      { type: "button", role, "aria-checked": isOn ? String(isOn()) : null, tabindex: "-1", onclick: press },
      icon(name),
      make("span", {}, t(name)),
      key && make("kbd", {}, key),
    );
  };

  /**
   * @param {number} x
   * @param {number} y
   */
  const open = (x, y) => {
    const groups = GROUPS.map((names) => names.filter((name) => actions[name].isThere?.() !== false)).filter((names) => names.length);
    menu.replaceChildren(...groups.map((names) => make("div", { role: "group" }, ...names.map(item))));
    menu.showPopover();
    const { offsetWidth, offsetHeight } = menu;
    menu.style.left = `${Math.max(EDGE, Math.min(x, innerWidth - offsetWidth - EDGE))}px`;
    menu.style.top = `${Math.max(EDGE, Math.min(y, innerHeight - offsetHeight - EDGE))}px`;
    menu.querySelector("button")?.focus();
  };

  /** @param {MouseEvent} event */
  const ask = (event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.shiftKey || deck.state.print || deck.state.dialog || target.closest("a[href], input, textarea, [contenteditable], .deckc-menu")) return;
    if (!settings.contextMenu && !settings.isEmbedded) return;
    if (deck.config.selectable && String(getSelection())) return;
    if (!target.closest("#page-root")) return;
    event.preventDefault();
    if (settings.contextMenu && !settings.isEmbedded) open(event.clientX, event.clientY);
  };

  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const items = /** @type {HTMLElement[]} */ ([...menu.querySelectorAll("button")]);
    const at = items.indexOf(/** @type {any} */ (root.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    event.stopPropagation(); // the deck does not move while its menu is open
    if (to === undefined) return;
    event.preventDefault();
    items[(to + items.length) % items.length]?.focus();
  };

  /** @param {MouseEvent} event */
  const pressBar = (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    const name = button?.dataset.deckcAction ?? "";
    if (name === "menu" && button) {
      const { left, top } = button.getBoundingClientRect();
      return open(left, top - EDGE);
    }
    // the others are the core's own
    if (["overview", "goto", "draw", "presenter", "editor"].includes(name)) void actions[name].run();
  };

  if (settings.canEdit) {
    const edit = make("button", { type: "button", class: "slidev-icon-btn", "data-deckc-action": "editor", hidden: true }, icon("editor"));
    bar.querySelector("[data-deckc-action=menu]")?.before(edit);
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (bar.querySelectorAll("[data-deckc-action]"))) {
    const name = button.dataset.deckcAction ?? "";
    const key = actions[name]?.key;
    button.title = key ? `${t(name)} (${key})` : t(name);
    button.setAttribute("aria-label", t(name));
    if (name === "presenter") button.hidden = !settings.presenter;
    if (name === "draw") button.hidden = !settings.canDraw;
  }
  root.addEventListener("contextmenu", ask);
  menu.addEventListener("keydown", press);
  bar.addEventListener("click", pressBar);
  return {
    update() {
      bar.querySelector("[data-deckc-action=draw]")?.setAttribute("aria-pressed", String(room.isDrawing));
      const edit = /** @type {HTMLElement | null} */ (bar.querySelector("[data-deckc-action=editor]"));
      if (edit) edit.hidden = !actions.editor.isThere?.();
      edit?.setAttribute("aria-pressed", String(room.editor.isOpen));
    },
    destroy() {
      menu.remove();
      root.removeEventListener("contextmenu", ask);
      bar.removeEventListener("click", pressBar);
    },
  };
};
