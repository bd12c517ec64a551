// @ts-check
// All keys on one page.

import { createDialog } from "./dialog.js";
import { make } from "./element.js";

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createHelp = (room) => {
  const { t, actions, settings } = room;
  /** @type {[string, [string[], string][]][]} */
  const groups = [
    [
      "moving",
      [
        [["→", "Space", "PgDn"], "next"],
        [["←", "⇧ Space", "PgUp"], "prev"],
        [["↓", "⇧ →"], "nextSlide"],
        [["↑", "⇧ ←"], "prevSlide"],
        [["o", "`"], "overview"],
        [["g"], "goto"],
      ],
    ],
    ["showing", ["presenter", ...(settings.canEdit ? ["editor"] : []), "draw", "laser", "zoom", "black", "white", "dark", "fullscreen", "help"].map((name) => [[actions[name].key ?? ""], name])],
    [
      "drawing",
      [
        [["s"], "stylus"],
        [["l"], "line"],
        [["a"], "arrow"],
        [["r"], "rectangle"],
        [["e"], "ellipse"],
        [["c"], "clear"],
        [["1 – 7"], "color"],
        [["Ctrl Z"], "undo"],
        [["Ctrl ⇧ Z"], "redo"],
        [["Esc"], "close"],
      ],
    ],
  ];
  const fill = () =>
    groups.map(([title, rows]) =>
      make(
        "section",
        {},
        make("h3", {}, t(title)),
        make(
          "dl",
          {},
          ...rows.map(([keys, name]) => make("div", {}, make("dt", {}, ...keys.map((key) => make("kbd", {}, key))), make("dd", {}, t(name)))),
        ),
      ),
    );
  return createDialog(room, "help", t("help"), fill);
};
