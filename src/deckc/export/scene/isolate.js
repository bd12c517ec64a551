// @ts-check
// Hides everything but one element, or but the ground of it, until window.deckcSceneRestore() is called.

([selector, isGround]) => {
  /** @param {Document | ShadowRoot} root @returns {Element | null} */
  const find = (root) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const element of root.querySelectorAll("*")) {
      const inner = element.shadowRoot && find(element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  const target = /** @type {HTMLElement} */ (find(document));
  const style = document.createElement("style");
  style.textContent = `
    html, body { background: none !important; }
    body * { visibility: hidden !important; }
    [data-scene-alone], [data-scene-alone] * { visibility: visible !important; }
    [data-scene-alone="ground"] { color: transparent !important; -webkit-text-fill-color: transparent !important; }
    [data-scene-alone="ground"] * { visibility: hidden !important; }`;
  document.head.append(style);
  target.setAttribute("data-scene-alone", isGround ? "ground" : "all");
  const root = target.getRootNode();
  const inner = root instanceof ShadowRoot ? /** @type {Element} */ (root.appendChild(style.cloneNode(true))) : null;
  /** @type {[HTMLElement, string | null][]} */
  const faded = [];
  for (let above = target; above; above = /** @type {any} */ (above.parentElement ?? /** @type {any} */ (above.getRootNode()).host)) {
    faded.push([above, above.getAttribute("style")]);
    above.style.setProperty("opacity", "1", "important");
    above.style.setProperty("visibility", above === target ? "visible" : "hidden", "important");
  }
  /** @type {any} */ (window).deckcSceneRestore = () => {
    style.remove();
    inner?.remove();
    target.removeAttribute("data-scene-alone");
    for (const [element, text] of faded) {
      if (text === null) element.removeAttribute("style");
      else element.setAttribute("style", text);
    }
  };
};
