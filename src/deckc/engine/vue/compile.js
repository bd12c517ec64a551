// @ts-check
// Runs behind Vue's compiler in the embedded engine: a module of a deck in, plain module text and what it needs out.
//
//     deckcCompile({name: "components/A.vue", id: "1f2e3d4c", source: "<template>...", files: {}})
//     {code: "...", language: "ts", imports: [...], tags: ["Badge"], styles: [...], problems: []}

/* global VueCompiler, plainJsx */

/** @param {string} text */
const decodeReferences = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z][\da-z]*));?/gi, (whole, hex, decimal, name) => {
    if (name) return deckcEntities[whole.slice(1)] ?? deckcEntities[`${name};`] ?? whole;
    return String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10) || 0xfffd);
  });

/** Vue's browser build decodes character references with an element. */
globalThis.document = {
  createElement: () => ({
    children: [{ getAttribute: () => "" }],
    set innerHTML(/** @type {string} */ html) {
      const attribute = /^<div foo="([^]*)">$/.exec(html);
      this.textContent = decodeReferences(html);
      this.children[0].getAttribute = () => decodeReferences(attribute?.[1] ?? "");
    },
    textContent: "",
  }),
};

/** What Vue's compiler thinks aloud of, as of `<p>x <hr></p>`, is no mistake of the deck's. */
globalThis.console = /** @type {any} */ (new Proxy({}, { get: () => () => {} }));

const PLUGINS = ["typescript", "explicitResourceManagement", "decoratorAutoAccessors"];

/** Options of templates: as `vite build` sets them. @param {string} id @param {boolean} scoped @param {any} bindings */
const templateOptions = (id, scoped, bindings) => ({
  scopeId: scoped ? `data-v-${id}` : undefined,
  bindingMetadata: bindings,
  comments: false,
  hoistStatic: true,
  cacheHandlers: false, // handlers have to be seen where elements are made
});

/** @param {any} error @param {number} line of the block's first line @param {string} source */
const problemOf = (error, line, source) => {
  const message = String(error?.message ?? error).replace(/^\[[@\w/-]+\]\s*/, "").split("\n")[0].trim();
  const at = error?.loc?.start ?? error?.loc;
  if (!at) {
    // Vue's macros tell of their place in a picture: the line, and carets below it
    const shown = /^(\d+) *\|( *)[^\n]*\n *\|( *)\^/m.exec(String(error?.message));
    if (!shown) return { message, line, column: 1 };
    return { message, line: Number(shown[1]), column: Math.max(1, shown[3].length - 1) };
  }
  const isOfBabel = error.loc.start === undefined;
  if (!isOfBabel) return { message, line: at.line, column: at.column };
  const text = message.replace(/\s*\(\d+:\d+\)$/, "");
  const start = at.line === 1 ? (source.split("\n")[line - 1] ?? "").indexOf(">") + 1 : 0;
  return { message: text, line: line + at.line - 1, column: start + at.column + 1 };
};

/** @param {string} code @param {string} language */
const parseModule = (code, language) => {
  const plugins = [...PLUGINS, ...(/x$/.test(language) || language === "js" ? ["jsx"] : [])];
  return VueCompiler.babelParse(code, { sourceType: "module", plugins, errorRecovery: false });
};

/** Texts that a module imports while it runs; what is computed is esbuild's. @param {any} program @returns {any[]} */
const laterImports = (program) => {
  const found = [];
  const waiting = [program];
  while (waiting.length) {
    const node = waiting.pop();
    if (node.type === "CallExpression" && node.callee.type === "Import") {
      const [source] = node.arguments;
      const isText = source?.type === "StringLiteral" || (source?.type === "TemplateLiteral" && !source.expressions.length);
      if (isText) found.push(source);
    }
    for (const value of Object.values(node)) {
      for (const each of Array.isArray(value) ? value : [value]) if (typeof each?.type === "string" && "start" in each) waiting.push(each);
    }
  }
  return found;
};

/** @param {string} code @param {any} ast */
const importsOf = (code, ast) => {
  /** @type {any[]} */
  const imports = [];
  for (const statement of ast.program.body) {
    const source = statement.source;
    const isOfTypes = statement.importKind === "type" || statement.exportKind === "type";
    if (!source || isOfTypes) continue;
    const names = (statement.specifiers ?? []).map((/** @type {any} */ s) => s.local?.name ?? "");
    imports.push({ start: source.start, end: source.end, specifier: source.value, names, isLater: false });
  }
  for (const source of code.includes("import(") || code.includes("import /") ? laterImports(ast.program) : []) {
    const specifier = source.value ?? source.quasis[0].value.cooked;
    imports.push({ start: source.start, end: source.end, specifier, names: [], isLater: true });
  }
  return imports;
};

