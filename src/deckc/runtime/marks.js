// @ts-check
// Draws v-mark (spec 10.2): an SVG beside the element, in px of the canvas, so that it holds at any scale.
// What is settled while compiling: data-dc-mark="2-4" says when, data-dc-mark-look how.

import { phaseAt } from "./clicks.js";
import { shakeFrom, strokesOf } from "./strokes.js";

const SVG = "http://www.w3.org/2000/svg";
/** Width of the SVG in px of the canvas, in which the scale is measured. */
const FRAME = 100;

/** @typedef {{svg: SVGElement, look: import("./strokes.js").Look, places: string}} Drawn */

/**
 * @param {HTMLElement} element
 * @returns {Drawn}
 */
const attach = (element) => {
  const look = JSON.parse(element.dataset.dcMarkLook ?? "{}");
  const svg = document.createElementNS(SVG, "svg");
  const isBehind = look.type === "highlight";
  const attributes = {
    class: `rough-annotation ${look.class ?? ""}`,
    "aria-hidden": true,
    fill: "none",
    stroke: look.color || "currentColor",
    "stroke-opacity": look.opacity ?? 1,
    "stroke-width": look.strokeWidth || 2,
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value).trim());
  element.insertAdjacentElement(isBehind ? "beforebegin" : "afterend", svg);
  if (isBehind && getComputedStyle(element).position === "static") element.style.position = "relative";
  return { svg, look, places: "" };
};

/**
 * Where the element stands, seen from the SVG.
 * @param {HTMLElement} element
 * @param {Drawn} drawn
 */
const boxesOf = (element, { svg, look }) => {
  const frame = svg.getBoundingClientRect();
  const scale = frame.width / FRAME || 1;
  const rects = look.multiline ? [...element.getClientRects()] : [element.getBoundingClientRect()];
  return rects.map(({ left, top, width, height }) => ({
    x: (left - frame.left) / scale,
    y: (top - frame.top) / scale,
    w: width / scale,
    h: height / scale,
  }));
};

/**
 * @param {Drawn} drawn
 * @param {import("./strokes.js").Box[]} boxes
 * @param {number} seed
 * @param {boolean} isMoved whether it was there already, elsewhere: it is then not drawn stroke by stroke
 */
const draw = ({ svg, look }, boxes, seed, isMoved) => {
  const shake = shakeFrom(seed);
  const strokes = boxes.flatMap((box) => strokesOf(look, box, shake));
  svg.innerHTML = strokes.map((d) => `<path d="${d}" pathLength="1"/>`).join("");
  if (look.type === "highlight" && boxes.length) svg.setAttribute("stroke-width", String(boxes[0].h * 0.95));
  const paths = [...svg.querySelectorAll("path")];
  if (isMoved || look.animate === false) return;
  const lengths = paths.map((path) => path.getTotalLength());
  const pace = (look.animationDuration ?? 800) / lengths.reduce((sum, length) => sum + length, 0.01);
  let delay = look.delay ?? 0;
  paths.forEach((path, i) => {
    path.style.animation = `deckc-stroke ${lengths[i] * pace}ms ease-out ${delay}ms backwards`;
    delay += lengths[i] * pace;
  });
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createMarks = (deck, root) => {
  /** @type {WeakMap<Element, Drawn>} */
  const known = new WeakMap();

  /** @param {number} no */
  const drawPage = (no) => {
    const elements = /** @type {NodeListOf<HTMLElement>} */ (deck.pages[no - 1].querySelectorAll("[data-dc-mark]"));
    elements.forEach((element, index) => {
      const drawn = known.get(element) ?? attach(element);
      known.set(element, drawn);
      const { isActive } = phaseAt(element.dataset.dcMark ?? "", deck.clicksOf(no));
      const boxes = isActive ? boxesOf(element, drawn) : [];
      const places = boxes.map(({ x, y, w, h }) => [x, y, w, h].map(Math.round)).join(";");
      if (places === drawn.places) return;
      draw(drawn, boxes, no * 1009 + index * 31, drawn.places !== "");
      drawn.places = places;
    });
  };
  const redraw = () => drawPage(deck.state.page);
  window.addEventListener("resize", redraw);
  void root.fonts?.ready.then(redraw);

  return {
    update(state) {
      if (state.print) deck.pages.forEach((_, index) => drawPage(index + 1));
      else redraw();
    },
    destroy: () => window.removeEventListener("resize", redraw),
  };
};
