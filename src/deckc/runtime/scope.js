// @ts-check
// The names an expression sees (spec 7.1). All are live: an expression is a function of this object.

import { clicksContext, createNav } from "./nav.js";

/** @typedef {Record<string, any>} Scope */

/** The address that is shown: of the page, not of a slide, so that it has no `meta`. @param {import("./deck.js").Deck} deck */
const currentRoute = (deck) => {
  const { page, clicks } = deck.state;
  const query = clicks ? { clicks: String(clicks) } : {};
  const path = `/${deck.pathOf(page)}`;
  return { path, fullPath: clicks ? `${path}?clicks=${clicks}` : path, query, params: { no: path.slice(1) }, meta: {}, name: "play", hash: "" };
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {number} own the slide this is for, 0 outside slides
 * @param {number} [page] the page it is printed on, for a global layer
 * @returns {Scope}
 */
export const createScope = (deck, own, page = own) => {
  const nav = createNav(deck, page);
  const { configs, themeConfig } = deck.config;
  return {
    get $clicks() {
      return own ? deck.clicksOf(own) : nav.clicks;
    },
    get $page() {
      return own || nav.currentPage;
    },
    get $clicksContext() {
      return clicksContext(deck, own || nav.currentPage);
    },
    get $route() {
      return currentRoute(deck);
    },
    get $scale() {
      return Number(document.documentElement.style.getPropertyValue("--slidev-slide-scale")) || 1;
    },
    $nav: nav,
    $slidev: { nav, configs, themeConfigs: themeConfig },
    $frontmatter: own ? deck.slide(own).frontmatter : {},
    get $renderContext() {
      return own ? deck.state.view || "slide" : "none";
    },
  };
};
