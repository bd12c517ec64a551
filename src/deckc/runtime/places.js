// @ts-check
// Finds what bindings name: elements by data-dc, text and blocks by comment pairs, branches by data-dc-block.
// What stands inside a block belongs to the block's own bindings and is not looked at.

/** @typedef {{start: Comment, end: Comment}} Place */

/**
 * The `<!--/dc-->` that closes a comment's pair; pairs nest among siblings.
 * @param {Comment} start
 */
const endOf = (start) => {
  let depth = 1;
  for (let node = start.nextSibling; node; node = node.nextSibling) {
    if (!(node instanceof Comment)) continue;
    if (node.data.startsWith("dc:")) depth += 1;
    if (node.data === "/dc") depth -= 1;
    if (depth === 0) return node;
  }
  return null;
};

/** @param {Node} root */
export const findPlaces = (root) => {
  /** @type {Map<string, Element>} */
  const elements = new Map();
  /** @type {Map<string, Place>} */
  const places = new Map();
  /** @type {Map<string, Element>} */
  const templates = new Map();

  /** @param {Comment} start */
  const notePlace = (start) => {
    const end = endOf(start);
    if (end) places.set(start.data.slice(3), { start, end });
    return end ?? start;
  };

  /** @param {Element} element */
  const noteElement = (element) => {
    const block = element.getAttribute("data-dc-block");
    if (block !== null) {
      templates.set(block, element);
      return;
    }
    const key = element.getAttribute("data-dc");
    if (key !== null) elements.set(key, element);
    search(element);
  };

  /** @param {Node} parent */
  const search = (parent) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node instanceof Comment && node.data.startsWith("dc:")) node = notePlace(node);
      else if (node instanceof Element) noteElement(node);
    }
  };

  search(root);
  return { elements, places, templates };
};
