// @ts-check
// Islands: components that live in the page. The compiler drew each once, between two comments; here Vue draws it
// again in that place, and what is deckc's own in it (slots, `<Toc>`, ...) is moved over as it stands.
//
//     <!--dc-island:i0--><button>0 <!--dc-part:slot%3Adefault%20%7B%7D--><b>Hi</b><!--dc-part-end--></button><!--dc-island-end-->

import { createApp, h, nextTick, render, shallowRef } from "vue";

import { createPlacing, markPlace, placeAt, timelineAt } from "./late_clicks.js";
import { provided } from "./inner.js";
import { createMotion } from "./motion.js";
import { PLACING, ISLAND, Part, setIcons, toJson } from "./parts.js";

export { stub } from "./parts.js";

/**
 * @typedef {object} Use
 * @property {any} c the component
 * @property {Record<string, any>} p props
 * @property {Record<string, (scope: any) => any>} d props that only the page knows
 * @property {Record<string, (scope: any, event: any) => void>} e listeners
 * @property {string[]} s names of slots that have content
 */
/** @typedef {{components: Record<string, any>, uses: Record<string, Use>, setups: any[], icons: Record<string, import("./parts.js").Drawing>}} Given */
/** @typedef {import("./parts.js").Held} Held */
/** @typedef {import("./parts.js").Island} Island */

/** Places that were taken, by this script or by one before it. @type {WeakSet<Comment>} */
const MOUNTED = (/** @type {any} */ (globalThis).deckcMounted ??= new WeakSet());

/** Settings in which files have the addresses under which they are in the page. @param {any} value @returns {any} */
const placed = (value) => {
  if (typeof value === "string") return /** @type {any} */ (globalThis).deckcFiles?.[value] ?? value;
  if (Array.isArray(value)) return value.map(placed);
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, placed(each)])) : value;
};

/**
 * The nodes between two comments that belong together, as pairs nest.
 * @param {Comment} start
 * @param {string} opening
 * @param {string} closing
 */
const between = (start, opening, closing) => {
  /** @type {Node[]} */
  const nodes = [];
  let depth = 0;
  for (let node = start.nextSibling; node; node = node.nextSibling) {
    if (node instanceof Comment && node.data.startsWith(opening)) depth += 1;
    if (node instanceof Comment && node.data === closing) {
      if (depth === 0) return { nodes, end: node };
      depth -= 1;
    }
    nodes.push(node);
  }
  return null;
};

/** @param {Node} node @param {(comment: Comment) => void} call */
const eachComment = (node, call) => {
  if (node instanceof Comment) call(node);
  for (const child of [...node.childNodes]) eachComment(child, call);
};

/** @param {Node[]} nodes */
const copied = (nodes) => nodes.map((node) => node.cloneNode(true));

/** @param {Node} node */
const holdsIsland = (node) => {
  let holds = false;
  eachComment(node, (comment) => void (holds ||= comment.data.startsWith("dc-island:")));
  return holds;
};

/** What stands in an island as the compiler drew it. @param {Node[]} drawn */
const readParts = (drawn) => {
  /** @type {Map<string, Held[]>} */
  const parts = new Map();
  /** @type {Set<Node>} */
  const own = new Set();
  let inner = 0; // islands around: their parts are theirs
  for (const node of drawn) {
    eachComment(node, (comment) => {
      if (comment.data.startsWith("dc-island:")) inner += 1;
      else if (comment.data === "dc-island-end") inner -= 1;
      if (inner || !comment.data.startsWith("dc-part:")) return;
      const found = between(comment, "dc-part:", "dc-part-end");
      if (!found) return;
      const [name, delta = 0] = comment.data.slice(8).split("#");
      const key = decodeURIComponent(name);
      const isLate = !!comment.parentElement?.closest("[data-dc-kept]");
      const drawn = found.nodes.some(holdsIsland) ? copied(found.nodes) : null;
      parts.set(key, [...(parts.get(key) ?? []), { nodes: found.nodes, drawn, delta: Number(delta), isLate }]);
      if (!/^V?-?(VClicks?|VAfter|v-clicks?|v-after) /.test(key)) found.nodes.forEach((each) => own.add(each));
    });
  }
  return { parts, own };
};

