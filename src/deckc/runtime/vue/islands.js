// @ts-check
// Islands: components that live in the page. The compiler drew each once, between two comments; here Vue draws it
// again in that place, and what is deckc's own in it (slots, `<Toc>`, ...) is moved over as it stands.
//
//     <!--dc-island:i0--><button>0 <!--dc-part:slot%3Adefault%20%7B%7D--><b>Hi</b><!--dc-part-end--></button><!--dc-island-end-->

import {
  Fragment, createApp, getCurrentInstance, h, inject, nextTick, onBeforeUnmount, onMounted, render, shallowRef, withDirectives,
} from "vue";

import { createMotion } from "./motion.js";

/**
 * @typedef {object} Use
 * @property {any} c the component
 * @property {Record<string, any>} p props
 * @property {Record<string, (scope: any) => any>} d props that only the page knows
 * @property {Record<string, (scope: any, event: any) => void>} e listeners
 * @property {string[]} s names of slots that have content
 */
/** @typedef {{viewBox: string, body: string}} Drawing */
/** @typedef {{components: Record<string, any>, uses: Record<string, Use>, setups: any[], icons: Record<string, Drawing>}} Given */
/** @typedef {{has: (key: string) => boolean, take: (key: string) => Node[], give: (nodes: Node[]) => void, wake: (element: Node) => void, clickables: Element[], isDrawn: boolean}} Island */

const ISLAND = "deckc:island";
/** Places that were taken, by this script or by one before it. @type {WeakSet<Comment>} */
const MOUNTED = (/** @type {any} */ (globalThis).deckcMounted ??= new WeakSet());
/** @type {Record<string, Drawing>} */
let icons = {};

/** As the compiler's side writes it: the text is part of a key. @param {any} value */
const toJson = (value) => {
  const seen = new WeakSet();
  return JSON.stringify(value, (_, part) => {
    if (typeof part === "function" || typeof part === "symbol") return undefined;
    if (part && typeof part === "object") {
      if (seen.has(part)) return undefined;
      seen.add(part);
    }
    return part;
  });
};

/** Settings in which files have the addresses under which they are in the page. @param {any} value @returns {any} */
const placed = (value) => {
  if (typeof value === "string") return /** @type {any} */ (globalThis).deckcFiles?.[value] ?? value;
  if (Array.isArray(value)) return value.map(placed);
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, placed(each)])) : value;
};

/** A place for nodes that are not Vue's: they stand between the ends of an empty fragment. */
const Part = {
  props: ["name"],
  setup(/** @type {{name: string}} */ props) {
    const island = /** @type {Island} */ (inject(ISLAND));
    const nodes = island.take(props.name);
    const instance = /** @type {any} */ (getCurrentInstance());
    onMounted(() => {
      const end = instance.subTree.anchor;
      for (const node of nodes) end.parentNode.insertBefore(node, end);
      if (island.isDrawn) island.wake(end.parentNode);
    });
    onBeforeUnmount(() => island.give(nodes));
    return () => h(Fragment, []);
  },
};

/** @type {import("vue").Directive} */
const click = {
  created: (element, binding) => {
    const island = binding.value?.clickables ? binding.value : /** @type {any} */ (binding.instance)?.$.provides[ISLAND];
    if (island && !island.clickables.includes(element)) island.clickables.push(element); // a click and a mark may be on one
  },
};

/** @param {any[]} vnodes @returns {any[]} */
const elementsOf = (vnodes) => vnodes.flatMap((vnode) => (vnode.type === Fragment ? elementsOf(vnode.children) : [vnode]));

/** @param {any[]} vnodes */
const clicked = (vnodes) => {
  const island = inject(ISLAND);
  const elements = elementsOf(vnodes).map((vnode) => (typeof vnode.type === "symbol" ? h("span", [vnode]) : vnode));
  return elements.map((vnode) => withDirectives(vnode, [[click, island]]));
};

/** @param {any} list */
const clickedItems = (list) => {
  const items = Array.isArray(list.children) ? elementsOf(list.children) : [];
  return h(list.type, list.props, clicked(items.filter((item) => typeof item.type !== "symbol")));
};

