// @ts-check
// Lays the slides out for paper: #print-container > #print-content > #003-01.print-slide-container, each with
// the global layers around its slide (spec 9.4.2). With `print=clicks` each click but the last is a snapshot.

import { readAddress } from "./address.js";
import { bind } from "./bind.js";
import { mountIslands } from "./islands.js";
import { createScope } from "./scope.js";

/**
 * @param {Element} parent
 * @param {Element} child
 */
const moveInto = (parent, child) => {
  // moveBefore keeps frames and videos running; append would start them anew
  const target = /** @type {any} */ (parent);
  if (target.moveBefore && target.isConnected && child.isConnected) target.moveBefore(child, null);
  else parent.append(child);
};

/**
 * @param {number} no
 * @param {number} clicks
 */
const pageName = (no, clicks) => `${String(no).padStart(3, "0")}-${String(clicks + 1).padStart(2, "0")}`;

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createPrint = (deck, root) => {
  const { pages } = deck;
  const slideshow = /** @type {HTMLElement} */ (root.querySelector("#slideshow"));
  const pageRoot = /** @type {HTMLElement} */ (root.querySelector("#page-root"));
  // as the compiler wrote them: bindings count the classes they find as static
  const layers = Object.fromEntries(
    [...root.querySelectorAll("#slide-content > [data-dc-layer]")].map((layer) => {
      return [layer.getAttribute("data-dc-layer") ?? "", /** @type {Element} */ (layer.cloneNode(true))];
    }),
  );
  /** @type {HTMLElement | null} */
  let container = null;
  /** @type {Element[]} */
  let sheets = [];
  /** @type {number[]} clicks of each slide when all were laid out: what an island adds has no sheets */
  let counts;

  /**
   * @param {string} name
   * @param {number} no
   * @param {import("./deck.js").Deck} [of]
   */
  const layerFor = (name, no, of = deck) => {
    if (!layers[name]) return [];
    const layer = /** @type {Element} */ (layers[name].cloneNode(true));
    const scope = createScope(of, 0, no);
    bind(layer, deck.layers[name] ?? [], scope, () => {})();
    mountIslands(layer, scope);
    return [layer];
  };
  Object.assign(deck, { layerFor, layerOriginals: layers });

  /**
   * @param {number} no
   * @param {number} clicks
   */
  const makeSheet = (no, clicks) => {
    const sheet = root.createElement("div");
    sheet.id = pageName(no, clicks);
    sheet.className = "print-slide-container";
    return sheet;
  };

  const open = () => {
    container = root.createElement("div");
    container.id = "print-container";
    const content = root.createElement("div");
    content.id = "print-content";
    container.append(content);
    counts = deck.slides.map(({ clicks }) => clicks);
    // before the slides: of two elements of one id the first is meant, and it must not be a hidden one
    pageRoot.prepend(container);
    sheets = pages.map((page, index) => {
      const no = index + 1;
      const sheet = makeSheet(no, deck.state.print === "clicks" ? deck.slide(no).clicks : deck.slide(no).start);
      content.append(sheet);
      sheet.append(...layerFor("global-bottom", no));
      moveInto(sheet, page);
      sheet.append(...layerFor("global-top", no));
      return sheet;
    });
  };

  const close = () => {
    pages.forEach((page) => moveInto(slideshow, page));
    container?.remove();
    container = null;
  };

  /** @param {number} stage */
  const keepStage = (stage) =>
    sheets.forEach((sheet, index) => {
      if (stage < deck.slide(index + 1).start || stage >= counts[index]) return;
      const copy = makeSheet(index + 1, stage);
      copy.append(...[...sheet.childNodes].map((node) => node.cloneNode(true)));
      sheet.before(copy);
    });

  // a page that was opened to be printed stays as it is when the browser's dialog closes
  const isForPaper = readAddress(deck, location).print !== "";
  const before = () => void (isForPaper || deck.set({ print: "slides" }));
  const after = () => void (isForPaper || deck.set({ print: "" }));
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);

  return {
    update(state, { stage }) {
      root.documentElement.classList.toggle("print", state.print !== "");
      if (state.print && !container) open();
      if (!state.print && container) close();
      if (state.print !== "clicks" || state.stage === stage || state.stage === Infinity) return;
      return Promise.resolve().then(() => keepStage(state.stage)); // islands have drawn by then
    },
  };
};
