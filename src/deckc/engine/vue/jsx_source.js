// @ts-check
// Writes what Vue's JSX has beyond plain JSX as props that runtime/vue/jsx.js reads, before esbuild compiles it.
//
//     <input v-model={name}/>              <input v-model={{ value: name, set: ($to) => { name = $to } }}/>
//     <a class="x" {...attrs}/>            <a class="x" deckc-merge-0={attrs}/>
//     <Badge/>, declared nowhere           <deckcAsked.c0/>, which asks the app for "Badge"

/* global VueCompiler */

const HTML_TAG = /^(?:a|abbr|address|area|article|aside|audio|b|base|bdi|bdo|blockquote|body|br|button|canvas|caption|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|menu|meta|meter|nav|noscript|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|slot|small|source|span|strong|style|sub|summary|sup|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|u|ul|var|video|wbr|svg|animate|animateMotion|animateTransform|circle|clipPath|defs|desc|ellipse|fe\w+|filter|foreignObject|g|image|line|linearGradient|marker|mask|metadata|mpath|path|pattern|polygon|polyline|radialGradient|rect|set|stop|switch|symbol|text|textPath|tspan|use|view|math|m[a-z]+)$/;

/** Every name that a module declares somewhere. @param {any} ast @returns {Set<string>} */
const declaredIn = (ast) => {
  const names = new Set();
  const take = (/** @type {any} */ pattern) => pattern && VueCompiler.extractIdentifiers(pattern).forEach((/** @type {any} */ id) => names.add(id.name));
  VueCompiler.walk(ast.program, {
    enter(/** @type {any} */ node) {
      if (/^Import(?:Default|Namespace)?Specifier$/.test(node.type)) names.add(node.local.name);
      if (node.type === "VariableDeclarator") take(node.id);
      if (node.id?.type === "Identifier") names.add(node.id.name);
      if (node.params) node.params.forEach(take);
      if (node.type === "CatchClause") take(node.param);
    },
  });
  return names;
};

/** A directive's value, argument and modifiers as they are written: `value` or `[value, "argument", ["modifier"]]`. */
const partsOf = (/** @type {any} */ expression, /** @type {string} */ code) => {
  const text = (/** @type {any} */ node) => code.slice(node.start, node.end);
  if (expression?.type !== "ArrayExpression" || !expression.elements.length) {
    return { value: expression ? text(expression) : "true", argument: "", modifiers: "" };
  }
  const [value, second, third] = expression.elements;
  const isList = second?.type === "ArrayExpression";
  return {
    value: text(value),
    argument: second && !isList ? text(second) : "",
    modifiers: isList ? text(second) : third ? text(third) : "",
  };
};

/** What can be assigned to, of an expression; empty for any other. @param {string} text */
const targetOf = (text) => /^[\w$.[\]'"`()! ]+$/.exec(text.replace(/\s+as\s.*$/, ""))?.[0] ?? "";

/**
 * @param {any} attribute
 * @param {string} code
 * @param {Set<string>} declared
 */
const directiveOf = (attribute, code, declared) => {
  const { name } = attribute;
  const written = name.type === "JSXNamespacedName" ? `${name.namespace.name}:${name.name.name}` : name.name;
  const whole = written.replace(/^v([A-Z])/, (/** @type {string} */ _, /** @type {string} */ first) => `v-${first.toLowerCase()}`);
  const [, directive, own, rest] = /^v-([\w-]+?)(?::([\w-]+?))?((?:_\w+)*)$/.exec(whole) ?? [];
  if (!directive || directive === "slots") return null;
  const expression = attribute.value?.type === "JSXExpressionContainer" ? attribute.value.expression : attribute.value;
  if (directive === "models") {
    const models = (expression?.elements ?? []).map((/** @type {any} */ each) => modelOf(partsOf(each, code), "", []));
    return `v-models={[${models.join(", ")}]}`;
  }
  const parts = partsOf(expression, code);
  const modifiers = rest.split("_").filter(Boolean);
  const key = `v-${directive}${own ? `:${own}` : ""}`;
  if (directive === "model") return `${key}={${modelOf(parts, own ?? "", modifiers)}}`;
  const named = `v${directive.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;
  const of = declared.has(named) ? named : "undefined";
  return `${key}={{ value: ${parts.value}, of: ${of}, ${describe(parts, own ?? "", modifiers)} }}`;
};

/** @param {any} parts @param {string} own @param {string[]} modifiers */
const describe = ({ argument, modifiers: written }, own, modifiers) =>
  `argument: ${argument || JSON.stringify(own)}, modifiers: [...${written || "[]"}, ...${JSON.stringify(modifiers)}]`;

/** @param {any} parts @param {string} own @param {string[]} modifiers */
const modelOf = (parts, own, modifiers) => {
  const target = targetOf(parts.value);
  const set = target ? `($to) => { ${target} = $to }` : "() => {}";
  return `{ value: ${parts.value}, set: ${set}, ${describe(parts, own, modifiers)} }`;
};

/** @param {string} code @param {any} ast */
const plainJsx = (code, ast) => {
  const text = new VueCompiler.MagicString(code);
  const declared = declaredIn(ast);
  /** @type {string[]} */
  const asked = [];
  const nameOf = (/** @type {any} */ node) => {
    if (node.type !== "JSXIdentifier" || declared.has(node.name) || HTML_TAG.test(node.name)) return null;
    if (!asked.includes(node.name)) asked.push(node.name);
    return `deckcAsked.c${asked.indexOf(node.name)}`;
  };
  let merges = 0;
  VueCompiler.walk(ast.program, {
    enter(/** @type {any} */ node) {
      if (node.type === "JSXOpeningElement" || node.type === "JSXClosingElement") {
        const name = nameOf(node.name);
        if (name) text.overwrite(node.name.start, node.name.end, name);
      }
      if (node.type === "JSXSpreadAttribute") {
        text.overwrite(node.start, node.argument.start, `deckc-merge-${(merges += 1)}={`);
        text.overwrite(node.argument.end, node.end, "}");
      }
      if (node.type === "JSXAttribute") {
        const made = directiveOf(node, code, declared);
        if (made) {
          text.overwrite(node.start, node.end, made);
          this.skip();
        }
      }
    },
  });
  if (asked.length) {
    const getters = asked.map((name, index) => `get c${index}() { return deckc_resolveComponent(${JSON.stringify(name)}) }`);
    text.prepend(`import { resolveComponent as deckc_resolveComponent } from "vue"; const deckcAsked = { ${getters.join(", ")} }; `);
  }
  return text.toString();
};
