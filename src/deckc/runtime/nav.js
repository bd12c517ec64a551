// @ts-check
// What a deck's expressions and other programs steer by: `$nav`, and `window.deckc.nav` (spec 7.2).

import { markToc } from "./toc.js";

/**
 * @param {import("./deck.js").Deck} deck
 * @param {number} no
 */
export const routeOf = (deck, no) => {
  const { title, level, layout, frontmatter, note, transition, clicks } = deck.slide(no);
  const slide = { no, index: no - 1, title, level, frontmatter, noteHTML: note };
  return { no, path: `/${deck.pathOf(no)}`, meta: { ...frontmatter, layout, transition, clicks, slide } };
};

/**
 * The last click of a slide, as far as what it shows now has clicks.
 * @param {import("./deck.js").Deck} deck
 * @param {number} no
 */
const totalOf = (deck, no) => deck.slide(no).totals?.[deck.clicksOf(no)] ?? deck.slide(no).clicks;

/**
 * @param {import("./deck.js").Deck} deck
 * @param {number} [own] the slide whose page this is for: in print it is the current one
 */
export const createNav = (deck, own) => {
  const page = () => (deck.state.print && own) || deck.state.page;
  const slide = () => deck.slide(page());
  /** In print every page stands still. */
  const moving = /** @template {unknown[]} A @param {(...args: A) => Promise<void>} act */ (act) =>
    /** @param {A} args */ async (...args) => {
      if (!deck.state.print) await act(...args);
    };

  return {
    get currentPage() {
      return page();
    },
    get currentSlideNo() {
      return page();
    },
    get currentPath() {
      return `/${deck.pathOf(page())}`;
    },
    get currentLayout() {
      return slide().layout;
    },
    get currentFrontmatter() {
      return slide().frontmatter;
    },
    get currentSlideRoute() {
      return routeOf(deck, page());
    },
    get currentTransition() {
      const name = slide().transition[deck.state.direction < 0 ? 1 : 0];
      return name ? { name } : undefined;
    },
    get slides() {
      return deck.slides.map((_, index) => routeOf(deck, index + 1));
    },
    get total() {
      return deck.total;
    },
    get clicks() {
      return deck.clicksOf(page());
    },
    get clicksStart() {
      return slide().start;
    },
    get clicksTotal() {
      return totalOf(deck, page());
    },
    get clicksContext() {
      return clicksContext(deck, page());
    },
    get queryClicks() {
      return deck.clicksOf(page());
    },
    get nextRoute() {
      return routeOf(deck, Math.min(deck.total, page() + 1));
    },
    get prevRoute() {
      return routeOf(deck, Math.max(1, page() - 1));
    },
    get hasNext() {
      return page() < deck.total || deck.clicksOf(page()) < slide().clicks;
    },
    get hasPrev() {
      return page() > 1 || deck.clicksOf(page()) > 0;
    },
    get navDirection() {
      return deck.state.direction;
    },
    get clicksDirection() {
      return deck.state.clicksDirection;
    },
    get tocTree() {
      return markToc(deck.toc, page());
    },
    get isPrintMode() {
      return deck.state.print !== "";
    },
    get isPrintWithClicks() {
      return deck.state.print === "clicks";
    },
    isEmbedded: new URLSearchParams(location.search).has("embedded"),
    get isPlaying() {
      return !deck.state.view;
    },
    get isPresenter() {
      return deck.state.view === "presenter";
    },
    get isNotesViewer() {
      return deck.state.view === "notes";
    },
    isPresenterAvailable: !!deck.config.room?.presenter,
    hasPrimarySlide: true,
    next: moving(deck.next),
    prev: moving(deck.prev),
    nextSlide: moving((/** @type {boolean} */ atEnd = false) => deck.neighbour(1, atEnd)),
    prevSlide: moving((/** @type {boolean} */ atEnd = false) => deck.neighbour(-1, atEnd)),
    /** Shows a slide (number or alias) at a click; resolves when it is on screen. */
    go: moving(async (/** @type {number | string} */ no, /** @type {number} */ clicks = 0) => {
      const target = typeof no === "number" ? no : deck.find(no);
      if (target) await deck.move(target, Number(clicks));
    }),
    goFirst: moving(() => deck.move(1, 0)),
    goLast: moving(() => deck.move(deck.total, 0)),
    enterPresenter: async () => void (deck.config.room?.presenter && (await deck.set({ view: "presenter" }))),
    exitPresenter: () => deck.set({ view: "" }),
    openInEditor: async () => {},
  };
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {number} no
 */
export const clicksContext = (deck, no) => ({
  get current() {
    return deck.clicksOf(no);
  },
  set current(clicks) {
    if (no === deck.state.page) void deck.move(no, clicks);
  },
  clicksStart: deck.slide(no).start,
  total: totalOf(deck, no),
  isMounted: true,
});