/** Those whose content Vue has to keep drawing. @type {Record<string, (content: any[]) => any>} */
const LIVE = {
  VClick: clicked,
  VAfter: clicked,
  VClicks: (content) => {
    const [first, ...rest] = elementsOf(content);
    return !rest.length && /^[uo]l$/.test(first?.type) ? clickedItems(first) : clicked(content);
  },
};

const CONTEXTS = ["main", "slide", "visible"];

/**
 * What stands for a component of deckc's own that was not shown at first, so that no part of it is at hand.
 * @type {Record<string, (scope: any, attrs: any, slots: any) => any>}
 */
const SIMPLE = {
  SlideCurrentNo: (scope, attrs) => h("span", attrs, String(scope.$page)),
  SlidesTotal: (scope, attrs) => h("span", attrs, String(scope.$nav.total)),
  Link: (_, { to, title, ...attrs }, slots) =>
    h("a", { ...attrs, href: `#/${to}`, "data-dc-link": to }, title ? [title] : slots.default?.()),
  LightOrDark: (scope, _, slots) => (scope.isDark ? slots.dark : slots.light)?.(),
  RenderWhen: (_, { context }, slots) =>
    [context].flat().some((each) => CONTEXTS.includes(each)) ? slots.default?.() : slots.fallback?.(),
  Transform: (_, { scale = 1, origin = "top left", ...attrs }, slots) =>
    h("div", { ...attrs, style: { transform: `scale(${scale})`, transformOrigin: origin } }, slots.default?.()),
};
const MOVING = new Set(["SlideCurrentNo", "LightOrDark"]);

/** @param {string} text */
const pascal = (text) => text.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** A component of deckc's own, or an icon. @param {string} name */
export const stub = (name) => {
  const live = LIVE[pascal(name)];
  const component = (/** @type {any} */ _, /** @type {any} */ { attrs, slots }) => {
    const content = slots.default?.({}) ?? [];
    if (live && !content.every((/** @type {any} */ vnode) => vnode.type === Part)) return live(content);
    const icon = icons[name];
    if (icon) {
      const { class: own, ...rest } = attrs;
      return h("svg", { viewBox: icon.viewBox, width: "1.2em", height: "1.2em", ...rest, class: ["slidev-icon", own], innerHTML: icon.body });
    }
    const part = `${name} ${toJson(attrs)}`;
    const simple = SIMPLE[pascal(name)];
    if (simple && (MOVING.has(pascal(name)) || !(/** @type {Island} */ (inject(ISLAND)).has(part)))) {
      return simple(inject("deckc:context"), attrs, slots);
    }
    return h(Part, { name: part });
  };
  component.inheritAttrs = false;
  return component;
};
/** @type {any} */ (globalThis).deckcStub = stub;

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

