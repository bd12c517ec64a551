// @ts-check
// What a speaker lives in, around the slides: presenter view, overview, drawing, and all that is reached by a key.
// Its own state (which tool is in hand, what is blank) is `modes`; the deck's stays with the deck.

import { createActions } from "./actions.js";
import { createDrag } from "./drag.js";
import { createDrawing } from "./draw.js";
import { createEditor } from "./editor.js";
import { createEmbedded } from "./embedded.js";
import { createEntry } from "./entry.js";
import { createExport } from "./export.js";
import { createFollow } from "./follow.js";
import { createGoto } from "./goto.js";
import { createHelp } from "./help.js";
import { createKeys } from "./keys.js";
import { createLaser } from "./laser.js";
import { createLoop } from "./loop.js";
import { createMenu } from "./menu.js";
import { createNotesView } from "./notes_view.js";
import { createOverview } from "./overview.js";
import { createOverviewPage } from "./overview_page.js";
import { createPresenter } from "./presenter.js";
import { createRecord } from "./record.js";
import { createRemote } from "./remote.js";
import { createScreen } from "./screen.js";
import { recall } from "./memory.js";
import { createTexts } from "./texts.js";
import { createWakeLock } from "./wake_lock.js";
import { createWindowTitle } from "./window_title.js";

/** @typedef {ReturnType<typeof createRoom>} Room */

/**
 * @typedef {object} Modes
 * @property {string} tool in hand: a pen's name, "laser", "zoom", or ""
 * @property {string} lastTool the pen that was in hand last
 * @property {string} blank "", "black" or "white"
 * @property {{x: number, y: number, scale: number} | null} zoom
 * @property {{x: number, y: number} | null} pointer where the laser points, in shares of the canvas
 * @property {{state: string, sinceMs: number, elapsedMs: number}} timer
 * @property {boolean} isRecording
 * @property {boolean} awake
 * @property {import("../sync.js").Standing | null} standing
 * @property {boolean} isApart whether this window looks ahead or behind by itself
 */

const PENS = ["stylus", "line", "arrow", "rectangle", "ellipse", "eraser"];

/**
 * @param {import("../deck.js").Deck} deck
 * @param {Document} root
 */
const settingsOf = (deck, root) => {
  const given = deck.config.room ?? {};
  const isServed = root.documentElement.hasAttribute("data-dc-served");
  const mode = isServed ? "dev" : "build";
  /** @param {unknown} value */
  const isOn = (value) => value === true || value === mode;
  const query = new URLSearchParams(location.search);
  const behindHash = new URLSearchParams(location.hash.split("?")[1]);
  /** @param {string} name */
  const asked = (name) => query.get(name) ?? behindHash.get(name);
  return {
    isServed,
    /** Where the decks of the served folder are listed. */
    index: root.documentElement.dataset.dcIndex ?? "",
    asked,
    isEmbedded: asked("embedded") !== null,
    presenter: !!given.presenter,
    canDraw: given.drawings?.enabled === undefined || isOn(given.drawings.enabled),
    presenterOnly: !!given.drawings?.presenterOnly,
    persist: !!given.drawings?.persist,
    canEdit: isServed && deck.config.configs.editor !== false,
    record: isOn(given.record),
    contextMenu: given.contextMenu !== false,
    wakeLock: given.wakeLock !== false,
    duration: Number(given.duration) || 1800,
    timer: given.timer,
    loop: Number(asked("loop") ?? root.documentElement.dataset.dcLoop) || 0,
  };
};

/**
 * @param {import("../deck.js").Deck} deck
 * @param {Document} root
 * @param {((deck: any, root: any) => import("../deck.js").Part)[]} content
 * @param {string} hash
 */
const createRoom = (deck, root, content, hash) => {
  /** @type {import("../deck.js").Part[]} */
  const parts = [];
  const settings = settingsOf(deck, root);
  /** @type {Modes} */
  let modes = {
    tool: "",
    lastTool: recall("pen", "stylus"),
    blank: "",
    zoom: null,
    pointer: null,
    timer: { state: "stopped", sinceMs: 0, elapsedMs: 0 },
    isRecording: false,
    awake: settings.wakeLock,
    standing: null,
    isApart: false,
  };
  const draw = (/** @type {import("../deck.js").State} */ previous, /** @type {Modes} */ before) =>
    parts.forEach((part) => {
      try {
        /** @type {any} */ (part).update(deck.state, previous, before);
      } catch (error) {
        console.error(error); // one broken part must not stop the others
      }
    });
  const room = {
    deck,
    root,
    content,
    settings,
    parts,
    draw,
    ...createTexts(navigator.languages),
    /** Whether the address that the window was opened with names a slide. */
    isPlaced: /^#\/(?:presenter\/)?(?!presenter|overview|notes|entry|remote)[^?/]/.test(hash),
    password: undefined,
    /** Connects anew: as another role, with another password. */
    rejoin: () => {},
    /** Shows drawings that another window made. @type {(drawings: Record<string, string>) => void} */
    takeDrawings: () => {},
    /** @type {ReturnType<typeof createEditor>} */
    editor: /** @type {any} */ (null),
    /** @type {Record<string, import("./actions.js").Action>} */
    actions: {},
    get modes() {
      return modes;
    },
    get isDrawing() {
      return PENS.includes(modes.tool);
    },
    /** @param {Partial<Modes>} changes */
    set: (changes) => {
      const before = modes;
      modes = { ...modes, ...changes };
      if (PENS.includes(modes.tool)) modes.lastTool = modes.tool;
      draw(deck.state, before);
    },
  };
  room.actions = createActions(room);
  room.editor = createEditor(room);
  return room;
};

/**
 * @param {import("../deck.js").Deck} deck
 * @param {Document} root
 * @param {((deck: any, root: any) => import("../deck.js").Part)[]} content what draws a slide
 * @param {string} hash of the address that the page was opened with
 * @returns {import("../deck.js").Part}
 */
export const start = (deck, root, content, hash) => {
  const sheet = root.createElement("style");
  sheet.textContent = /** @type {any} */ (window).deckc.room.css;
  root.head.append(sheet);
  const room = createRoom(deck, root, content, hash);
  room.parts.push(
    createWindowTitle(room),
    createPresenter(room),
    createOverviewPage(room),
    createNotesView(room),
    createRemote(room),
    createEntry(room),
    createOverview(room),
    createGoto(room),
    createHelp(room),
    createScreen(room),
    createDrawing(room),
    createDrag(room),
    room.editor,
    createLaser(room),
    createRecord(room),
    createExport(room),
    createMenu(room),
    createKeys(room),
    createWakeLock(room),
    createEmbedded(room),
    createLoop(room),
    createFollow(room),
  );
  return {
    update: (_, previous) => room.draw(previous, room.modes),
    destroy: () => {
      room.parts.splice(0).forEach((part) => part.destroy());
      sheet.remove();
    },
  };
};
