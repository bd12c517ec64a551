// @ts-check
// Keeps the windows of a talk together (runtime/sync.js): place, drawings, pointer, timer, blank, zoom. A window that
// may not drive can look ahead or behind; a button then leads back to the speaker.

import { connect, publish } from "../sync.js";
import { make } from "./element.js";

/** How long the slides themselves may take to come when the shared state has their new numbers. */
const SETTLE_MS = 300;
/** Modes that all windows share. */
const SHARED = ["timer", "blank", "zoom", "pointer"];

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createFollow = (room) => {
  const { deck, root, settings, t } = room;
  if (settings.isEmbedded || settings.loop) return { update() {}, destroy() {} };
  const roleOf = () => ({ presenter: "presenter", remote: "remote" })[deck.state.view] ?? "viewer";
  /** What all hold, as far as this window knows: heard or told. @type {Record<string, any>} */
  const known = { ...room.modes };
  /** @type {() => void} */
  let leave = () => {};
  let isHearing = false;
  /** The slides as they were last drawn: `deckc serve` may put others in their place. @type {HTMLElement[]} */
  let pages = [...deck.pages];

  let settling = 0;
  /** @type {Record<string, string>} */
  let drawings = {};

  const isAtSpeaker = () => deck.state.page === known.slide && deck.state.clicks === known.clicks;
  const go = () => void (isAtSpeaker() || deck.move(known.slide, known.clicks));
  /** Numbers and slides come by different ways: when both are there, the numbers count. */
  const settle = () => {
    clearTimeout(settling);
    settling = window.setTimeout(() => {
      if (known.slide && !room.modes.isApart) go();
      room.takeDrawings(drawings);
    }, SETTLE_MS);
  };
  root.addEventListener("deckc:slides", settle);

  const rejoin = make("button", { type: "button", class: "deckc-rejoin deckc-ui", "data-deckc-ui": true, hidden: true });
  rejoin.addEventListener("click", () => {
    room.set({ isApart: false });
    go();
    rejoin.blur();
  });
  root.body.append(rejoin);

  /**
   * @param {any} state
   * @param {import("../sync.js").Change} change
   */
  const hear = (state, { keys, isOwn, isJoin, isRenumbered }) => {
    drawings = state.drawings;
    if (isOwn) return;
    /** @type {Record<string, any>} */
    const heard = {};
    for (const name of SHARED) if (keys.has(name)) heard[name] = state[name] ?? (name === "blank" ? "" : null);
    if (!heard.timer) delete heard.timer;
    Object.assign(known, heard);
    if (isRenumbered) settle(); // until then they stay with their slides
    else if (keys.has("drawings")) room.takeDrawings(drawings);
    const isPlace = keys.has("slide") && Number(state.slide) >= 1;
    if (isPlace) Object.assign(known, { slide: Math.min(Number(state.slide), deck.total), clicks: Number(state.clicks) || 0 });
    // an address that names a slide is meant: such a window does not jump as it opens
    isHearing = true;
    if (isPlace && !isRenumbered && !room.modes.isApart && !(isJoin && room.isPlaced)) go();
    isHearing = false;
    room.set(heard); // after the slide: a zoom is of the slide it was made on
  };

  const join = () => {
    const onStanding = (/** @type {any} */ standing) => {
      room.set({ standing: { ...standing } });
      if (standing.isRefused && roleOf() !== "viewer") void deck.set({ view: "entry" }); // where the password is asked for
    };
    leave = connect(hear, { role: roleOf(), password: room.password, onStanding });
  };
  room.rejoin = () => {
    leave();
    join();
  };
  join();

  const tell = (/** @type {boolean} */ isMoved) => {
    if (isHearing) return;
    const { state } = deck;
    const modes = /** @type {Record<string, any>} */ (room.modes);
    const names = SHARED.filter((name) => modes[name] !== known[name]);
    /** @type {Record<string, any>} */
    const told = Object.fromEntries(names.map((name) => [name, modes[name]]));
    const isStep = isMoved && !isAtSpeaker();
    if (isStep) Object.assign(told, { slide: state.page, clicks: state.clicks });
    const isHeard = Object.keys(told).length > 0 && publish(told);
    if (isHeard) Object.assign(known, told);
    else if (isStep && known.slide) room.modes.isApart = true;
    if (isAtSpeaker()) room.modes.isApart = false;
  };

  /** Slides that were added, removed or moved take this window along; the server tells all of it. */
  const isRenumbered = () => {
    const isOther = pages.length !== deck.pages.length || pages.some((page, at) => page !== deck.pages[at]);
    if (isOther) pages = [...deck.pages];
    return isOther;
  };

  return {
    update(state, previous) {
      if (state.view !== previous.view && roleOf() !== "viewer") room.rejoin();
      tell(!isRenumbered() && (state.page !== previous.page || state.clicks !== previous.clicks));
      rejoin.hidden = !room.modes.isApart || state.print !== "";
      rejoin.textContent = `${t("rejoin")} · ${known.slide}`;
    },
    destroy() {
      clearTimeout(settling);
      root.removeEventListener("deckc:slides", settle);
      leave();
      rejoin.remove();
    },
  };
};
