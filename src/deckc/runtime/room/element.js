// @ts-check
// Makes elements of the interface, and the icons on its buttons.
//
//     make("button", { class: "deckc-btn", onclick: go }, icon("next"), "Next")

/** Paths of 24 by 24 icons, drawn as strokes. @type {Record<string, string>} */
const ICONS = {
  prev: "M19 12H5M11 6l-6 6 6 6",
  next: "M5 12h14M13 6l6 6-6 6",
  prevSlide: "M12 19V5M6 11l6-6 6 6",
  nextSlide: "M12 5v14M6 13l6 6 6-6",
  overview: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  goto: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5",
  index: "M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11",
  draw: "M4 20l1-5L16 4l4 4L9 19zM13 7l4 4",
  laser: "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2v3M12 19v3M2 12h3M19 12h3",
  zoom: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5M11 8v6M8 11h6",
  black: "M3 5h18v12H3zM9 21h6M7 9l10 4",
  white: "M3 5h18v12H3zM9 21h6",
  presenter: "M3 4h18v11H3zM12 15v5M8 20h8M8 8h5M8 11h8",
  play: "M4 5h16v11H4zM10 8l5 2.5-5 2.5zM9 20h6",
  remote: "M8 2h8v20H8zM12 18v.01M10.5 7h3M12 5.500v3",
  notes: "M5 3h14v18H5zM9 8h6M9 12h6M9 16h3",
  export: "M12 3v12M7 10l5 5 5-5M4 17v4h16v-4",
  print: "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
  fullscreen: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  dark: "M20 14A8.5 8.5 0 1 1 10 4a7 7 0 0 0 10 10z",
  record: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  camera: "M3 7h12v10H3zM15 11l6-3v8l-6-3z",
  help: "M9 9a3 3 0 1 1 4 2.800c-.7.300-1 .800-1 1.700M12 17v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  menu: "M4 12h2M11 12h2M18 12h2",
  awake: "M12 3v2M12 19v2M3 12h2M19 12h2M6 6l1 1M17 17l1 1M6 18l1-1M17 7l1-1M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  start: "M7 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  reset: "M5 12a7 7 0 1 0 2-5M5 4v4h4",
  layout: "M3 4h18v16H3zM14 4v16M14 11h7",
  close: "M6 6l12 12M18 6L6 18",
  smaller: "M3 18l4-11 4 11M4.500 14h5M15 13h6",
  larger: "M3 18l4-11 4 11M4.500 14h5M15 13h6M18 10v6",
  editor: "M8 7l-5 5 5 5M16 7l5 5-5 5M14 4l-4 16",
  edit: "M4 20l1-5L16 4l4 4L9 19z",
  stylus: "M4 19c3-9 5-11 7-11 3 0-2 9 1 9s3-7 8-9",
  line: "M5 19L19 5",
  arrow: "M5 19L19 5M11 5h8v8",
  rectangle: "M4 6h16v12H4z",
  ellipse: "M12 6c5 0 9 2.700 9 6s-4 6-9 6-9-2.700-9-6 4-6 9-6z",
  eraser: "M8 20l-4-4L15 5l5 5-10 10zM9 11l5 5M8 20h12",
  undo: "M9 14l-5-5 5-5M4 9h9a6 6 0 0 1 0 12h-3",
  redo: "M15 14l5-5-5-5M20 9h-9a6 6 0 0 0 0 12h3",
  clear: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
};

export const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on...` are listeners; null, undefined and false are left out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any} an element; typed loosely, as the kinds of elements are many
 */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(.../** @type {Node[]} */ (children.filter(Boolean)));
  return element;
};

/** @param {string} name */
export const icon = (name) => {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { class: "slidev-icon", viewBox: "0 0 24 24", width: "1.2em", height: "1.2em", fill: "none", "aria-hidden": "true" };
  const strokes = { stroke: "currentColor", "stroke-width": "1.8", "stroke-linecap": "round", "stroke-linejoin": "round" };
  for (const [key, value] of Object.entries({ ...attributes, ...strokes })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name] ?? "");
  svg.append(path);
  return svg;
};

/**
 * A button that is an icon; its name is its title.
 * @param {string} image
 * @param {string} name
 * @param {(event: MouseEvent) => void} press
 * @param {Record<string, any>} [more]
 */
export const iconButton = (image, name, press, more = {}) => {
  /** @param {MouseEvent} event */
  const click = (event) => {
    press(event);
    // a press with the mouse must not take the deck's keys away; one from the keyboard has no detail
    if (event.detail) /** @type {HTMLElement} */ (event.currentTarget)?.blur();
  };
  return make("button", { type: "button", class: "deckc-btn", title: name, "aria-label": name, ...more, onclick: click }, icon(image));
};
