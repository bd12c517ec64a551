// @ts-check
// Clicks of what an island shows only later. As in Slidev they come behind those of all that stands on the slide by
// then, and what goes takes its own along; what comes back is where it was, if the compiler placed it.
//
//     <p v-click>a</p> <p v-if="$clicks >= 1" v-click>b</p> <p v-click>c</p>      a at 1, c at 2; then b at 3

import { computed } from "vue";

/** @typedef {{delta: number, last: number}} Taken clicks that are used up, and the last one */
/** @typedef {{start: number, end?: number, delta: number, last: number}} Place */

/** From here on the compiler counts in parts that are not shown at first (compile/realize/clicks/late.py). */
const LATE = 50_000_000;
const LATE_NUMBER = /\b(?:49|50)\d{6}\b/g;
const STEPPED = ["data-dc-click", "data-dc-mark", "data-dc-switch", "data-dc-lines", "data-dc-move"];
const MOVED = [...STEPPED, "data-slidev-clicks-start", "data-slidev-clicks-end"];

/** @param {any} at @returns {string | number | null} relative as text */
const single = (at) => {
  if (at === false || at === "false") return null;
  if (at === undefined || at === null || at === true || at === "true") return "+1";
  if (typeof at === "string" && /^[+-]/.test(at)) return at;
  return Number.isNaN(Number(at)) ? null : Math.max(1, Math.ceil(Number(at)));
};

/**
 * Where an element that asks for `at` comes to stand (spec 6.2).
 * @param {any} at
 * @param {number} offset clicks that are used up by now
 * @returns {Place | null}
 */
export const placeAt = (at, offset) => {
  const [from, to] = Array.isArray(at) ? [single(at[0]), single(at[1])] : [single(at), undefined];
  if (from === null || to === null) return null;
  const isRelative = typeof from === "string";
  const start = isRelative ? offset + Number(from) : from;
  const delta = isRelative ? Number(from) : 0;
  if (to === undefined) return { start, delta, last: start };
  const end = typeof to === "string" ? start + Number(to) : to;
  return { start, end, last: end, delta: delta + (typeof to === "string" ? Number(to) : 0) };
};

/** @param {string} name @param {string} text */
const lastIn = (name, text) => {
  if (name === "data-dc-lines" || name === "data-dc-move") return parseInt(text, 10) + text.split(" ").length - 3;
  const [start, end] = text.split(/(?<=\d)-/).map(Number);
  return end ? end - Number(name === "data-dc-switch") : start;
};

/** @param {Node[]} nodes @param {string[]} names @param {(element: Element, name: string, text: string) => void} call */
const eachAttribute = (nodes, names, call) => {
  const selector = names.map((name) => `[${name}]`).join();
  for (const node of nodes) {
    if (!(node instanceof Element)) continue;
    for (const element of [node, ...node.querySelectorAll(selector)]) {
      if (element.closest("[data-dc-kept]")) continue; // counted when an island inside shows it
      for (const name of names) {
        const text = element.getAttribute(name);
        if (text !== null) call(element, name, text);
      }
    }
  }
};

/** The last click that anything in the nodes asks for. @param {Node[]} nodes */
const lastOf = (nodes) => {
  let last = 0;
  eachAttribute(nodes, STEPPED, (_, name, text) => void (last = Math.max(last, lastIn(name, text) || 0)));
  return last;
};

/** What the compiler counted, before anything was added. @type {WeakMap<object, {used: number, total: number}>} */
const counted = new WeakMap();

/**
 * The clicks of one slide, or of one copy of it.
 * @param {any} deck
 * @param {Element} page
 */
