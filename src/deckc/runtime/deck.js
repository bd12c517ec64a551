// @ts-check
// The deck's state and the only ways to change it. Parts draw what it says and hold no state of their own.
//
//     const deck = createDeck(given)
//     deck.add(createPages(deck, document))
//     await deck.move(3, 0)                  every part has drawn slide 3, and its transition is over

import { transitionBetween } from "./transition.js";

/**
 * @typedef {object} SlideGiven
 * @property {number} clicks last click
 * @property {number[]} [totals] last click as it is at each click, where it changes
 * @property {number} start first click
 * @property {string | null} title inline Markdown, raw
 * @property {number | null} level
 * @property {string | null} alias
 * @property {string} layout
 * @property {[string | null, string | null]} transition forward and backward
 * @property {Record<string, unknown>} frontmatter
 * @property {import("./bind.js").Entry[]} bindings
 * @property {string} note HTML
 */

/**
 * @typedef {object} TocGiven
 * @property {number} no
 * @property {string} title
 * @property {number} level
 * @property {string} path
 * @property {boolean} hideInToc
 * @property {TocGiven[]} children
 */

/**
 * @typedef {object} Given what the compiler writes into the page (docs/dom-contract.md, "The deck object")
 * @property {SlideGiven[]} slides
 * @property {Record<string, import("./bind.js").Entry[]>} layers
 * @property {TocGiven[]} toc
 * @property {{title: string, titleTemplate: string, width: number, height: number, schema: string,
 *   selectable: boolean, transition: unknown, configs: Record<string, unknown>,
 *   themeConfig: Record<string, unknown>, room: Record<string, any> | null}} config
 */

/**
 * @typedef {object} State
 * @property {number} page slide shown, from 1
 * @property {number} clicks
 * @property {number} direction of the last change of slide: below, at or above 0
 * @property {number} clicksDirection of the last step
 * @property {string} transition of the change being drawn; "" for none
 * @property {boolean} dark
 * @property {string} dialog name of the dialog that is open, or ""
 * @property {string} view what the page shows instead of the slide alone: "presenter", "overview", "notes" ..., or ""
 * @property {"" | "slides" | "clicks"} print pages instead of one slide: one for each slide, or for each click
 * @property {number} stage click at which slides are printed
 */

/**
 * @typedef {object} Part
 * @property {(state: State, previous: State) => void | Promise<unknown>} update draws the state
 * @property {() => void} [destroy] takes back what would outlast a slide drawn in small, of parts that draw such
 */

/** @typedef {ReturnType<typeof createDeck>} Deck */

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

/** @type {State} */
const START = {
  page: 1,
  clicks: 0,
  direction: 0,
  clicksDirection: 0,
  transition: "",
  dark: false,
  dialog: "",
  view: "",
  print: "",
  stage: Infinity,
};

/**
 * @param {Given} given
 * @param {HTMLElement[]} pages the slides in the page, slide 1 first
 */
