// @ts-check
// The room's keys: one letter for each action. Off where the deck's own are off.

import { isOnControl, isTyping } from "../focus.js";

/** Keys by the action they ask for, beside the one that is shown. @type {Record<string, string>} */
const OTHERS = { "`": "overview", ".": "black" };
/** Keys that the core of the runtime minds. */
const CORE = ["next", "prev", "nextSlide", "prevSlide", "dark", "fullscreen"];

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createKeys = (room) => {
  const { deck, root, actions } = room;
  const byKey = new Map(Object.entries(OTHERS));
  for (const [name, { key }] of Object.entries(actions)) if (key && !CORE.includes(name)) byKey.set(key, name);

  /** Escape puts away what lies over the slide, one thing at a time. */
  const escape = () => {
    const { modes } = room;
    if (modes.tool) room.set({ tool: "" });
    else if (modes.zoom) room.set({ zoom: null });
    else if (modes.blank) room.set({ blank: "" });
    else return false;
    return true;
  };

  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || event.repeat) return;
    if (deck.state.print || deck.state.dialog || isTyping(root)) return;
    if (event.key === "Escape" && escape()) return event.preventDefault();
    const action = actions[byKey.get(event.key.toLowerCase()) ?? ""];
    if (!action || isOnControl(root) || action.isThere?.() === false) return;
    event.preventDefault();
    void action.run();
  };
  root.addEventListener("keydown", press);
  return { update() {}, destroy: () => root.removeEventListener("keydown", press) };
};
