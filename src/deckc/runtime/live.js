// @ts-check
// Stands in served pages alone: takes each change of the deck into the page while it is shown, so that the reader
// stays at the same slide, click and scroll, and shows what is wrong with the deck over it.
//
//     {version, from, patch: {slides: [[0, 3], 3, [4, 2], -1], pages: [html, html], script, css, toc, title, layers,
//      islands}, problems}
//
// `slides` has [first, count] for slides that stay, else the old slide (from 0) that a new one was, -1 for none.

import { createOverlay } from "./live_overlay.js";
import { swapLayer, swapSlides } from "./live_swap.js";

/**
 * @typedef {{slides: ([number, number] | number)[], pages: string[], script: string, css?: string, toc?: any, title?: string,
 *   layers?: Record<string, string>, islands?: string}} LivePatch */

const RETRY_MS = 300;
/** The server has no room for more; it is asked again after a while. */
const FULL = 1013;
const FULL_MS = 15_000;

/**
 * @param {Document} root
 * @param {string} css
 */
const showSheet = (root, css) => {
  const old = root.querySelector("#deckc-sheet") ?? root.querySelector('link[rel="stylesheet"]');
  const sheet = root.createElement("style");
  sheet.id = "deckc-sheet";
  sheet.textContent = css;
  if (old) old.replaceWith(sheet);
  else root.head.append(sheet);
};

/**
 * Runs code of the compiler's: the page's policy knows the nonce.
 * @param {Document} root
 * @param {string} nonce
 * @param {string} code
 */
const run = (root, nonce, code) => {
  const script = root.createElement("script");
  script.nonce = nonce;
  script.textContent = code;
  root.head.append(script);
  script.remove();
};

/**
 * Reads what the compiler made of new slides: their bindings are functions.
 * @param {Document} root
 * @param {string} nonce
 * @param {string} code
 * @returns {import("./deck.js").SlideGiven[]}
 */
const readSlides = (root, nonce, code) => {
  if (!code) return [];
  run(root, nonce, `window.deckc.patched=[${code}]`);
  return /** @type {any} */ (window).deckc.patched;
};

/**
 * @param {Window & typeof globalThis} view
 * @param {string} nonce
 */
export const start = (view, nonce) => {
  const root = view.document;
  const overlay = createOverlay(root);
  let shown = root.documentElement.dataset.dcServed ?? "";

  /** @param {LivePatch} patch */
  const apply = (patch) => {
    const { deck } = /** @type {any} */ (view).deckc;
    if (patch.css !== undefined) showSheet(root, patch.css);
    if (patch.title) root.title = patch.title;
    if (patch.toc) deck.given.toc = patch.toc;
    if (patch.islands) run(root, nonce, patch.islands); // before what is to be run by it comes into the page
    for (const [name, html] of Object.entries(patch.layers ?? {})) swapLayer(deck, root, name, html);
    swapSlides(deck, root, patch, readSlides(root, nonce, patch.script));
  };

  /** @param {MessageEvent} event */
  const hear = ({ data }) => {
    const { version, from, patch, problems } = JSON.parse(data);
    if (version !== shown) {
      if (!patch || from !== shown) return view.location.reload();
      apply(patch);
      shown = version;
    }
    if (problems) overlay.show(problems);
  };

  const address = new URL("-deckc/live", root.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  const listen = () => {
    const socket = new WebSocket(address);
    socket.addEventListener("message", hear);
    socket.addEventListener("close", ({ code }) => view.setTimeout(listen, code === FULL ? FULL_MS : RETRY_MS));
  };
  listen();
};
