// @ts-check
// `v-motion` in an island: its variants go where the compiler puts those of other elements, and the deck moves it.
//
//     <p v-motion :initial="{ x: -80 }" :click-1="{ x: 0 }">
//     <p data-dc-motion='{"initial":{"x":-80},"clicks":[[1,null,{"x":0}]]}'>

/** @typedef {Record<string, any>} Props */

const CLICK = /^click-(\d+)(?:-(\d+))?$/;

/** @param {Props} props */
const shapeOf = (props) => {
  /** @type {Props} */
  const shape = {};
  for (const name of ["initial", "enter", "leave"]) {
    const more = props.variants?.[`slidev-${name}`];
    if (props[name] || more) shape[name] = { ...props[name], ...more };
  }
  const clicks = Object.keys(props).flatMap((key) => {
    const [, start, end] = CLICK.exec(key) ?? [];
    return start === undefined ? [] : [[Number(start), end === undefined ? null : Number(end), props[key]]];
  });
  if (clicks.length) shape.clicks = clicks.sort((a, b) => a[0] - b[0]);
  return shape;
};

/** @param {Element} element @param {any} _ @param {any} vnode */
const place = (element, _, vnode) => element.setAttribute("data-dc-motion", JSON.stringify(shapeOf(vnode.props ?? {})));

/**
 * @param {(instance: unknown) => unknown} redraw tells the deck of an element that came after its island
 * @returns {import("vue").Directive}
 */
export const createMotion = (redraw) => ({
  created: place,
  mounted: (_, { instance }) => void redraw(instance),
  updated: place,
});