const createTimeline = (deck, page) => {
  const given = deck.slide(deck.pages.indexOf(page) + 1);
  const base = counted.get(given) ?? { used: given.used ?? given.clicks, total: given.clicks };
  counted.set(given, base);
  /** @type {Map<unknown, Taken>} */
  const late = new Map();
  /** What stood there at first, with the clicks that it used up. @type {Map<unknown, number>} */
  const gone = new Map();
  /** What each island has to do with. @type {Map<unknown, Set<unknown>>} */
  const owned = new Map();
  /** @param {unknown} island @param {unknown} what */
  const own = (island, what) => void owned.set(island, (owned.get(island) ?? new Set()).add(what));
  /** @type {Map<unknown, () => void>} */
  const undo = new Map();
  const offset = () => {
    const back = [...gone.values()].reduce((sum, delta) => sum + delta, 0);
    return [...late.values()].reduce((sum, { delta }) => sum + delta, base.used - back);
  };
  return {
    given,
    get offset() {
      return offset();
    },
    /** Something takes clicks by itself. @param {unknown} island @param {unknown} what @param {Taken} taken */
    add: (island, what, taken) => {
      own(island, what);
      late.set(what, taken);
    },
    /** @param {unknown} what */
    drop: (what) => void late.delete(what),
    get total() {
      if (given.frontmatter.clicks !== undefined) return base.total; // the author has fixed it
      return Math.max(gone.size ? lastOf([page]) : base.total, ...[...late.values()].map(({ last }) => last));
    },
    /** An element of an island appears. @param {unknown} island @param {Element} element @param {any} at */
    place: (island, element, at) => {
      own(island, element);
      const place = placeAt(at, offset());
      if (place) late.set(element, place);
      return place;
    },
    /** A part that was not shown at first appears. @param {unknown} island @param {Node[]} nodes @param {number} delta */
    shift: (island, nodes, delta) => {
      own(island, nodes);
      const from = offset();
      /** @type {(() => void)[]} */
      const back = [];
      eachAttribute(nodes, MOVED, (element, name, text) => {
        const moved = text.replace(LATE_NUMBER, (number) => String(Math.max(0, Number(number) - LATE + from)));
        if (moved === text) return;
        element.setAttribute(name, moved);
        back.push(() => element.setAttribute(name, text));
      });
      late.set(nodes, { delta, last: lastOf(nodes) });
      undo.set(nodes, () => back.forEach((put) => put()));
    },
    /** What was there at first appears again. @param {unknown} what */
    comeBack: (what) => gone.delete(what),
    /** Something goes. @param {unknown} island @param {unknown} what @param {number} delta what it used up, if it was there at first */
    leave: (island, what, delta) => {
      own(island, what);
      undo.get(what)?.();
      undo.delete(what);
      if (!late.delete(what)) gone.set(what, delta);
    },
    /** An island is over: the part that it stood in, if any, speaks for what it had. @param {unknown} island */
    forget: (island) => {
      for (const what of owned.get(island) ?? []) [late, gone, undo].forEach((each) => each.delete(what));
      owned.delete(island);
    },
  };
};

/** @typedef {ReturnType<typeof createTimeline>} Timeline */

/** @type {WeakMap<Element, Timeline>} */
const timelines = new WeakMap();

/**
 * The timeline of the slide that a node stands on; null outside slides.
 * @param {any} deck
 * @param {Node} node
 */
export const timelineAt = (deck, node) => {
  const page = /** @type {Element | null | undefined} */ (node.parentElement?.closest("[data-slidev-no]"));
  if (!page || !deck.pages.includes(page)) return null;
  const timeline = timelines.get(page) ?? createTimeline(deck, page);
  timelines.set(page, timeline);
  return timeline;
};

/**
 * What `$clicksContext` has for components that take clicks by themselves (spec 6.9): `calculate`, then `register`.
 * @param {() => number} clicks
 * @param {Comment} island
 * @param {() => Timeline | null} timeline
 * @param {(act: (timeline: Timeline) => void) => void} change
 */
export const createPlacing = (clicks, island, timeline, change) => {
  const offset = () => timeline()?.offset ?? 0;
  const calculate = (/** @type {any} */ at, size = 1) => {
    const place = placeAt(at, offset());
    if (!place) return null;
    const { start, end = Infinity, delta, last } = place;
    const more = Array.isArray(at) ? 0 : size - 1;
    return {
      start,
      end,
      max: last + more,
      delta: typeof single(at) === "string" || Array.isArray(at) ? delta + more : 0,
      currentOffset: computed(() => clicks() - start),
      isCurrent: computed(() => clicks() === start),
      isActive: computed(() => clicks() >= start && clicks() < end),
    };
  };
  return {
    get currentOffset() {
      return offset();
    },
    calculate,
    calculateSince: calculate,
    calculateRange: (/** @type {any} */ at) => (Array.isArray(at) ? calculate(at) : null),
    register: (/** @type {unknown} */ what, /** @type {any} */ info) =>
      info && change((own) => own.add(island, what, { delta: info.delta, last: info.max })),
    unregister: (/** @type {unknown} */ what) => change((own) => own.drop(what)),
  };
};

/** @param {Element} element @param {Place} place @param {string} directive @param {string[]} modifiers @param {any} configs */
export const markPlace = (element, { start, end }, directive, modifiers, configs) => {
  const hides = directive === "click-hide" || modifiers.includes("hide");
  const own = modifiers.filter((name) => name !== "hide");
  const presets = own.length ? own : String(configs.clickAnimation ?? "").split(/[\s,]+/).filter(Boolean);
  element.classList.add("slidev-vclick-target", ...presets.map((name) => `slidev-vclick-anim-${name}`));
  element.setAttribute("data-dc-click", [Math.max(0, start), end].filter((click) => click !== undefined).join("-"));
  if (hides) element.setAttribute("data-dc-hide", "");
  if (directive !== "click") return;
  element.setAttribute("data-slidev-clicks-start", String(start));
  if (end !== undefined) element.setAttribute("data-slidev-clicks-end", String(end));
};
