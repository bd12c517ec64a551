// @ts-check
// Puts new slides in the place of old ones in a page that is shown, and keeps the reader where they were: on the
// slide that they saw, wherever it now stands, at its click and scroll.

import { restoreElements } from "./restore.js";

/** @typedef {import("./deck.js").Deck} Deck */

/** As `pages.js` hides slides: what a reader searches for is found in them. */
const HIDDEN = "until-found";

/**
 * @param {Document} root
 * @param {string} markup
 */
const makePage = (root, markup) => {
  const template = root.createElement("template");
  template.innerHTML = markup;
  restoreElements(template.content);
  for (const image of template.content.querySelectorAll("img")) image.decoding = "sync"; // no blank frame
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
};

/**
 * Shows other content in a global layer, here and in copies that are made from now on.
 * @param {Deck} deck
 * @param {Document} root
 * @param {string} name
 * @param {string} markup
 */
export const swapLayer = (deck, root, name, markup) => {
  const template = root.createElement("template");
  template.innerHTML = markup;
  restoreElements(template.content);
  for (const layer of root.querySelectorAll(`:is(#slide-content, nav) > [data-dc-layer="${name}"]`)) {
    layer.replaceChildren(template.content.cloneNode(true));
  }
  deck.layerOriginals[name]?.replaceChildren(template.content);
};

/**
 * Where an element's parts were scrolled to, and where its films stood; they are found again by their place.
 * @param {Element} page
 */
const keepPlaces = (page) => {
  const before = [...page.querySelectorAll("*")];
  /** @type {((after: Element[]) => void)[]} */
  const acts = [];
  before.forEach((element, index) => {
    const { scrollTop, scrollLeft } = element;
    if (scrollTop || scrollLeft) acts.push((after) => after[index]?.scrollTo(scrollLeft, scrollTop));
    if (!(element instanceof HTMLMediaElement) || !element.currentTime) return;
    const { currentTime, paused } = element;
    acts.push((after) => {
      const film = after[index];
      if (!(film instanceof HTMLMediaElement)) return;
      film.currentTime = currentTime;
      if (!paused) film.play().catch(() => {});
    });
  });
  return (/** @type {Element} */ next) => {
    const after = acts.length ? [...next.querySelectorAll("*")] : [];
    acts.forEach((act) => act(after));
  };
};

/**
 * The slide to show: the one that was shown, else the next of those behind it that is still there, else the last.
 * @param {number[]} origins for each slide the old one that it was, from 0; -1 for none
 * @param {number} at the old slide that was shown, from 0
 */
const landing = (origins, at) => {
  const same = origins.indexOf(at);
  if (same >= 0) return same;
  const behind = origins.filter((origin) => origin > at);
  return behind.length ? origins.indexOf(Math.min(...behind)) : origins.length - 1;
};

/**
 * @param {HTMLElement} slideshow
 * @param {HTMLElement[]} pages
 */
const order = (slideshow, pages) => {
  /** @type {Element | null} */
  let next = null;
  for (let index = pages.length - 1; index >= 0; index -= 1) {
    const page = pages[index];
    if (page.parentNode !== slideshow || page.nextElementSibling !== next) {
      const target = /** @type {any} */ (slideshow);
      if (target.moveBefore && page.isConnected) target.moveBefore(page, next); // frames and films go on
      else slideshow.insertBefore(page, next);
    }
    next = page;
  }
};

/**
 * @param {HTMLElement} page
 * @param {number} at its number
 * @param {number} total
 */
const number = (page, at, total) => {
  const no = String(at);
  if (page.dataset.slidevNo !== no) {
    page.classList.remove(`slidev-page-${page.dataset.slidevNo}`);
    page.classList.add(`slidev-page-${no}`);
    page.dataset.slidevNo = no;
  }
  const label = `${no} / ${total}`;
  if (page.getAttribute("aria-label") !== label) page.setAttribute("aria-label", label);
};

/**
 * @param {HTMLElement[]} pages
 * @param {number} no
 */
const showOnly = (pages, no) =>
  pages.forEach((page, index) => {
    if (index + 1 === no) page.removeAttribute("hidden");
    else if (!page.hasAttribute("hidden")) page.setAttribute("hidden", HIDDEN);
  });

/**
 * Names the slide's new address in place of its old one, without an entry in the history.
 * @param {string} before
 * @param {string} after
 */
const readdress = (before, after) => {
  if (before === after) return;
  const hash = location.hash.replace(/^#\/([^?]*)/, (_, path) => {
    return `#/${path.split("/").map((/** @type {string} */ part) => (part === before ? after : part)).join("/")}`;
  });
  history.replaceState(history.state, "", hash);
};

/**
 * @param {Deck} deck
 * @param {Document} root
 * @param {import("./live.js").LivePatch} patch
 * @param {import("./deck.js").SlideGiven[]} given what the runtime is told of each new slide
 */
export const swapSlides = (deck, root, patch, given) => {
  const oldPages = [...deck.pages];
  const oldSlides = [...deck.slides];
  const { page: oldNo, clicks } = deck.state;
  const oldPath = deck.pathOf(oldNo);
  /** @type {number[]} */
  const origins = [];
  /** @type {HTMLElement[]} */
  const pages = [];
  /** @type {import("./deck.js").SlideGiven[]} */
  const slides = [];
  /** @type {number[]} */
  const changed = [];
  /** @type {(() => void)[]} */
  const acts = [];
  let fresh = 0;
  for (const run of patch.slides) {
    if (typeof run !== "number") {
      for (let index = run[0]; index < run[0] + run[1]; index += 1) {
        origins.push(index);
        pages.push(oldPages[index]);
        slides.push(oldSlides[index]);
      }
      continue;
    }
    const page = makePage(root, patch.pages[fresh]);
    const old = oldPages[run];
    const hidden = old ? old.getAttribute("hidden") : HIDDEN;
    if (hidden === null) page.removeAttribute("hidden");
    else page.setAttribute("hidden", hidden);
    if (old && !old.hidden) {
      const putBack = keepPlaces(old);
      acts.push(() => putBack(page));
    }
    old?.replaceWith(page);
    origins.push(run);
    pages.push(page);
    slides.push(given[fresh]);
    changed.push(pages.length);
    fresh += 1;
  }
  if (origins.length === oldPages.length && origins.every((origin, index) => origin === index)) {
    for (const no of changed) number(pages[no - 1], no, pages.length);
  } else {
    const kept = new Set(pages);
    const slideshow = /** @type {HTMLElement} */ (root.querySelector("#slideshow"));
    for (const page of oldPages) if (!kept.has(page)) page.remove();
    if (!deck.state.print) order(slideshow, pages);
    pages.forEach((page, index) => number(page, index + 1, pages.length));
  }
  deck.pages.splice(0, Infinity, ...pages);
  deck.slides.splice(0, Infinity, ...slides);
  const no = landing(origins, oldNo - 1) + 1;
  const { start, clicks: last } = deck.slide(no);
  readdress(oldPath, deck.pathOf(no));
  const isSame = origins[no - 1] === oldNo - 1;
  if (!isSame && !deck.state.print) showOnly(pages, no); // another slide may stand at the same number
  void deck.set(/** @type {any} */ ({ page: no, clicks: isSame ? Math.max(start, Math.min(clicks, last)) : start }));
  acts.forEach((act) => act());
  root.dispatchEvent(new CustomEvent("deckc:slides", { detail: { changed, origins } }));
};
