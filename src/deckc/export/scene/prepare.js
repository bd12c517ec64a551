// @ts-check
// Readies the print form of a deck to be measured: still, with nothing turned, and with everything that is no text
// and no box marked as a picture. Returns what only the page knows of those pictures.
//
//     <img data-scene-picture="0">          {key: 0, kind: "file", source: 0, rect, crop, alt}
//     <div data-scene-turn="45 100 20">     was turned by 45 degrees about the point 100, 20 of its box
//     <div data-scene-scale="0.5">          draws its content at half size
//
// It is one expression that Playwright calls: () => Promise<{pictures, sources}>.

async () => {
  const SHEET = ".print-slide-container";
  const SVG_NS = "http://www.w3.org/2000/svg";
  const STILL = `
    .slidev-vclick-hidden { transform: none !important; translate: none !important; scale: none !important; }
    *, *::before, *::after { transition: none !important; caret-color: transparent !important; }`;
  /** Tags that are shown as they are painted: their inside is no part of the page. */
  const PAINTED = new Set(["VIDEO", "CANVAS", "IFRAME", "OBJECT", "EMBED", "INPUT", "SELECT", "TEXTAREA", "PROGRESS", "METER"]);
  /** What a drawing needs of its style sheet, with the values that need not be written. */
  const DRAWN = {
    fill: "rgb(0, 0, 0)", "fill-opacity": "1", "fill-rule": "nonzero", stroke: "none", "stroke-width": "1px",
    "stroke-opacity": "1", "stroke-dasharray": "none", "stroke-dashoffset": "0px", "stroke-linecap": "butt",
    "stroke-linejoin": "miter", "stroke-miterlimit": "4", opacity: "1", "stop-color": "rgb(0, 0, 0)", "stop-opacity": "1",
    visibility: "visible", "marker-start": "none", "marker-mid": "none", "marker-end": "none", "clip-path": "none",
    "clip-rule": "nonzero", mask: "none", filter: "none", "mix-blend-mode": "normal", "paint-order": "normal",
  };
  const WRITTEN = {
    "font-family": "", "font-size": "", "font-weight": "400", "font-style": "normal", "text-anchor": "start",
    "dominant-baseline": "auto", "letter-spacing": "normal", "text-decoration-line": "none",
  };

  const settle = async () => {
    const style = document.createElement("style");
    style.textContent = STILL;
    document.head.append(style);
    for (const animation of document.getAnimations()) {
      try {
        animation.finish();
      } catch {
        animation.cancel(); // one that has no end
      }
    }
    const images = [...document.images].map((image) => image.decode().catch(() => {}));
    await Promise.all([document.fonts.ready, ...images]);
  };

  /** @param {Element} root @returns {Generator<Element>} every element, in shadow trees too */
  const everyElement = function* (root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* everyElement(/** @type {any} */ (element.shadowRoot));
    }
  };

  /** @param {Element} element @param {string} name @param {unknown} value */
  const mark = (element, name, value) => element.setAttribute(`data-scene-${name}`, String(value));

  /**
   * The element's own transformation: scale and turn; null where it is none.
   * @param {CSSStyleDeclaration} style
   */
  const turnOf = (style) => {
    const { transform, rotate, scale } = style;
    if (transform === "none" && rotate === "none" && scale === "none") return null;
    const individual = `${rotate === "none" ? "" : `rotate(${rotate.split(" ").at(-1)})`}${
      scale === "none" ? "" : ` scale(${scale.split(" ").join(",")})`}`;
    const matrix = new DOMMatrix(individual).multiply(new DOMMatrix(transform === "none" ? "" : transform));
    const { a, b, c, d } = matrix;
    const across = Math.hypot(a, b);
    const down = across ? (a * d - b * c) / across : 0;
    const isPlain = matrix.is2D && across > 0 && down > 0 && Math.abs(a * c + b * d) < 0.01 * across * down;
    return { matrix, across, down, degrees: (Math.atan2(b, a) * 180) / Math.PI, isPlain, individual };
  };

  /** @param {HTMLElement} element @param {CSSStyleDeclaration} style @returns {boolean} whether it has to be a picture */
  const straighten = (element, style) => {
    if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) return false;
    const turn = turnOf(style);
    if (!turn) return false;
    if (!turn.isPlain) return true;
    if (Math.abs(turn.across * turn.down - 1) > 0.001) mark(element, "scale", Math.sqrt(turn.across * turn.down));
    if (Math.abs(turn.degrees) < 0.1) return false;
    const [ox, oy] = style.transformOrigin.split(" ").map(parseFloat);
    mark(element, "turn", `${turn.degrees.toFixed(3)} ${ox * turn.across} ${oy * turn.down}`);
    const { e, f } = turn.matrix;
    element.style.setProperty("rotate", "none", "important");
    element.style.setProperty("scale", "none", "important");
    const straight = `translate(${e}px, ${f}px) scale(${turn.across}, ${turn.down})`;
    element.style.setProperty("transform", straight, "important");
    return false;
  };

  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {string[]} */
  const sources = [];
  /** @param {string} text an address or a drawing */
  const sourceOf = (text) => {
    if (!known.has(text)) known.set(text, sources.push(text) - 1);
    return known.get(text);
  };

  /** @type {Record<string, any>[]} */
  const pictures = [];
  /** @param {DOMRect} rect */
  const placeOf = ({ left, top, width, height }) => [left + scrollX, top + scrollY, width, height];
  /** @param {Element} element @param {string} name @param {Record<string, any>} given */
  const addPicture = (element, name, given) => {
    mark(element, name, pictures.length);
    const rect = placeOf(element.getBoundingClientRect());
    pictures.push({ key: pictures.length, rect, alt: "", isDecorative: false, ...given });
  };

  /** @param {Element} element */
  const wordsFor = (element) =>
    element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? element.getAttribute("title") ??
    element.querySelector(":scope > title")?.textContent?.trim() ?? "";

  /** @param {Element} element @param {string} [alt] @param {string} [name] */
  const addPainted = (element, alt = wordsFor(element), name = "picture") => {
    const { color, fontSize, fontFamily } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const look = [name, element.outerHTML.replace(/ data-scene-[a-z]+="[^"]*"/g, ""), color, fontSize, fontFamily, width, height];
    addPicture(element, name, { kind: "painted", look: look.join("\n"), alt });
  };

  /** @param {HTMLImageElement} image */
  const addImage = (image) => {
    const source = image.currentSrc || image.src;
    if (!image.naturalWidth || !/^(data:image|blob:|file:|https?:)/.test(source)) return addPainted(image);
    const style = getComputedStyle(image);
    const natural = [image.naturalWidth, image.naturalHeight];
    addPicture(image, "picture", {
      kind: "file", source: sourceOf(source), natural, fit: style.objectFit, position: style.objectPosition, alt: wordsFor(image),
    });
  };

  /** @param {string} list "url(a), linear-gradient(b, c)" */
  const layersOf = (list) => list.split(/,(?![^(]*(?:\([^()]*\)[^(]*)*\))/).map((layer) => layer.trim());

  /** @param {string} layer url("...") */
  const addressIn = (layer) => /^url\("((?:[^"\\]|\\.)*)"\)$/.exec(layer)?.[1].replace(/\\(.)/g, "$1");

  /** @param {string} address @param {string} color */
  const iconOf = (address, color) => {
    if (/^file:/.test(address)) return null;
    const [, coding, body] = /^data:image\/svg\+xml(;[^,]*)?,([^]*)$/.exec(address) ?? [];
    if (body === undefined) return null;
    const text = /base64/.test(coding ?? "") ? atob(body) : decodeURIComponent(body);
    return text.replace(/currentColor/gi, color);
  };

  /** @param {HTMLElement} element @param {CSSStyleDeclaration} style */
  const addBackground = async (element, style) => {
    const layers = layersOf(style.backgroundImage);
    const addresses = layers.map(addressIn).filter((address) => address !== undefined);
    if (!addresses.length) return;
    const at = layers.findIndex((layer) => layer.startsWith("url("));
    const [size, repeat, position] = [style.backgroundSize, style.backgroundRepeat, style.backgroundPosition].map(
      (list) => layersOf(list)[at] ?? layersOf(list)[0]);
    const image = new Image();
    image.src = addresses[0] ?? "";
    await image.decode().catch(() => {});
    const isPlain = /^(cover|contain|100%( 100%)?)$/.test(size) || (size === "auto" && !repeat.startsWith("no-"));
    const fits = addresses.length === 1 && image.naturalWidth && isPlain && size !== "auto";
    if (!fits) return addPainted(element, "", "background");
    const fit = size.startsWith("100%") ? "fill" : size;
    const natural = [image.naturalWidth, image.naturalHeight];
    addPicture(element, "background", {
      kind: "file", source: sourceOf(addresses[0] ?? ""), natural, fit, position, isDecorative: true });
  };

  /**
   * Programs that read drawings know no colours with an alpha of their own.
   * @param {[string, string]} attribute
   * @returns {[string, string][]}
   */
  const opaque = ([name, value]) => {
    const [, red, green, blue, alpha] = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(value) ?? [];
    if (alpha === undefined || !/^(fill|stroke|stop-color)$/.test(name)) return [[name, value]];
    return [[name, `rgb(${red}, ${green}, ${blue})`], [`${name.replace("-color", "")}-opacity`, alpha]];
  };

  /** @param {Element} element @param {CSSStyleDeclaration} style @param {CSSStyleDeclaration | null} above @param {boolean} isText */
  const attributesOf = (element, style, above, isText) => {
    /** @type {[string, string][]} */
    const found = [];
    for (const [name, plain] of Object.entries(isText ? { ...DRAWN, ...WRITTEN } : DRAWN)) {
      const value = style.getPropertyValue(name);
      if (value && value !== plain) found.push([name, value.replace(/url\("[^"]*(#[^"]*)"\)/g, "url($1)")]);
      else if (above && above.getPropertyValue(name) !== value && name !== "opacity") found.push([name, value]);
    }
    if (style.display === "none") found.push(["display", "none"]);
    return found.flatMap(opaque);
  };

  /**
   * Writes what style sheets say about a drawing into the drawing, so that it looks the same anywhere.
   * @param {Element} original
   * @param {Element} copy
   * @param {CSSStyleDeclaration | null} above
   */
  const writeLook = (original, copy, above) => {
    const style = getComputedStyle(original);
    const isText = original instanceof SVGTextContentElement;
    const isShape = original instanceof SVGGraphicsElement || original instanceof SVGStopElement;
    const children = [...original.children];
    const copies = [...copy.children];
    children.forEach((child, at) => {
      const isWritten = child.hasAttribute("data-scene-written");
      if (isWritten || /^(style|script|foreignObject)$/i.test(child.tagName)) copies[at].remove();
      else writeLook(child, copies[at], isShape ? style : null);
    });
    for (const { name } of [...copy.attributes]) {
      if (/^(class|style|on.*|data-.*)$/.test(name)) copy.removeAttribute(name);
    }
    if (!isShape) return;
    for (const [name, value] of attributesOf(original, style, above, isText)) copy.setAttribute(name, value);
    if (style.transform !== "none" && !original.getAttribute("transform") && !(original instanceof SVGSVGElement)) {
      copy.setAttribute("transform", style.transform);
    }
  };

  /** Text that stands straight becomes text of the slide. @param {SVGSVGElement} svg */
  const takeTextOut = (svg) => {
    for (const text of /** @type {NodeListOf<SVGGraphicsElement>} */ (svg.querySelectorAll("text, foreignObject"))) {
      const { a, b, c, d } = text.getScreenCTM() ?? new DOMMatrix();
      const isStraight = Math.abs(b) < 0.001 && Math.abs(c) < 0.001 && a > 0 && d > 0;
      if (text.closest("defs, symbol, pattern, mask, clipPath") || !isStraight) continue;
      if (text.querySelector("textPath") || getComputedStyle(text).writingMode !== "horizontal-tb") continue;
      mark(text, "written", a);
    }
  };

  /** @param {SVGSVGElement} svg */
  const addDrawing = (svg) => {
    if ([...svg.querySelectorAll("use")].some((use) => !svg.querySelector(use.getAttribute("href") || "*"))) {
      return addPainted(svg);
    }
    takeTextOut(svg);
    const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
    writeLook(svg, copy, null);
    const own = svg.getBoundingClientRect();
    let rect = own;
    if (getComputedStyle(svg).overflow === "visible" && !svg.hasAttribute("viewBox")) {
      // hand-drawn marks: a small frame, and strokes wherever the marked words are
      for (const shape of svg.querySelectorAll("path, rect, circle, ellipse, line, polygon, polyline")) {
        const reach = parseFloat(getComputedStyle(shape).strokeWidth) || 0;
        const { left, top, right, bottom } = shape.getBoundingClientRect();
        const x = Math.min(rect.left, left - reach);
        const y = Math.min(rect.top, top - reach);
        rect = new DOMRect(x, y, Math.max(rect.right, right + reach) - x, Math.max(rect.bottom, bottom + reach) - y);
      }
    }
    const { a } = svg.getScreenCTM() ?? { a: 1 };
    if (!svg.hasAttribute("viewBox")) {
      copy.setAttribute("viewBox", [rect.left - own.left, rect.top - own.top, rect.width, rect.height].map((n) => n / a).join(" "));
    }
    copy.setAttribute("xmlns", SVG_NS);
    copy.setAttribute("width", rect.width.toFixed(2));
    copy.setAttribute("height", rect.height.toFixed(2));
    const text = new XMLSerializer().serializeToString(copy);
    if (!/<(path|rect|circle|ellipse|line|poly|text|image|use)/.test(text)) return mark(svg, "picture", "none");
    const needsPage = /<(text|image|style)/.test(text);
    addPicture(svg, "picture", { kind: "drawing", source: sourceOf(text), rect: placeOf(rect), alt: wordsFor(svg), needsPage });
  };

  /** @param {HTMLElement} element */
  const visit = async (element) => {
    const style = getComputedStyle(element);
    const tag = element.tagName;
    if (style.display === "none" || element.closest("[data-scene-picture]:not(svg)")) return;
    const hasToBePainted = straighten(element, style);
    if (element instanceof SVGElement) {
      if (element instanceof SVGSVGElement && !element.parentElement?.closest("svg")) addDrawing(element);
      return;
    }
    const isFormula = tag === "math" || element.classList.contains("katex");
    if (isFormula) return addPainted(element, element.querySelector("annotation")?.textContent?.trim() ?? element.textContent ?? "");
    if (PAINTED.has(tag)) return addPainted(element);
    if (tag === "IMG") return addImage(/** @type {HTMLImageElement} */ (element));
    const mask = addressIn(style.maskImage);
    const icon = mask && iconOf(mask, style.backgroundColor);
    if (icon) return addPicture(element, "picture", { kind: "drawing", source: sourceOf(icon), fit: "contain", isDecorative: true });
    const isOdd = style.filter !== "none" || style.clipPath !== "none" || style.maskImage !== "none";
    if (hasToBePainted || isOdd || style.writingMode !== "horizontal-tb") return addPainted(element, element.innerText);
    if (/conic-gradient|repeating-|image-set|cross-fade/.test(style.backgroundImage)) return addPainted(element, "", "background");
    if (style.backgroundImage.includes("url(")) await addBackground(element, style);
  };

  await settle();
  for (const sheet of document.querySelectorAll(SHEET)) {
    for (const element of everyElement(sheet)) await visit(/** @type {HTMLElement} */ (element));
  }
  return { pictures, sources };
};
