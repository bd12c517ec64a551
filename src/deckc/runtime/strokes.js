// @ts-check
// The strokes of a mark that is drawn by hand: straight ones bend and miss their ends a little, loops overlap.
// How far they stray follows from a seed alone, so that a mark looks the same each time.

/** @typedef {{x: number, y: number, w: number, h: number}} Box */
/** @typedef {[number, number]} Point */
/**
 * @typedef {object} Look
 * @property {string} [type] "underline" where there is none
 * @property {string} [class]
 * @property {string} [color]
 * @property {number} [strokeWidth]
 * @property {number | number[]} [padding] px: all sides, or top, right, bottom, left
 * @property {boolean} [multiline]
 * @property {number} [iterations]
 * @property {boolean} [animate]
 * @property {number} [animationDuration] ms
 * @property {number} [delay] ms
 * @property {number} [opacity]
 * @property {string | string[]} [brackets]
 * @property {boolean} [rtl]
 */

/**
 * @param {number} seed
 * @returns {() => number} the next of a row of numbers from -1 to 1
 */
export const shakeFrom = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 31 - 1;
};

/** @param {Look["padding"]} padding */
const sides = (padding = 5) => {
  const [top, right = top, bottom = top, left = right] = [padding].flat();
  return { top, right, bottom, left };
};

/**
 * A loop round a box, begun at its upper left and drawn a little further than once round.
 * @param {Box} box
 * @param {() => number} shake
 */
const loop = ({ x, y, w, h }, shake) => {
  const from = shake() * 0.4 - 2.4;
  const points = Array.from({ length: 12 }, (_, i) => {
    const angle = from + (i - 1) * 0.75;
    const reach = 1 + shake() * 0.04;
    return [x + (w / 2) * (1 + Math.cos(angle) * reach) + shake(), y + (h / 2) * (1 + Math.sin(angle) * reach) + shake()];
  });
  const curves = points.slice(2, -1).map((to, i) => {
    const [before, at, , after] = points.slice(i, i + 4);
    return `C${[0, 1].map((n) => at[n] + (to[n] - before[n]) / 6)} ${[0, 1].map((n) => to[n] - (after[n] - at[n]) / 6)} ${to}`;
  });
  return `M${points[1]}${curves.join("")}`;
};

/**
 * The strokes that make a mark, as SVG path data in the order in which they are drawn.
 * @param {Look} look
 * @param {Box} box of what is marked
 * @param {() => number} shake
 * @returns {string[]}
 */
export const strokesOf = (look, box, shake) => {
  const { x, y, w, h } = box;
  const { top, right, bottom, left } = sides(look.padding);
  const turns = Array.from({ length: Math.min(look.iterations || 2, 50) }, (_, i) => (i + (look.rtl ? 1 : 0)) % 2);
  const stray = look.type === "highlight" ? 3 : 1.5;
  /** @param {Point} from @param {Point} to */
  const line = (from, to) => {
    const reach = stray * Math.min(1, Math.hypot(to[0] - from[0], to[1] - from[1]) / 100 + 0.3);
    const at = (/** @type {number} */ part) => from.map((start, n) => start + (to[n] - start) * part + shake() * reach);
    return `M${at(0)}C${at(0.35)} ${at(0.65)} ${at(1)}`;
  };
  /** @param {Point} from @param {Point} to */
  const sweep = (from, to) => turns.map((isBack) => (isBack ? line(to, from) : line(from, to)));
  /** @param {Point[]} points */
  const trace = (...points) => points.slice(1).map((to, i) => line(points[i], to));
  const [l, t, r, b] = [x - left, y - top, x + w + right, y + h + bottom];
  const middle = y + h / 2;
  const bracket = () => {
    const [L, T, R, B] = [l - left, t - top, r + right, b + bottom];
    /** @type {Record<string, Point[]>} */
    const corners = {
      left: [[x, T], [L, T], [L, B], [x, B]],
      right: [[x + w, T], [R, T], [R, B], [x + w, B]],
      top: [[L, y], [L, T], [R, T], [R, y]],
      bottom: [[L, y + h], [L, B], [R, B], [R, y + h]],
    };
    return [look.brackets ?? "right"].flat().flatMap((side) => trace(...(corners[side] ?? [])));
  };
  const through = () => sweep([x, middle], [x + w, middle]);
  /** @type {Record<string, () => string[]>} */
  const shapes = {
    underline: () => sweep([x, b], [x + w, b]),
    "strike-through": through,
    highlight: through,
    "crossed-off": () => [...sweep([x, y], [x + w, y + h]), ...sweep([x + w, y], [x, y + h])],
    box: () => turns.flatMap(() => trace([l, t], [r, t], [r, b], [l, b], [l, t])),
    circle: () => turns.map(() => loop({ x: l, y: t, w: r - l, h: b - t }, shake)),
    bracket,
  };
  return shapes[look.type ?? "underline"]();
};
