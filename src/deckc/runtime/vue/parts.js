// @ts-check
// What an island's own template holds that is not Vue's to draw: slots, deckc's own components and icons, elements
// with clicks. A part is a place; its nodes are those that the compiler drew (runtime/vue/islands.js).

import { Fragment, getCurrentInstance, h, inject, onBeforeUnmount, onMounted, onUnmounted, withDirectives } from "vue";

/** @typedef {{viewBox: string, body: string}} Drawing */
/**
 * @typedef {object} Held a part
 * @property {Node[]} nodes
 * @property {Node[] | null} drawn the same as the compiler drew them, where islands stand in them: those begin anew each time
 * @property {number} delta clicks that they use up
 * @property {boolean} isLate whether they were not shown at first
 */
/**
 * @typedef {object} Island
 * @property {(key: string) => boolean} has
 * @property {(key: string) => Held} take
 * @property {(held: Held) => void} give
 * @property {(held: Held, insert: (nodes: Node[]) => void) => void} show
 * @property {(held: Held) => void} hide
 * @property {Element[]} clickables those that were there at first
 * @property {boolean} isDrawn
 * @property {(element: Element, at: any, directive: string, modifiers: string[]) => void} enter
 * @property {(element: Element, at: any) => void} leave
 */

export const ISLAND = "deckc:island";
/** @type {Record<string, Drawing>} */
let icons = {};

/** @param {Record<string, Drawing>} drawings icons by their tags */
export const setIcons = (drawings) => void (icons = drawings);

/** As the compiler's side writes it: the text is part of a key. @param {any} value */
export const toJson = (value) => {
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

/** A place for nodes that are not Vue's: they stand between the ends of an empty fragment. */
export const Part = {
  props: ["name"],
  setup(/** @type {{name: string}} */ props) {
    const island = /** @type {Island} */ (inject(ISLAND));
    const held = island.take(props.name);
    const instance = /** @type {any} */ (getCurrentInstance());
    onMounted(() => {
      const end = instance.subTree.anchor;
      island.show(held, (nodes) => nodes.forEach((node) => end.parentNode.insertBefore(node, end)));
    });
    onBeforeUnmount(() => island.give(held));
    onUnmounted(() => island.hide(held));
    return () => h(Fragment, []);
  },
};

/** What stands in place of an `at` where Vue draws the content of `<v-click>` and its kin. */
class InIsland {
  /** @param {Island} island @param {any} at @param {string[]} modifiers */
  constructor(island, at, modifiers) {
    Object.assign(this, { island, at, modifiers });
  }
}

/** @param {any} binding @returns {{island?: Island, at: any, modifiers: string[]}} */
const readBinding = (binding) => {
  if (binding.value instanceof InIsland) return /** @type {any} */ (binding.value);
  return { island: binding.instance?.$.provides[ISLAND], at: binding.value, modifiers: Object.keys(binding.modifiers) };
};

/** @type {import("vue").DirectiveHook} */
const take = (element, binding) => {
  const { island } = readBinding(binding);
  if (island && !island.clickables.includes(element)) island.clickables.push(element); // a click and a mark may be on one
};

/** @param {string} name @returns {import("vue").Directive} */
const clickDirective = (name) => ({
  created: take,
  mounted: (element, binding) => {
    const { island, at, modifiers } = readBinding(binding);
    island?.enter(element, name === "after" ? "+0" : at, name, modifiers);
  },
  unmounted: (element, binding) => {
    const { island, at } = readBinding(binding);
    island?.leave(element, name === "after" ? "+0" : at);
  },
});
const CLICKS = Object.fromEntries(["click", "after", "click-hide"].map((name) => [name, clickDirective(name)]));
/** What the compiler gives a place, on a slide's clicks or on its canvas. @type {Record<string, import("vue").Directive>} */
export const PLACING = { ...CLICKS, mark: { created: take }, drag: { created: take } };

/** @param {any[]} vnodes @returns {any[]} */
const elementsOf = (vnodes) => vnodes.flatMap((vnode) => (vnode.type === Fragment ? elementsOf(vnode.children) : [vnode]));

/** @param {any[]} vnodes @param {any} attrs @param {string} [other] what the others ask for where the first asks for `at` */
const clicked = (vnodes, { at, hide }, other) => {
  const island = /** @type {Island} */ (inject(ISLAND));
  const modifiers = hide === undefined || hide === false ? [] : ["hide"];
  const elements = elementsOf(vnodes).map((vnode) => (typeof vnode.type === "symbol" ? h("span", [vnode]) : vnode));
  const asked = (/** @type {number} */ index) => (!index || other === undefined ? at : /^[+-]|^$/.test(String(at ?? "")) ? other : Number(at) + index);
  return elements.map((vnode, index) => withDirectives(vnode, [[CLICKS.click, new InIsland(island, asked(index), modifiers)]]));
};

/** @param {any} list @param {any} attrs */
const clickedItems = (list, attrs) => {
  const items = Array.isArray(list.children) ? elementsOf(list.children) : [];
  return h(list.type, list.props, clicked(items.filter((item) => typeof item.type !== "symbol"), attrs, "+1"));
};

/** Those whose content Vue has to keep drawing. @type {Record<string, (content: any[], attrs: any) => any>} */
const LIVE = {
  VClick: (content, attrs) => clicked(content, attrs, "+0"),
  VAfter: (content) => clicked(content, { at: "+0" }),
  VClicks: (content, attrs) => {
    const [first, ...rest] = elementsOf(content);
    return !rest.length && /^[uo]l$/.test(first?.type) ? clickedItems(first, attrs) : clicked(content, attrs, "+1");
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
    if (live && !content.every((/** @type {any} */ vnode) => vnode.type === Part)) return live(content, attrs);
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
