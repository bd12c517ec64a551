// @ts-check
// Edits the shown slide's Markdown beside it and writes it into the author's file (docs/sync-protocol.md, "Writing
// from the browser"), shortly after the last key: `deckc serve` then puts the new slide into the page. It follows the
// slide that is shown. What cannot be written stays in the pane, with the reason. Only on the machine that serves.

import { createEditorPane } from "./editor_pane.js";
import { readSlide, writeSlide } from "./source.js";

const WRITE_MS = 300;
const READ_TRIES = 4;
/** In this tab: the pane is there again when the page is loaded anew. */
const OPEN_KEY = "deckc-editor";

/** @param {number} ms */
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * @param {import("./room.js").Room} room
 * @param {import("./editor_pane.js").EditorPane} pane
 */
const createDraft = ({ deck, t }, pane) => {
  const { text } = pane;
  /** The slide whose text it is, from 1; 0 for none. */
  let no = 0;
  /** Its Markdown in the file, as far as it is known, and the digest to go with it. */
  let base = "";
  let digest = "";
  /** Whether the slide is no longer in the deck. */
  let isGone = false;
  /** Whether the file is known to hold another text than `base`. */
  let isStale = false;
  let timer = 0;
  /** Reads and writes go one after the other. @type {Promise<unknown>} */
  let queue = Promise.resolve();

  const isDirty = () => no > 0 && text.value.trim() !== base;

  /** @param {string} problem @param {boolean} canOverwrite */
  const refuse = (problem, canOverwrite) => {
    isStale ||= canOverwrite;
    pane.tell({ problem: `${t("failed")}: ${problem}`, canOverwrite });
  };

  /** @param {import("./source.js").SlideText} told */
  const take = ({ content = "", digest: given = "", file = "", line = 0 }) => {
    [base, digest, isStale] = [content.trim(), given, false];
    pane.name(no, `${file.split(/[\\/]/).pop()}:${line}`);
  };

  /** @param {number} page */
  const load = async (page) => {
    let told = await readSlide(page);
    // while the deck is being compiled anew its file may be ahead of it
    for (let tries = 1; told.problem && tries < READ_TRIES; tries += 1) {
      await wait(WRITE_MS);
      told = await readSlide(page);
    }
    if (told.problem) return refuse(told.problem, false);
    [no, isGone] = [page, false];
    take(told);
    text.value = told.content ?? "";
    text.scrollTop = 0;
    text.setSelectionRange(0, 0);
    pane.tell({});
  };

  const write = async () => {
    clearTimeout(timer);
    if (!isDirty()) return isStale ? load(deck.state.page) : pane.tell({ done: t("saved") });
    if (isGone) return refuse(t("gone"), false);
    const content = text.value.trim();
    let answer = await writeSlide(no, { content, digest });
    if (answer.isConflict) {
      const there = await readSlide(no);
      // something else of the slide was changed: its note, its frontmatter
      if (!there.problem && there.content?.trim() === base) answer = await writeSlide(no, { content, digest: there.digest });
    }
    if (answer.problem) return refuse(answer.problem, !!answer.isConflict);
    take(answer);
    pane.tell({ done: isDirty() ? "" : t("saved") });
  };

  /** What was changed elsewhere is shown here, unless something is being written. */
  const reread = async () => {
    if (isDirty()) return write();
    const told = await readSlide(no);
    if (told.problem || isDirty()) return;
    const before = base;
    take(told);
    if (base === before) return;
    text.value = told.content ?? "";
    pane.tell({});
  };

  /** Goes to the slide that is shown, once this one's text is in its file. */
  const go = async () => {
    if (no === deck.state.page && !isGone) return;
    if (isDirty()) await write();
    if (!isDirty()) await load(deck.state.page);
  };

  /** @param {() => Promise<unknown>} act */
  const enqueue = (act) => (queue = queue.then(act).catch((error) => refuse(String(error), false)));

  return {
    isDirty,
    save: () => enqueue(write),
    saveSoon: () => {
      pane.say("");
      clearTimeout(timer);
      timer = window.setTimeout(() => enqueue(write).then(() => enqueue(go)), WRITE_MS);
    },
    follow: () => enqueue(go),
    reload: () => enqueue(() => load(deck.state.page)),
    overwrite: () =>
      enqueue(async () => {
        const told = await readSlide(no);
        if (told.problem) return refuse(told.problem, true);
        take(told);
        await write();
        await go();
      }),
    /** @param {{changed: number[], origins: number[]}} patch of runtime/live_swap.js */
    renumber: ({ changed, origins }) => {
      if (!no) return;
      const at = origins.indexOf(no - 1) + 1;
      isGone = !at;
      no = at || no;
      if (isGone) enqueue(go);
      else if (changed.includes(at)) enqueue(reread);
    },
    forget: () => {
      clearTimeout(timer);
      no = 0;
    },
  };
};

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part & {toggle: () => void, isOpen: boolean}}
 */
export const createEditor = (room) => {
  const { deck, root, settings } = room;
  const none = { update() {}, destroy() {}, toggle() {}, isOpen: false };
  if (!settings.canEdit) return none;
  let isOpen = sessionStorage.getItem(OPEN_KEY) !== null;
  /** @type {HTMLElement | null} */
  let opener = null;

  const close = async () => {
    await draft.save();
    if (draft.isDirty()) return pane.text.focus(); // the reason stands there
    isOpen = false;
    draft.forget();
    sessionStorage.removeItem(OPEN_KEY);
    pane.show(false);
    if (opener?.isConnected) opener.focus();
    else pane.text.blur();
    void deck.refresh();
  };
  const toggle = () => {
    if (isOpen) return void close();
    opener = root.activeElement instanceof HTMLButtonElement ? root.activeElement : null;
    isOpen = true;
    sessionStorage.setItem(OPEN_KEY, "");
    void deck.refresh();
    pane.text.focus();
  };
  const pane = createEditorPane(room, {
    close,
    type: () => draft.saveSoon(),
    save: () => draft.save(),
    reload: () => draft.reload(),
    overwrite: () => draft.overwrite(),
  });
  const draft = createDraft(room, pane);

  /** @param {any} event */
  const renumber = ({ detail }) => draft.renumber(detail);
  /** @param {BeforeUnloadEvent} event */
  const leave = (event) => {
    if (!isOpen || !draft.isDirty()) return;
    void draft.save();
    event.preventDefault();
  };
  root.addEventListener("deckc:slides", renumber);
  window.addEventListener("beforeunload", leave);
  let isShown = false;
  return {
    toggle,
    get isOpen() {
      return isOpen;
    },
    update(state, previous) {
      const isWanted = isOpen && !!room.actions.editor.isThere?.() && !state.print;
      if (isWanted !== isShown) pane.show(isWanted);
      if (isWanted && (!isShown || state.page !== previous.page)) {
        // behind the event that renumbers slides
        queueMicrotask(() => void draft.follow());
      }
      isShown = isWanted;
    },
    destroy() {
      root.removeEventListener("deckc:slides", renumber);
      window.removeEventListener("beforeunload", leave);
      pane.destroy();
    },
  };
};