/** Components and directives that the module asks the app for. @param {string} code */
const tagsOf = (code) => {
  const tags = [...code.matchAll(/resolveComponent\("([^"]+)"/g)];
  if (code.includes("resolveDynamicComponent(")) tags.push(...code.matchAll(/["'`]([A-Z]\w*|[a-z]\w*(?:-\w+)+)["'`]/g));
  return [...new Set(tags.map((match) => match[1]))];
};

/** @param {any} descriptor @param {string} id */
const stylesOf = (descriptor, id) =>
  descriptor.styles.map((/** @type {any} */ style) => {
    let css = style.content;
    if (/\bv-bind\(/.test(css)) {
      const { code, errors } = VueCompiler.compileStyle({ source: css, filename: "x.css", id: `data-v-${id}`, isProd: true });
      if (!errors.length) css = code;
    }
    const module = style.module === true ? "$style" : style.module || "";
    return {
      css, module, language: style.lang ?? "css", scoped: Boolean(style.scoped), line: style.loc.start.line, source: style.src ?? "",
    };
  });

/** @param {any} given */
const compileComponent = ({ name, id, source, files }) => {
  const { descriptor, errors } = VueCompiler.parse(source, { filename: name, sourceMap: false });
  if (errors.length) return { problems: [problemOf(errors[0], 1, source)] };
  const { script, scriptSetup, template } = descriptor;
  const block = scriptSetup ?? script;
  const language = block?.lang ?? "js";
  const foreign = [template, script, scriptSetup].find((part) => part?.src);
  if (foreign) return { problems: [{ message: `<${foreign.type} src> is not read`, line: foreign.loc.start.line, column: 1 }] };
  if (!/^[jt]sx?$/.test(language)) {
    return { problems: [{ message: `scripts in "${language}" are not read`, line: block.loc.start.line, column: 1 }] };
  }
  if (template?.lang && template.lang !== "html") {
    return { problems: [{ message: `templates in "${template.lang}" are not read`, line: template.loc.start.line, column: 1 }] };
  }
  const scoped = descriptor.styles.some((/** @type {any} */ style) => style.scoped);
  const isInline = Boolean(scriptSetup && template);
  const assets = { includeAbsolute: true };
  let code = "const _sfc_main = {}";
  /** @type {any} */
  let bindings;
  if (block) {
    try {
      const compiled = VueCompiler.compileScript(descriptor, {
        id, isProd: true, inlineTemplate: isInline, genDefaultAs: "_sfc_main", sourceMap: false, propsDestructure: true,
        templateOptions: { transformAssetUrls: assets, compilerOptions: templateOptions(id, scoped, undefined) },
        fs: {
          fileExists: (/** @type {string} */ path) => path in files,
          readFile: (/** @type {string} */ path) => files[path],
          realpath: (/** @type {string} */ path) => path,
        },
      });
      code = compiled.content;
      bindings = compiled.bindings;
    } catch (error) {
      return { problems: [problemOf(error, block.loc.start.line, source)] };
    }
  }
  if (template && !isInline) {
    const compiled = VueCompiler.compileTemplate({
      source: template.content, ast: template.ast, filename: name, id, scoped, isProd: true, transformAssetUrls: assets,
      slotted: descriptor.slotted,
      compilerOptions: { ...templateOptions(id, scoped, bindings), expressionPlugins: /ts/.test(language) ? ["typescript"] : [] },
    });
    if (compiled.errors.length) return { problems: [problemOf(compiled.errors[0], template.loc.start.line, source)] };
    code += `\n${compiled.code.replace(/^export (function render)\b/m, "$1")}\n_sfc_main.render = render`;
  }
  const styles = stylesOf(descriptor, id);
  if (scoped) code += `\n_sfc_main.__scopeId = "data-v-${id}"`;
  const modules = styles.filter((/** @type {any} */ style) => style.module);
  if (modules.length) code += `\n_sfc_main.__cssModules = deckcCssModules`;
  code += `\n_sfc_main.__deckc = ${JSON.stringify(id)}\nexport default _sfc_main\n`;
  return { code, language, styles, scoped, source };
};

/** @param {{name: string, id: string, source: string, files: Record<string, string>}} given */
function deckcCompile(given) {
  const isComponent = given.name.endsWith(".vue");
  const made = isComponent ? compileComponent(given) : { code: given.source, language: given.name.replace(/^.*\./, ""), styles: [] };
  if (made.problems) return made;
  const language = made.language === "mts" ? "ts" : made.language === "mjs" ? "js" : made.language;
  try {
    let ast = parseModule(made.code, language);
    if (/x$/.test(language)) {
      made.code = plainJsx(made.code, ast);
      ast = parseModule(made.code, language);
    }
    const imports = importsOf(made.code, ast);
    return { ...made, language, imports, tags: tagsOf(made.code), problems: [] };
  } catch (error) {
    return { problems: [problemOf(error, 1, given.source)] };
  }
}