const PLACED = "[data-dc-click],[data-dc-mark],[data-dc-drag]";

const KEPT = /^data-(dc|slidev)-/;
const KEPT_WITH_PLACE = /^(data-(dc|slidev|drag)-|style$)/;

/** @param {Element} from @param {Element} to @param {RegExp} which */
const copyAttributes = (from, to, which) => {
  for (const { name, value } of from.attributes) if (which.test(name)) to.setAttribute(name, value);
  for (const name of from.classList) if (name.startsWith("slidev-vclick-")) to.classList.add(name);
};

/** Elements with clicks, marks or a place that are Vue's to draw, in document order. @param {Node[]} drawn @param {Set<Node>} own */
const clickElements = (drawn, own) => {
  /** @type {Element[]} */
  const found = [];
  const visit = (/** @type {Node} */ node) => {
    if (own.has(node)) return;
    if (node instanceof Element && node.matches(PLACED)) found.push(node);
    node.childNodes.forEach(visit);
  };
  drawn.forEach(visit);
  return found;
};

/** @param {Node[]} nodes */
const loneElement = (nodes) => {
  const seen = nodes.filter((node) => !(node instanceof Comment) && !(node instanceof Text && !node.data));
  return seen.length === 1 && seen[0] instanceof Element ? seen[0] : null;
};

/** What is read without a component at hand (runtime/vue/outside.js). @param {any} deck @param {() => any} shared read by Vue */
const outsideOf = (deck, shared) => ({
  configs: deck.config.configs,
  themeConfigs: deck.config.themeConfig,
  shared: shared(),
  nav: /** @type {any} */ (globalThis).deckc.nav,
  get isDark() {
    return deck.state.dark;
  },
  set isDark(dark) {
    void deck.set({ dark });
  },
  get dialog() {
    return deck.state.dialog;
  },
  set dialog(dialog) {
    void deck.set({ dialog });
  },
});