/** What stands in an island as the compiler drew it. @param {Node[]} drawn */
const readParts = (drawn) => {
  /** @type {Map<string, Node[][]>} */
  const parts = new Map();
  /** @type {Set<Node>} */
  const own = new Set();
  for (const node of drawn) {
    eachComment(node, (comment) => {
      if (!comment.data.startsWith("dc-part:")) return;
      const found = between(comment, "dc-part:", "dc-part-end");
      if (!found) return;
      const key = decodeURIComponent(comment.data.slice(8));
      parts.set(key, [...(parts.get(key) ?? []), found.nodes]);
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

/** @param {Given} given */
export const createIslands = ({ components, uses, setups, icons: drawings }) => {
  icons = drawings;
  return (/** @type {any} */ deck) => {
    const version = shallowRef(0);
    const shared = () => {
      void version.value;
      const { page, clicks } = deck.state;
      return { page, clicks, clicksTotal: deck.slide(page).clicks };
    };
    const isMain = Object.getPrototypeOf(deck) === Object.prototype; // copies of slides have views of it
    if (isMain) /** @type {any} */ (globalThis).deckcOutside = () => ({ configs: deck.config.configs, themeConfigs: deck.config.themeConfig, shared: shared() });
    const app = createApp({});
    app.config.errorHandler = (error) => console.error(error);
    Object.assign(app._context.components, components);
    for (const name of ["click", "after", "click-hide", "mark", "drag"]) app.directive(name, click);
    app.directive("motion", createMotion((instance) => /** @type {any} */ (instance)?.$.provides[ISLAND].isDrawn && deck.set({})));
    for (const setup of setups) setup?.({ app, router: { push() {}, replace() {}, beforeEach() {}, afterEach() {} } });
    /** @type {Map<Comment, () => void>} what ends each that lives */
    const undo = new Map();
    /** Ends those whose place has left the page: copies of slides come and go. */
    const prune = () => {
      for (const [start, end] of undo) if (!start.isConnected) end();
    };

    /** The scope, each read of which is seen by Vue. @param {any} target */
    const live = (target) => {
      const kept = new Map();
      /** @type {any} */
      const proxy = new Proxy(target, {
        get(object, name) {
          void version.value;
          if (name === "themeConfigs") return placed(object[name]);
          if (name === "isDark") return deck.state.dark;
          if (name === "toggleDark") return () => deck.set({ dark: !deck.state.dark });
          const value = object[name];
          if (name !== "$nav" && name !== "$slidev" && name !== "nav" && name !== "$clicksContext") return value;
          if (name === "$clicksContext") return live(value);
          if (!kept.has(name)) kept.set(name, live(value));
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
      /** @type {Set<Node[]>} */
      const taken = new Set();
      /** @type {Island} */
      const island = {
        clickables: [],
        isDrawn: false,
        has: (key) => parts.has(key),
        take: (key) => {
          // what a slot hands out may be otherwise by now; its content is the same
          const near = key.startsWith("slot:") && [...parts.keys()].find((each) => each.startsWith(key.slice(0, key.indexOf(" ") + 1)));
          const all = parts.get(key) ?? parts.get(near || "") ?? [];
          const free = all.find((nodes) => !taken.has(nodes)) ?? all[0]?.map((node) => node.cloneNode(true)) ?? [];
          taken.add(free);
          return free;
        },
        give: (nodes) => taken.delete(nodes),
        wake: (element) => mountIn(element, scope),
      };
      Object.defineProperty(scope.$nav, "currentRoute", { configurable: true, enumerable: true, get: () => scope.$route });
      const seen = live(scope);
      const names = ["$nav", "$slidev", "$clicksContext", "$clicks", "$page", "$frontmatter", "$renderContext", "$route", "$scale"];
      const globals = Object.create(app.config.globalProperties);
      for (const name of Object.keys(app.config.globalProperties)) globals[name] = app.config.globalProperties[name];
      for (const name of names) Object.defineProperty(globals, name, { enumerable: true, get: () => seen[name] });
      const provides = Object.assign(Object.create(app._context.provides), { [ISLAND]: island, "deckc:context": seen });
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
      island.isDrawn = true;
      const fresh = between(start, "dc-island:", "dc-island-end");
      const made = fresh && loneElement(fresh.nodes);
      if (root && made) copyAttributes(root, made, /^data-(dc|slidev|v)-/);
      const order = island.clickables.filter((element) => element !== made || !root?.matches(PLACED));
      order.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
      const from = places.filter((element) => element !== root);
      order.slice(0, from.length).forEach((element, index) => {
        copyAttributes(from[index], element, from[index].hasAttribute("data-dc-drag") ? KEPT_WITH_PLACE : KEPT);
      });
      undo.set(start, () => {
        undo.delete(start);
        render(null, container);
      });
    };

    return {
      /** Brings every island in an element to life, once; returns what ends them. @param {Node} element @param {any} scope */
      mount: (element, scope) => {
        const own = mountIn(element, scope);
        return () => own.forEach((comment) => undo.get(comment)?.());
      },
      update: () => {
        version.value += 1;
        return nextTick(prune);
      },
      destroy: () => undo.forEach((end) => end()),
    };
  };
};
