// @ts-check
// What JSX in a component is compiled to: `vue/jsx-runtime`. Directives come as props that engine/vue/jsx_source.js wrote.

import {
  Fragment, h, isVNode, mergeProps, resolveDirective, vModelCheckbox, vModelDynamic, vModelRadio, vModelSelect, vModelText, vShow,
  withDirectives,
} from "vue";

/** @param {string[]} names */
const flags = (names) => Object.fromEntries(names.map((name) => [name, true]));

/** @param {string} type @param {any} props */
const modelFor = (type, props) => {
  if (type === "select") return vModelSelect;
  if (type === "textarea" || props.type === undefined) return vModelText;
  return { checkbox: vModelCheckbox, radio: vModelRadio, text: vModelText }[String(props.type)] ?? vModelDynamic;
};

/**
 * Props without directives, and what `withDirectives` takes.
 * @param {any} type
 * @param {Record<string, any>} given
 */
const readProps = (type, given) => {
  /** @type {Record<string, any>} */
  let props = {};
  /** @type {any[]} */
  const directives = [];
  const bindModel = (/** @type {any} */ { value, set, argument, modifiers }) => {
    const name = argument || "modelValue";
    if (typeof type === "string") {
      props[`onUpdate:${name}`] = set;
      directives.push([modelFor(type, given), value, undefined, flags(modifiers)]);
    } else {
      Object.assign(props, { [name]: value, [`onUpdate:${name}`]: set });
      if (modifiers.length) props[name === "modelValue" ? "modelModifiers" : `${name}Modifiers`] = flags(modifiers);
    }
  };
  for (const [name, value] of Object.entries(given)) {
    const [, directive] = /^v-([\w-]+)/.exec(name) ?? [];
    if (name.startsWith("deckc-merge-")) props = mergeProps(props, value ?? {});
    else if (directive === "models") value.forEach(bindModel);
    else if (!directive || value === null || typeof value !== "object") props[name] = name in props ? mergeProps(props, { [name]: value })[name] : value;
    else if (directive === "model") bindModel(value);
    else if (directive === "show") directives.push([vShow, value.value]);
    else if (directive === "html") props.innerHTML = value.value;
    else if (directive === "text") props.textContent = value.value;
    else directives.push([value.of ?? resolveDirective(directive), value.value, value.argument || undefined, flags(value.modifiers)]);
  }
  return { props, directives };
};

/**
 * @param {any} type
 * @param {any} given
 * @param {any} [key]
 */
export const jsx = (type, given, key) => {
  const { children, "v-slots": slots, ...rest } = given ?? {};
  const { props, directives } = readProps(type, rest);
  if (key !== undefined) props.key = key;
  const vnode = draw(type, props, children, slots);
  return directives.length ? withDirectives(vnode, /** @type {any} */ (directives)) : vnode;
};

/** @param {any} type @param {any} props @param {any} children @param {any} slots */
const draw = (type, props, children, slots) => {
  if (slots) return h(type, props, children === undefined ? slots : { default: () => children, ...slots });
  if (children === undefined) return h(type, props);
  const isElement = typeof type === "string" || type === Fragment;
  const areSlots = typeof children === "object" && children !== null && !Array.isArray(children) && !isVNode(children);
  if (isElement) return h(type, props, Array.isArray(children) ? children.flat() : [children]);
  if (areSlots) return h(type, props, children);
  if (typeof children === "function") return h(type, props, { default: children });
  return h(type, props, { default: () => (Array.isArray(children) ? children.flat() : [children]) });
};

export const jsxs = jsx;
export { Fragment };
