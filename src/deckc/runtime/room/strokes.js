// @ts-check
// What is drawn on a slide: SVG elements in px of the canvas, made from the points that the pen went through.

import { SVG } from "./element.js";

const HEAD = 3.5;

/** @typedef {{x: number, y: number, p: number}} Point `p` is the pen's pressure, 0.5 where it has none */

/** @param {number} value */
const short = (value) => String(Math.round(value * 10) / 10);

/** A smooth line through the points: curves from middle to middle. @param {Point[]} points */
export const pathThrough = (points) => {
  const [first, ...rest] = points;
  const start = `M${short(first.x)} ${short(first.y)}`;
  if (!rest.length) return `${start}l0 0.01`;
  const curves = rest.slice(0, -1).map(({ x, y }, at) => {
    const next = rest[at + 1];
    return `Q${short(x)} ${short(y)} ${short((x + next.x) / 2)} ${short((y + next.y) / 2)}`;
  });
  const last = rest[rest.length - 1];
  return `${start}${curves.join("")}L${short(last.x)} ${short(last.y)}`;
};

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} width
 */
const arrowPath = (from, to, width) => {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const length = Math.min(Math.hypot(to.x - from.x, to.y - from.y), width * HEAD + 4);
  const barb = (/** @type {number} */ turn) => `${short(to.x - length * Math.cos(angle + turn))} ${short(to.y - length * Math.sin(angle + turn))}`;
  const end = `${short(to.x)} ${short(to.y)}`;
  return `M${short(from.x)} ${short(from.y)}L${end}M${barb(0.5)}L${end}L${barb(-0.5)}`;
};

/** With Shift, lines keep to eighths of a turn, and shapes are as wide as high. @param {Point} from @param {Point} to @param {boolean} isLine */
export const straighten = (from, to, isLine) => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (!isLine) {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    return { ...to, x: from.x + Math.sign(dx) * side, y: from.y + Math.sign(dy) * side };
  }
  const angle = (Math.round(Math.atan2(dy, dx) / (Math.PI / 4)) * Math.PI) / 4;
  const length = Math.hypot(dx, dy);
  return { ...to, x: from.x + length * Math.cos(angle), y: from.y + length * Math.sin(angle) };
};

/**
 * @param {string} tool
 * @param {Point[]} points
 * @param {number} width
 * @returns {[string, Record<string, string>]} name of the element, and its geometry
 */
const shapeOf = (tool, points, width) => {
  const [from, to] = [points[0], points[points.length - 1]];
  const [w, h] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  if (tool === "line") return ["path", { d: `M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}` }];
  if (tool === "arrow") return ["path", { d: arrowPath(from, to, width) }];
  if (tool === "rectangle") return ["rect", { x: short(x), y: short(y), width: short(w), height: short(h), rx: "2" }];
  if (tool === "ellipse") return ["ellipse", { cx: short(x + w / 2), cy: short(y + h / 2), rx: short(w / 2), ry: short(h / 2) }];
  return ["path", { d: pathThrough(points) }];
};

/**
 * @param {string} tool
 * @param {Point[]} points
 * @param {{color: string, width: number}} pen
 */
export const makeStroke = (tool, points, { color, width }) => {
  const [name, geometry] = shapeOf(tool, points, width);
  const pressure = tool === "stylus" ? points.reduce((sum, { p }) => sum + p, 0) / points.length : 0.5;
  const look = { fill: "none", stroke: color, "stroke-width": short(width * (0.5 + pressure)), "stroke-linecap": "round", "stroke-linejoin": "round" };
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries({ ...geometry, ...look })) element.setAttribute(key, value);
  return /** @type {SVGGeometryElement} */ (element);
};

const ELEMENTS = new Set(["g", "path", "line", "rect", "ellipse", "circle", "polyline", "polygon", "defs", "marker"]);
const ATTRIBUTES =
  /^(?:d|[xy][12]?|[cr][xy]|r|width|height|points|fill|stroke|stroke-(?:width|linecap|linejoin|opacity|dasharray)|opacity|transform|id|orient|ref[XY]|marker(?:Width|Height|Units)|marker-(?:end|start)|viewBox)$/;

/**
 * A drawing that came from elsewhere, without anything that is not a stroke.
 * @param {string} text the inside of an SVG
 */
export const readDrawing = (text) => {
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${text}</svg>`, "image/svg+xml");
  const root = parsed.documentElement;
  if (root.localName !== "svg" || parsed.querySelector("parsererror")) return "";
  for (const element of [root, ...root.querySelectorAll("*")]) {
    // HTML ends a comment elsewhere than XML does: what stands in one would become elements
    for (const node of [...element.childNodes]) if (node.nodeType !== Node.ELEMENT_NODE) node.remove();
    if (element === root) continue;
    if (!ELEMENTS.has(element.localName)) element.remove();
    for (const { name, value } of [...element.attributes]) {
      const isStroke = ATTRIBUTES.test(name) && !/url\((?!["']?#)|[<>]/i.test(value);
      if (!isStroke) element.removeAttribute(name);
    }
  }
  return root.innerHTML.replace(/ xmlns="[^"]*"/g, "").trim();
};
