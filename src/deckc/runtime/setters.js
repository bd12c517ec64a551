// @ts-check
// Writes a bound value to an element, as Vue would: over what is static, and without disturbing it.

/**
 * Text of an interpolation.
 * @param {any} value
 * @returns {string}
 */
export const toText = (value) => {
  if (value === null || value === undefined) return "";
  const isPlain = Array.isArray(value) || (typeof value === "object" && value.toString === Object.prototype.toString);
  return isPlain ? JSON.stringify(value, null, 2) : String(value);
};

/**
 * Class names of a string, an array or an object of conditions.
 * @param {any} value
 * @returns {string[]}
 */
const classNames = (value) => {
  if (!value) return [];
  if (typeof value === "string") return value.split(/\s+/).filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(classNames);
  if (typeof value === "object") return Object.keys(value).filter((name) => value[name]).flatMap(classNames);
  return [];
};

/**
 * @param {Element} element
 * @param {string} [initial] the classes that the compiler worked out for the first paint
 */
export const classSetter = (element, initial = "") => {
  let drawn = classNames(initial);
  const fixed = new Set([...element.classList].filter((name) => !drawn.includes(name)));
  return (/** @type {any} */ value) => {
    const names = classNames(value).filter((name) => !fixed.has(name));
    for (const name of drawn) if (!names.includes(name)) element.classList.remove(name);
    element.classList.add(...names);
    drawn = names;
  };
};

/**
 * @param {any} value
 * @returns {Record<string, any>} by CSS property
 */
const declarations = (value) => {
  if (Array.isArray(value)) return Object.assign({}, ...value.map(declarations));
  if (typeof value === "string") {
    const pairs = value.replace(/\/\*[^]*?\*\//g, "").split(/;(?![^(]*\))/);
    return Object.fromEntries(
      pairs.filter((pair) => pair.includes(":")).map((pair) => {
        const colon = pair.indexOf(":");
        return [pair.slice(0, colon).trim(), pair.slice(colon + 1).trim()];
      }),
    );
  }
  return value && typeof value === "object" ? value : {};
};

/** @param {string} name */
const cssName = (name) => (name.startsWith("--") ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

/**
 * @param {Element} element
 * @param {string} [own] the element's static style, where the attribute holds the first paint's as well
 */
export const styleSetter = (element, own) => {
  const { style } = /** @type {HTMLElement} */ (element);
  const painted = declarations(element.getAttribute("style"));
  const fixed = own === undefined ? painted : declarations(own);
  let drawn = own === undefined ? [] : Object.keys(painted);
  /**
   * @param {string} name
   * @param {any} value
   */
  const set = (name, value) => {
    const text = String(value ?? "");
    const plain = text.replace(/\s*!important\s*$/, "");
    style.setProperty(name, plain, plain === text ? "" : "important");
  };
  return (/** @type {any} */ value) => {
    const wanted = declarations(value);
    const names = Object.keys(wanted);
    for (const name of drawn) if (!(name in wanted)) set(cssName(name), fixed[cssName(name)]);
    for (const name of names) set(cssName(name), wanted[name]);
    drawn = names;
  };
};

/**
 * @param {Element} element
 * @param {string} [display] the element's own, where the first paint hid it
 */
export const showSetter = (element, display = "") => {
  const { style } = /** @type {HTMLElement} */ (element);
  return (/** @type {any} */ value) => {
    if (style.display !== "none") display = style.display;
    style.display = value ? display : "none";
  };
};

/** What the user changes in a form is a property; the attribute only says how it began. */
const PROPERTIES = new Set(["value", "checked", "selected", "muted", "indeterminate"]);

/**
 * @param {Element} element
 * @param {string} name
 */
export const attributeSetter = (element, name) => {
  const keepsFalse = /^(aria|data)-/.test(name);
  return (/** @type {any} */ value) => {
    if (PROPERTIES.has(name) && name in element) /** @type {any} */ (element)[name] = value ?? "";
    if (value === null || value === undefined || (value === false && !keepsFalse)) element.removeAttribute(name);
    else element.setAttribute(name, value === true && !keepsFalse ? "" : String(value));
  };
};

/** @param {Element} element */
export const attributesSetter = (element) => {
  /** @type {Map<string, (value: any) => void>} */
  const setters = new Map();
  /** @type {Record<string, any>} */
  let given = {};
  /** @param {string} name */
  const make = (name) => {
    if (name === "class") return classSetter(element);
    if (name === "style") return styleSetter(element);
    if (!/^on[A-Z]/.test(name)) return attributeSetter(element, name);
    element.addEventListener(name.slice(2).toLowerCase(), (event) => given[name]?.(event));
    return () => {};
  };
  return (/** @type {any} */ value) => {
    given = value && typeof value === "object" ? value : {};
    for (const name of Object.keys(given)) if (!setters.has(name)) setters.set(name, make(name));
    for (const [name, set] of setters) set(given[name]);
  };
};