export const createDeck = (given, pages) => {
  /** @type {Part[]} */
  const parts = [];
  const count = () => given.slides.length; // `deckc serve` adds and removes slides: runtime/live.js
  let state = START;
  /** @type {WeakMap<HTMLElement, HTMLElement>} */
  const originals = new WeakMap();

  /** @param {number} no */
  const slide = (no) => given.slides[no - 1];

  /**
   * The click a slide stands at: behind the current slide at its end, ahead of it at its start (spec 6.1.4).
   * @param {number} no
   */
  const clicksOf = (no) => {
    const { start, clicks } = slide(no);
    if (state.print) return clamp(state.stage, start, Math.max(start, clicks));
    if (no === state.page) return state.clicks;
    return no < state.page ? Math.max(start, clicks) : start;
  };

  /** @param {State} previous */
  const draw = (previous) =>
    Promise.all(
      parts.map((part) => {
        try {
          return part.update(state, previous);
        } catch (error) {
          console.error(error); // one broken part must not stop the others
          return undefined;
        }
      }),
    );

  /** @param {Partial<State>} changes */
  const change = async (changes) => {
    const previous = state;
    state = { ...state, transition: "", ...changes };
    if (state.transition === "view-transition") {
      const view = /** @type {any} */ (document).startViewTransition(() => void draw(previous));
      await view.finished.catch(() => {});
    } else {
      await draw(previous);
    }
  };

  /**
   * Shows a slide at a click; both are brought into range.
   * @param {number} page
   * @param {number} clicks
   * @param {number} [clicksDirection]
   * @param {Partial<State>} [rest] what changes with it
   */
  const move = async (page, clicks, clicksDirection = state.clicksDirection, rest = {}) => {
    const no = clamp(Math.trunc(page) || 1, 1, count());
    const { start, clicks: last } = slide(no);
    const at = clamp(clicks || 0, start, Math.max(start, last));
    if (no === state.page) return change({ ...rest, clicks: at, clicksDirection });
    const direction = no - state.page;
    const transition = transitionBetween(given.slides, state.page, no);
    return change({ ...rest, page: no, clicks: at, clicksDirection, direction, transition });
  };

  return {
    given,
    pages,
    /** A global layer once more, for a copy of a slide. @type {(name: string, no: number, of: any) => Element[]} */
    layerFor: () => [],
    /** Global layers as they were compiled. @type {Record<string, Element>} */
    layerOriginals: {},
    /** Remembers a slide as it was compiled, before anything in it changes. @param {HTMLElement} page */
    keep: (page) => void (originals.has(page) || originals.set(page, /** @type {HTMLElement} */ (page.cloneNode(true)))),
    /** @param {HTMLElement} page */
    originalOf: (page) => originals.get(page) ?? page,
    slide,
    clicksOf,
    move,
    slides: given.slides,
    layers: given.layers,
    config: given.config,
    get total() {
      return count();
    },
    get toc() {
      return given.toc;
    },
    get state() {
      return state;
    },

    /**
     * The number a slide is named by: "3", or its alias; 0 where there is none.
     * @param {string | number} name
     */
    find: (name) => {
      const byAlias = given.slides.findIndex(({ alias }) => alias !== null && alias === String(name));
      if (byAlias >= 0) return byAlias + 1;
      const no = /^\d+$/.test(String(name)) ? Number(name) : 0;
      return no <= count() ? no : 0;
    },

    /** @param {number} no */
    pathOf: (no) => slide(no).alias ?? String(no),

    /** One click on; at the end of a slide, the next one at its start. */
    next: async () => {
      const { page, clicks } = state;
      if (clicks < slide(page).clicks) return move(page, clicks + 1, 1);
      if (page < count()) return move(page + 1, 0, 1);
    },

    /** One click back; at the start of a slide, the one before at its end. */
    prev: async () => {
      const { page, clicks } = state;
      if (clicks > slide(page).start) return move(page, clicks - 1, -1);
      if (page > 1) return move(page - 1, Infinity, -1);
    },

    /**
     * The slide that lies `step` on from here, at its start or its end.
     * @param {1 | -1} step
     * @param {boolean} [atEnd]
     */
    neighbour: async (step, atEnd = false) => {
      const page = state.page + step;
      if (page >= 1 && page <= count()) return move(page, atEnd ? Infinity : 0, step);
    },

    /**
     * Changes what is neither slide nor click.
     * @param {Partial<Pick<State, "dark" | "dialog" | "view" | "print" | "stage">>} changes
     */
    set: change,

    /** Draws again, for what changed outside the state. */
    refresh: () => change({}),

    /**
     * Takes the place and look to begin with, and draws all parts.
     * @param {Partial<State>} begin
     * @param {Part[]} all
     */
    begin: (begin, all) => {
      parts.push(...all);
      const no = begin.page || 1;
      const { start, clicks } = slide(no);
      state = { ...state, ...begin, page: no, clicks: clamp(begin.clicks || 0, start, Math.max(start, clicks)) };
      return draw(state);
    },
  };
};