/** @param {Given} given */
export const createIslands = ({ components, uses, setups, icons: drawings }) => {
  setIcons(drawings);
  return (/** @type {any} */ deck) => {
    const version = shallowRef(0);
    const shared = () => {
      void version.value;
      const { page, clicks } = deck.state;
      return { page, clicks, clicksTotal: deck.slide(page).clicks };
    };
    const isMain = Object.getPrototypeOf(deck) === Object.prototype; // copies of slides have views of it
    if (isMain) /** @type {any} */ (globalThis).deckcOutside = () => outsideOf(deck, shared);
    const app = createApp({});
    app.config.errorHandler = (error) => console.error(error);
    Object.assign(app._context.components, components);
    for (const [name, directive] of Object.entries(PLACING)) app.directive(name, directive);
    app.directive("motion", createMotion((instance) => /** @type {any} */ (instance)?.$.provides[ISLAND].isDrawn && deck.set({})));
    for (const setup of setups) setup?.({ app, router: { push() {}, replace() {}, beforeEach() {}, afterEach() {} } });
    /** @type {Map<Comment, () => void>} what ends each that lives */
    const undo = new Map();
    /** Ends those whose place has left the page: copies of slides come and go. */
    const prune = () => {
      for (const [start, end] of undo) if (!start.isConnected) end();
    };

    /** @type {Set<import("./late_clicks.js").Timeline>} */
    const dirty = new Set();
    /** The slide that was entered at its end: where its clicks grow, it goes on to the new end. */
    let atEnd = 0;
    /** Draws what has got or lost clicks since. */
    const settle = () => {
      if (!dirty.size) return undefined;
      const { page, clicks } = deck.state;
      for (const { given, total } of isMain ? dirty : []) {
        given.clicks = Math.max(total, given === deck.slide(page) ? clicks : 0);
        delete given.totals; // the compiler's count is of what it knows
      }
      dirty.clear();
      return atEnd === page && isMain ? deck.move(page, Infinity) : deck.refresh();
    };
    /** @param {import("./late_clicks.js").Timeline} timeline */
    const changed = (timeline) => {
      dirty.add(timeline);
      void nextTick(settle);
    };

    /** The scope, each read of which is seen by Vue. @param {any} target @param {() => number | null} clicksNow before the clicks count */
    const live = (target, clicksNow, /** @type {any} */ placing = {}) => {
      const kept = new Map();
      /** @type {any} */
      const proxy = new Proxy(target, {
        get(object, name) {
          void version.value;
          if (name === "themeConfigs") return placed(object[name]);
          if (name === "isDark") return deck.state.dark;
          if (name === "toggleDark") return () => deck.set({ dark: !deck.state.dark });
          if (clicksNow() !== null && (name === "$clicks" || name === "clicks" || name === "current")) return clicksNow();
          const value = object[name];
          if (name !== "$nav" && name !== "$slidev" && name !== "nav" && name !== "$clicksContext") return value;
          if (name === "$clicksContext") return live(Object.defineProperties(value, placing), clicksNow);
          if (!kept.has(name)) kept.set(name, live(value, clicksNow, placing));
          return kept.get(name);
        },
      });
      return proxy;
    };

    /**
     * Brings every island in an element to life, once; those that stand in another's slots are found where it put them.
     * @param {Node} element
     * @param {any} scope
     * @returns {Comment[]}
     */
    const mountIn = (element, scope) => {
      /** @type {Comment[]} */
      const own = [];
      for (let node = element.firstChild; node; node = node.nextSibling) {
        if (node instanceof Comment && node.data.startsWith("dc-island:") && !MOUNTED.has(node)) {
          MOUNTED.add(node);
          own.push(node);
          mountOne(node, scope);
        }
        own.push(...mountIn(node, scope));
      }
      return own;
    };

    /** @param {Comment} start @param {any} scope */
    const mountOne = (start, scope) => {
      const use = uses[start.data.slice("dc-island:".length)];
      const found = between(start, "dc-island:", "dc-island-end");
      if (!use || !found) return;
      const { nodes: drawn, end } = found;
      const { parts, own } = readParts(drawn);
      const places = clickElements(drawn, own);
      const root = loneElement(drawn.filter((node) => !(node instanceof Element && node.hasAttribute("data-dc-kept"))));
      /** @type {Set<Held>} */
      const taken = new Set();
      /** Elements with clicks, and parts, that are there from the start. @type {Set<unknown>} */
      const early = new Set();
      /** Clicks begin to count when all is there: until then it looks as the compiler drew it. @type {number | null} */
      let first = scope.$clicksContext.clicksStart;
      /** Places of elements that Vue has not drawn yet. @type {Element[]} */
      let left = [];
      /** @type {import("./late_clicks.js").Timeline | null} */
      let timeline = null;
      let isOver = false;
      const clicks = () => (timeline ??= timelineAt(deck, start));
      const change = (/** @type {(timeline: import("./late_clicks.js").Timeline) => void} */ act) => {
        const own = clicks();
        if (!own) return;
        if (!isOver) act(own);
        changed(own);
      };
      /** @type {Island} */
      const island = {
        clickables: [],
        isDrawn: false,
        has: (key) => parts.has(key),
        take: (key) => {
          // what a slot hands out may be otherwise by now; its content is the same
          const near = key.startsWith("slot:") && [...parts.keys()].find((each) => each.startsWith(key.slice(0, key.indexOf(" ") + 1)));
          const all = parts.get(key) ?? parts.get(near || "") ?? [];
          const copy = () => ({ ...(all[0] ?? { drawn: null, delta: 0, isLate: false }), nodes: copied(all[0]?.drawn ?? all[0]?.nodes ?? []) });
          const free = all.find((held) => !taken.has(held)) ?? copy();
          taken.add(free);
          early.delete(free);
          if (first !== null) early.add(free);
          return free;
        },
        give: (held) => {
          taken.delete(held);
          if (held.drawn) held.nodes.forEach((node) => eachComment(node, (comment) => undo.get(comment)?.()));
        },
        show: (held, insert) => {
          const isNew = held.isLate || !early.has(held);
          if (isNew && held.drawn) held.nodes = copied(held.drawn);
          insert(held.nodes);
          if (held.isLate) change((own) => own.shift(start, held.nodes, held.delta));
          else if (isNew) change((own) => own.comeBack(held));
          const parent = held.nodes[0]?.parentNode;
          if (isNew && held.drawn && parent) mountIn(parent, scope);
        },
        hide: (held) => change((own) => own.leave(start, held.isLate ? held.nodes : held, held.delta)),
        enter: (element, at, directive, modifiers) => {
          if (first !== null || early.has(element)) return;
          const place = left.shift();
          if (place) copyAttributes(place, element, KEPT);
          change((own) => {
            const found = place ? null : own.place(start, element, at);
            if (found) markPlace(element, found, directive, modifiers, deck.config.configs);
          });
        },
        leave: (element, at) => change((own) => own.leave(start, element, placeAt(at, 0)?.delta ?? 0)),
      };
      Object.defineProperty(scope.$nav, "currentRoute", { configurable: true, enumerable: true, get: () => scope.$route });
      const seen = live(scope, () => first, Object.getOwnPropertyDescriptors(createPlacing(() => seen.$clicks, start, clicks, change)));
      const names = ["$nav", "$slidev", "$clicksContext", "$clicks", "$page", "$frontmatter", "$renderContext", "$route", "$scale"];
      const globals = Object.create(app.config.globalProperties);
      for (const name of Object.keys(app.config.globalProperties)) globals[name] = app.config.globalProperties[name];
      for (const name of names) Object.defineProperty(globals, name, { enumerable: true, get: () => seen[name] });
      const provides = Object.assign(Object.create(app._context.provides), { [ISLAND]: island, "deckc:context": seen });
      Object.defineProperties(provides, provided(() => seen, () => start.parentElement?.closest("[data-slidev-no]") ?? null));
      const slots = Object.fromEntries(
        use.s.map((name) => [name, (/** @type {any} */ props) => h(Part, { name: `slot:${name} ${toJson(props ?? {})}` })]),
      );
      const events = Object.fromEntries(
        Object.entries(use.e).map(([name, call]) => [name, (/** @type {any} */ event) => call(seen, event)]),
      );
      const Root = () => {
        const dynamic = Object.fromEntries(Object.entries(use.d).map(([name, read]) => [name, read(seen)]));
        return h(use.c, { ...use.p, ...dynamic, ...events }, slots);
      };
      const vnode = h(Root);
      vnode.appContext = { ...app._context, config: { ...app.config, globalProperties: globals }, provides };
      drawn.forEach((node) => /** @type {ChildNode} */ (node).remove());
      // Vue draws between the comments, without an element of its own around
      const container = /** @type {any} */ ({
        insertBefore: (/** @type {Node} */ child, /** @type {Node | null} */ anchor) => /** @type {Node} */ (end.parentNode).insertBefore(child, anchor ?? end),
      });
      try {
        render(vnode, container);
      } catch (error) {
        console.error(error);
      }
      const fresh = between(start, "dc-island:", "dc-island-end");
      const made = fresh && loneElement(fresh.nodes);
      if (root && made) copyAttributes(root, made, /^data-(dc|slidev|v)-/);
      const order = island.clickables.filter((element) => element !== made || !root?.matches(PLACED));
      order.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
      const from = places.filter((element) => element !== root);
      order.slice(0, from.length).forEach((element, index) => {
        copyAttributes(from[index], element, from[index].hasAttribute("data-dc-drag") ? KEPT_WITH_PLACE : KEPT);
      });
      left = from.slice(order.length);
      island.clickables.forEach((element) => early.add(element));
      first = null;
      island.isDrawn = true;
      if (scope.$clicks !== scope.$clicksContext.clicksStart) version.value += 1;
      undo.set(start, () => {
        undo.delete(start);
        isOver = true;
        render(null, container);
        timeline?.forget(start);
      });
    };

    return {
      /** Brings every island in an element to life, once; returns what ends them. @param {Node} element @param {any} scope */
      mount: (element, scope) => {
        const own = mountIn(element, scope);
        const { page, clicks, direction } = deck.state;
        if (own.length && scope.$page === page) atEnd = direction < 0 && clicks === deck.slide(page).clicks ? page : 0;
        return () => own.forEach((comment) => undo.get(comment)?.());
      },
      update: () => {
        version.value += 1;
        return nextTick(() => {
          prune();
          return settle();
        });
      },
      destroy: () => undo.forEach((end) => end()),
    };
  };
};
