// @ts-check
// What JSX in a component is compiled to: `vue/jsx-runtime`.

import { Fragment, h, isVNode } from "vue";

/**
 * @param {any} type
 * @param {any} given
 * @param {any} [key]
 */
export const jsx = (type, given, key) => {
  const { children, "v-slots": slots, ...props } = given ?? {};
  if (key !== undefined) props.key = key;
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
