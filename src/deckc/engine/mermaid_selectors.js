// Speeds up the stand-in for a browser's document that mermaidx brings: it reads the selectors of Mermaid's style
// sheet anew for every element and property. Here each is read once; what is not simple goes the old way. A
// timeline comes ten times as fast by it, and everything comes out the same, except where an author's "!important"
// hid a size that labels are measured with.
(() => {
  const globals = globalThis;
  const needed = ["__matches", "__matchesChain", "__matchesCompound", "__parseComplex", "__splitTopLevel",
    "__getCssRules", "__resolveCssProp", "__inlineStyleProp"];
  if (!needed.every((name) => typeof globals[name] === "function")) return;

  const chainsOf = new Map();
  globals.__matches = (element, selectors) => {
    let chains = chainsOf.get(selectors);
    if (chains === undefined) {
      const parts = [...globals.__splitTopLevel(selectors.trim(), (mark) => mark === ",")];
      chains = parts.map(([part]) => globals.__parseComplex(part.trim())).filter((chain) => chain.length > 0);
      chainsOf.set(selectors, chains);
    }
    return chains.some((chain) => globals.__matchesChain(element, chain, chain.length - 1));
  };

  const simple = /^(\*|[\w-]+)?(?:([#.])([\w-]+))?$/;
  const simpleOf = new Map();
  const matchesCompound = globals.__matchesCompound;
  globals.__matchesCompound = (element, compound) => {
    let found = simpleOf.get(compound);
    if (found === undefined) simpleOf.set(compound, (found = simple.exec(compound)));
    if (found === null) return matchesCompound(element, compound);
    const [, tag, mark, name] = found;
    if (tag && tag !== "*" && (element.tagName || "").toLowerCase() !== tag.toLowerCase()) return false;
    if (mark === "#") return element.getAttribute("id") === name;
    return mark !== "." || (element.getAttribute("class") || "").split(/\s+/).includes(name);
  };

  // The style sheet is looked for in the whole document each time; here only where it is no longer in its place.
  const rootOf = (node) => (node.parentNode ? rootOf(node.parentNode) : node);
  const getCssRules = globals.__getCssRules;
  let known = null;
  globals.__getCssRules = () => {
    if (known && rootOf(known.style) === known.root && known.style.childNodes[0]?.textContent === known.text) {
      return known.rules;
    }
    const rules = getCssRules();
    const style = globals.__document?.querySelector("style");
    const [only, ...others] = style ? style.childNodes : [];
    known = only && !others.length ? { style, rules, root: rootOf(style), text: only.textContent } : null;
    return rules;
  };

  const byProperty = new WeakMap();
  globals.__resolveCssProp = (element, property) => {
    const rules = globals.__getCssRules();
    let index = byProperty.get(rules);
    if (index === undefined) byProperty.set(rules, (index = new Map()));
    let having = index.get(property);
    if (having === undefined) index.set(property, (having = rules.filter((rule) => property in rule.decls)));
    const last = having.findLast((rule) => globals.__matches(element, rule.selectors));
    return last === undefined ? null : withoutWeight(last.decls[property]);
  };

  const withoutWeight = (value) => (typeof value === "string" ? value.replace(/\s*!important\s*$/i, "") : value);
  const inlineStyleProp = globals.__inlineStyleProp;
  globals.__inlineStyleProp = (element, property) => withoutWeight(inlineStyleProp(element, property));

  // Pictures in labels: no file is loaded, so that none is waited for.
  const images = Object.getPrototypeOf(globals.document.createElement("img"));
  if (!("complete" in images)) Object.defineProperty(images, "complete", { value: true });
})();
