// @ts-check
// Brings a built page to life: the page's script ends with `deckc.start({...})`.

import { createAddress, readAddress } from "./address.js";
import { createAnnounce } from "./announce.js";
import { createBindings } from "./bindings.js";
import { createClicks } from "./clicks.js";
import { createCodeCopy } from "./code_copy.js";
import { createCodeGroups } from "./code_groups.js";
import { createCodeRun } from "./code_run.js";
import { createCodeSteps } from "./code_steps.js";
import { createControls } from "./controls.js";
import { createCursor } from "./cursor.js";
import { createDeck } from "./deck.js";
import { createFitText } from "./fit_text.js";
import { createIslands } from "./islands.js";
import { createKeyboard } from "./keyboard.js";
import { createLinks } from "./links.js";
import { createMagicMove } from "./magic_move.js";
import { createMarks } from "./marks.js";
import { createMotion } from "./motion.js";
import { createNav } from "./nav.js";
import { createPages } from "./pages.js";
import { createPointer } from "./pointer.js";
import { createPreload } from "./preload.js";
import { createPrint } from "./print.js";
import { createRoom } from "./open_room.js";
import { restoreElements } from "./restore.js";
import { createScale } from "./scale.js";
import { createSchema, isDarkWanted } from "./schema.js";
import { createSwitches } from "./switches.js";
import { createVideos } from "./videos.js";

/** What draws a slide alone: of these, the room makes other views of it. */
const CONTENT = [createBindings, createIslands, createSwitches, createClicks, createCodeSteps, createMagicMove, createFitText, createMotion, createMarks];

/** @param {import("./deck.js").Given} given */
export const start = async (given) => {
  if (!given.slides.length) return;
  restoreElements(document);
  const deck = createDeck(given, [...document.querySelectorAll("#slideshow > .slidev-page")]);
  const { page, clicks, view, print } = readAddress(deck, location);
  // drawn in this order: the content of slides, what is shown of it, what is laid out around it
  const parts = [
    createScale(deck, document),
    createSchema(deck, document),
    createBindings(deck, document),
    createIslands(deck, document), // before what looks for elements that islands make
    createSwitches(deck, document),
    createClicks(deck, document),
    createPages(deck, document),
    createCodeSteps(deck, document), // behind the pages: what is not shown has no place to scroll to
    createMagicMove(deck, document),
    createCodeRun(deck, document),
    createFitText(deck, document), // the same holds for what is measured
    createMotion(deck, document),
    createMarks(deck, document),
    createVideos(deck, document),
    createPrint(deck, document), // behind all that it may copy
    createLinks(deck, document),
    createAddress(deck, window),
    createControls(deck, document),
    createAnnounce(deck, document),
    createKeyboard(deck, document),
    createPointer(deck, document),
    createCodeGroups(deck, document),
    createCodeCopy(deck, document),
    createCursor(deck, document),
    createPreload(deck, document),
    createRoom(deck, document, CONTENT),
  ];
  Object.assign(/** @type {any} */ (window).deckc, { deck, nav: createNav(deck) });
  void deck.begin({ page: page || 1, clicks, view, dark: isDarkWanted(given.config.schema) }, parts);
  if (!print) return;
  const last = print === "clicks" ? Math.max(...deck.slides.map((slide) => slide.clicks)) : 0;
  for (let stage = 0; stage < last; stage += 1) await deck.set({ print, stage });
  void deck.set({ print, stage: Infinity });
};
