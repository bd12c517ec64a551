// @ts-check
// Runs Vue's server renderer in the embedded engine: a component and its input in, HTML out, and whether the page has
// to run it as well. What can only change or be known in a browser leaves a mark.
//
//     deckcDefine("vue", (module, exports, require) => {...})      a CommonJS module
//     deckcRender({module: "m0", props: {}, slots: ["default"], context: {...}})
//     deckcRendered()      {html: "<b>..</b>", marks: ["events"], reads: ["page"], problem: null}

/** @type {Record<string, {factory: Function, exports: any}>} */
const deckcModules = Object.create(null);

/** How many modules are being loaded, inside each other. */
let deckcLoading = 0;
/** What modules have read of the deck while they were loaded: all that is drawn with them hangs on it. @type {Set<string>} */
const deckcLoadReads = new Set();

/** @param {string} name */
function deckcRequire(name) {
  const module = deckcModules[name];
  if (!module) throw new Error(`cannot find "${name}"`);
  if (!module.exports) {
    module.exports = {};
    const holder = { exports: module.exports };
    deckcLoading += 1;
    try {
      module.factory(holder, module.exports, deckcRequire);
    } finally {
      deckcLoading -= 1;
    }
    module.exports = holder.exports;
  }
  return module.exports;
}

/** @param {string} name @param {Function} factory */
function deckcDefine(name, factory) {
  deckcModules[name] = { factory, exports: null };
  deckcLoadReads.clear(); // what is loaded is loaded anew with all others
}

/** @type {Set<string> | null} */
let deckcMarks = null;
/** @type {Set<string>} */
let deckcReads = new Set();
let deckcWantsBrowser = false;
/** Places for slots that are being filled: content that is asked for outside of them is looked into. */
let deckcSlotsAround = 0;

/** @param {string} reason */
function deckcMark(reason) {
  if (reason === "browser") deckcWantsBrowser = true;
  deckcMarks?.add(reason);
}

/** @type {string | null} The module of the deck's set-up that is run just now. */
let deckcSetupNow = null;
function deckcRunningSetup() {
  return deckcSetupNow;
}

/** @type {any} */
let deckcContext = null;
/** @type {Record<string, {kind: string, id: string}>} */
let deckcRegistry = {};

const DECKC_BROWSER = `window document navigator location localStorage sessionStorage Intl fetch XMLHttpRequest WebSocket
  Image Audio AudioContext HTMLElement HTMLCanvasElement Element Node SVGElement MutationObserver ResizeObserver self
  IntersectionObserver requestAnimationFrame cancelAnimationFrame matchMedia getComputedStyle addEventListener
  removeEventListener CustomEvent Event EventSource Worker crypto URL URLSearchParams TextEncoder TextDecoder
  structuredClone btoa atob innerWidth innerHeight devicePixelRatio history screen alert Blob FileReader DOMParser`;

function deckcPlayBrowser() {
  const world = /** @type {any} */ (globalThis);
  for (const name of DECKC_BROWSER.split(/\s+/)) {
    if (name in world) continue;
    Object.defineProperty(world, name, {
      configurable: true,
      get: () => void deckcMark("browser"),
      set: (value) => Object.defineProperty(world, name, { value, writable: true, configurable: true }),
    });
  }
  const later = () => (deckcMark("timers"), 0);
  Object.assign(world, { setTimeout: later, setInterval: later, setImmediate: later, clearTimeout() {}, clearInterval() {} });
  world.console = Object.fromEntries(["log", "info", "warn", "error", "debug", "trace", "table", "group", "groupEnd", "time", "timeEnd"].map((name) => [name, () => {}]));
  world.process = { env: { NODE_ENV: "production" } };
  const { random } = Math;
  Math.random = () => (deckcMark("chance"), random());
  const Real = Date;
  world.Date = new Proxy(Real, {
    construct: (target, given, self) => (given.length || deckcMark("time"), Reflect.construct(target, given, self === world.Date ? target : self)),
    get: (target, name) => (name === "now" && deckcMark("time"), Reflect.get(target, name)),
    apply: (target) => (deckcMark("time"), target()),
  });
}

const DECKC_DIRECTIVE_HOOKS = ["created", "beforeMount", "mounted", "beforeUpdate", "updated"];

/** Whether a directive does something in the page; Vue's own tell it otherwise. @param {any} directive */
const deckcActs = (directive) => !directive.getSSRProps && DECKC_DIRECTIVE_HOOKS.some((name) => directive[name]);

/** Marks what the page would have to run: handlers on elements, directives. @param {any} vnode */
function deckcLook(vnode) {
  if (Array.isArray(vnode)) return void vnode.forEach(deckcLook);
  if (!vnode || typeof vnode !== "object") return;
  if (typeof vnode.type === "string" && vnode.props && vnode.type !== "deckc-c") {
    for (const name in vnode.props) {
      if (/^on[^a-z]/.test(name) && vnode.props[name]) deckcMark("events");
    }
  }
  if (vnode.dirs?.some((/** @type {any} */ { dir }) => deckcActs(dir))) deckcMark("hooks");
  if (Array.isArray(vnode.children)) vnode.children.forEach(deckcLook);
}

const DECKC_HOOKS = ["beforeMount", "mounted", "beforeUpdate", "updated", "activated", "deactivated"];
const DECKC_HOOK_FUNCTIONS = ["onBeforeMount", "onMounted", "onBeforeUpdate", "onUpdated", "onActivated", "onDeactivated"];

/** A style's value as a browser takes it when it is set alone: what is open at its end is closed. @param {unknown} value */
const deckcClosed = (value) => {
  const open = typeof value === "string" ? value.split("(").length - value.split(")").length : 0;
  return open > 0 ? `${value}${")".repeat(open)}` : value;
};

/** Prepares Vue's own modules; `server-renderer` must not be loaded before. */
function deckcStart() {
  const dom = deckcRequire("@vue/runtime-dom");
  const shared = deckcRequire("@vue/shared");
  const { stringifyStyle } = shared;
  shared.stringifyStyle = (/** @type {any} */ styles) =>
    stringifyStyle(styles && typeof styles === "object" ? Object.fromEntries(Object.entries(styles).map(([name, value]) => [name, deckcClosed(value)])) : styles);
  const { renderComponentRoot } = dom.ssrUtils;
  dom.ssrUtils.renderComponentRoot = (/** @type {any} */ instance) => {
    const options = instance.type;
    if (typeof options === "object" && DECKC_HOOKS.some((name) => options[name])) deckcMark("hooks");
    const marks = deckcMarks;
    // what it shows may be changed while what stands in it is set up: a tab that registers with its tabs
    const drawing = new dom.ReactiveEffect(() => renderComponentRoot(instance));
    drawing.scheduler = () => void marks?.add("effects");
    let root = drawing.run();
    if (instance.parent && instance.provides !== instance.parent.provides) deckcReads.add("provides");
    if (instance.deckcVariables) root = deckcWithVariables(root, instance.deckcVariables(instance.proxy), dom);
    deckcLook(root);
    return root;
  };
  /** @type {any} */
  const vue = { ...dom };
  for (const name of DECKC_HOOK_FUNCTIONS) vue[name] = () => deckcMark("hooks");
  vue.useCssVars = (/** @type {any} */ getter) => {
    const instance = dom.getCurrentInstance();
    if (instance) instance.deckcVariables = getter;
  };
  vue.watchEffect = vue.watchPostEffect = vue.watchSyncEffect = () => (deckcMark("effects"), () => {});
  vue.renderSlot = (/** @type {any[]} */ ...given) => {
    deckcSlotsAround += 1;
    try {
      return dom.renderSlot(...given);
    } finally {
      deckcSlotsAround -= 1;
    }
  };
  vue.Teleport = { name: "Teleport", setup: () => (deckcMark("teleport"), () => null) };
  vue.createApp = dom.createSSRApp;
  deckcDefine("vue", (/** @type {any} */ module) => (module.exports = vue));
  for (const name of ["@vue/runtime-dom", "@vue/runtime-core", "@vue/reactivity"]) {
    deckcDefine(`user:${name}`, (/** @type {any} */ module) => (module.exports = vue));
  }
  deckcPlayBrowser();
}

/** @param {any} root @param {Record<string, string>} variables @param {any} dom */
function deckcWithVariables(root, variables, dom) {
  const style = Object.fromEntries(Object.entries(variables).map(([name, value]) => [`--${name}`, value ?? "initial"]));
  if (root.type === dom.Fragment && Array.isArray(root.children)) {
    const copy = dom.cloneVNode(root);
    copy.children = root.children.map((/** @type {any} */ child) => (child && typeof child === "object" ? dom.cloneVNode(child, { style }) : child));
    return copy;
  }
  return root.type === dom.Comment || root.type === dom.Text ? root : dom.cloneVNode(root, { style });
}

/** Values as the compiler can read them back. @param {any} attributes */
function deckcJson(attributes) {
  const seen = new WeakSet();
  return JSON.stringify(attributes, (_, value) => {
    if (typeof value === "function" || typeof value === "symbol") return undefined;
    if (value && typeof value === "object") {
      if (seen.has(value)) return undefined;
      seen.add(value);
    }
    return value;
  });
}

/** A component of deckc's own in a template: an element that the compiler expands. @param {string} name */
function deckcStub(name) {
  const { h } = deckcRequire("vue");
  const stub = (/** @type {any} */ _, /** @type {any} */ { attrs, slots }) => {
    const named = Object.keys(slots).filter((slot) => slot !== "default" && slot !== "_" && slot !== "$stable");
    const parts = named.map((slot) => h("deckc-s", { "data-n": slot }, slots[slot]({})));
    const plain = Object.fromEntries(Object.entries(attrs).filter(([key]) => !key.startsWith("deckc-v-")));
    const directives = Object.fromEntries(Object.entries(attrs).filter(([key]) => key.startsWith("deckc-v-")));
    return h("deckc-c", { "data-n": name, "data-p": deckcJson(plain), ...directives }, [...(slots.default?.({}) ?? []), ...parts]);
  };
  stub.inheritAttrs = false;
  return stub;
}

/** @param {string} text */
const deckcPascal = (text) => text.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** @type {Record<string, any>} */
const deckcStubs = {};

/** @param {string} name */
function deckcFind(name) {
  const known = [name, deckcPascal(name)].map((each) => Object.hasOwn(deckcRegistry, each) && deckcRegistry[each]).find(Boolean);
  if (!known) return undefined;
  if (known.kind === "module") {
    const exports = deckcRequire(known.id);
    return exports.default ?? exports;
  }
  return (deckcStubs[known.id] ??= deckcStub(known.id));
}

const DECKC_VARIANT = /^(?:initial|enter|leave|variants|click-\d+(?:-\d+)?)$/;

/** What `v-motion` reads beside itself: the props of its element that are variants. @param {any} vnode */
const deckcVariants = (vnode) => Object.fromEntries(Object.entries(vnode?.props ?? {}).filter(([key]) => DECKC_VARIANT.test(key)));

/** @param {string} name */
const deckcDirective = (name) => ({
  getSSRProps: (/** @type {any} */ { value, arg, modifiers }, /** @type {any} */ vnode) => ({
    [`deckc-v-${name}`]: deckcJson([
      value === undefined ? null : value,
      arg ?? "",
      Object.keys(modifiers ?? {}),
      value === undefined,
      name === "motion" ? deckcVariants(vnode) : {},
    ]),
  }),
});

const DECKC_DIRECTIVES = ["click", "after", "click-hide", "mark", "motion", "drag"];
/** Which part of the context a member of `$nav` tells; those that tell of the neighbours too are of "nav". */
const DECKC_READS = Object.assign(Object.create(null), { total: "total", slides: "deck", tocTree: "deck" });
const DECKC_OF_SLIDE = `currentPage currentSlideNo currentPath currentLayout currentFrontmatter currentRoute clicks clicksStart
  clicksTotal queryClicks queryClicksRaw clicksContext currentTransition navDirection clicksDirection isPresenterAvailable
  hasPrimarySlide isPrintMode isPrintWithClicks isEmbedded isPresenter isNotesViewer isPlaying`.split(/\s+/);

/** Where a component that takes clicks by itself comes to stand is known in the page alone. @param {(value: any, reason: string) => any} live @param {number} start */
function deckcPlacing(live, start) {
  const place = () => live({ start, end: Infinity, max: start, delta: 0, currentOffset: { value: 0 }, isCurrent: { value: false }, isActive: { value: false } }, "clicks");
  return { currentOffset: 0, calculate: place, calculateSince: place, calculateRange: place, register: () => live(undefined, "clicks"), unregister() {} };
}

/** What Slidev provides to components under names of its own (runtime/vue/inner.js). @param {any} provides @param {any} scope */
function deckcProvide(provides, scope) {
  const { computed } = deckcRequire("vue");
  const refs = { "clicks-context": "$clicksContext", page: "$page", "slide-scale": "$scale", "render-context": "$renderContext" };
  for (const [name, own] of Object.entries(refs)) Object.defineProperty(provides, `$$slidev-${name}`, { get: () => computed(() => scope[own]) });
  Object.defineProperties(provides, {
    "$$slidev-slide-element": { get: () => computed(() => deckcMark("element") ?? null) },
    "$$slidev-slide-zoom": { get: () => computed(() => scope.$frontmatter.zoom ?? 1) },
    "$$slidev-context": { get: () => scope.$slidev },
    "$$slidev-route": { get: () => scope.$nav.currentSlideRoute },
    "$$slidev-fontmatter": { get: () => scope.$frontmatter },
  });
}

/** What a component sees of the deck; what only the page knows leaves a mark. @param {any} context */
function deckcScope(context) {
  const read = (/** @type {string} */ part) => (deckcReads.add(part), undefined);
  /** @type {any} */
  const nav = {};
  const ofSlide = new Set(context.isLayer ? [] : DECKC_OF_SLIDE); // a layer is told no frontmatter
  for (const [name, value] of Object.entries({ ...context.nav, total: context.total, ...context.whole })) {
    const part = DECKC_READS[name];
    const ofPage = () => (read(ofSlide.has(name) ? "slide" : "nav"), deckcMark("nav"));
    Object.defineProperty(nav, name, { enumerable: true, get: () => (part ? read(part) : ofPage(), value) });
  }
  for (const name of ["next", "prev", "nextSlide", "prevSlide", "go", "goFirst", "goLast", "enterPresenter", "exitPresenter", "openInEditor"]) {
    nav[name] = async () => {};
  }
  const live = (/** @type {any} */ value, /** @type {string} */ reason) => (read(context.isLayer ? "nav" : "slide"), deckcMark(reason), value);
  const clicks = { get current() { return live(context.clicks, "clicks"); }, get total() { return live(context.clicksTotal, "clicks"); }, clicksStart: context.clicks, isMounted: false, ...deckcPlacing(live, context.clicks) };
  const slidev = { nav, get configs() { return read("deck") ?? context.configs; }, get themeConfigs() { return read("deck") ?? context.themeConfigs; } };
  return {
    $nav: nav,
    $slidev: slidev,
    $clicksContext: clicks,
    get $clicks() { return live(context.clicks, "clicks"); },
    get $page() { return context.isLayer ? live(context.page, "nav") : (read("page"), context.page); },
    get $frontmatter() { return read("frontmatter") ?? context.frontmatter; },
    get $renderContext() { return context.isLayer ? "none" : live("slide", "context"); },
    get $route() { return live(context.route, "nav"); },
    get $scale() { return live(1, "scale"); },
    get isDark() { return live(false, "scheme"); },
    get isActive() { return live(false, "active"); },
    get drawings() { return live(null, "drawings"); },
    toggleDark: () => {},
    isLayer: context.isLayer,
  };
}

/** @type {any} */
let deckcOutcome = null;

/** Constants of `@slidev/client`. */
function deckcOutside() {
  deckcReads.add("deck");
  if (deckcLoading) deckcLoadReads.add("deck");
  return {
    configs: deckcContext?.configs,
    themeConfigs: deckcContext?.themeConfigs,
    get shared() {
      deckcReads.add("nav");
      deckcMark("nav");
      return { page: deckcContext?.page ?? 1, clicks: deckcContext?.clicks ?? 0, clicksTotal: 0 };
    },
    get nav() {
      return deckcContext ? deckcScope(deckcContext).$nav : {};
    },
    get isDark() {
      return void deckcMark("scheme");
    },
    get dialog() {
      return void deckcMark("dialog");
    },
  };
}

/** @param {any} use */
function deckcRender(use) {
  const { h, createSSRApp } = deckcRequire("vue");
  deckcOutcome = null;
  deckcWantsBrowser = false;
  deckcMarks = null;
  deckcReads = new Set(deckcLoadReads);
  deckcContext = use.context; // modules may read constants of it while they are loaded
  deckcSetupNow = null;
  const fail = (/** @type {any} */ error) => {
    const message = error instanceof Error ? `${error.name === "Error" ? "" : `${error.name}: `}${error.message}` : String(error);
    deckcOutcome = { html: "", problem: { message, stack: String(error?.stack ?? "") }, wantsBrowser: deckcWantsBrowser, reads: [...deckcReads] };
  };
  try {
    const exports = deckcRequire(use.module);
    const component = exports.default ?? exports;
    deckcMarks = new Set();
    const scope = deckcScope(use.context);
    const props = { ...use.props };
    for (const [name, code] of Object.entries(use.dynamic ?? {})) {
      deckcMark("props");
      try {
        props[name] = (0, eval)(code)(scope);
      } catch {
        props[name] = undefined;
      }
    }
    if (use.hasEvents) deckcMark("events");
    const slots = Object.fromEntries(
      use.slots.map((/** @type {string} */ name) => [
        name,
        (/** @type {any} */ given) => {
          if (!deckcSlotsAround) deckcReads.add("slots");
          return h("deckc-slot", { "data-n": name, "data-p": deckcJson(given ?? {}) });
        },
      ]),
    );
    const app = createSSRApp({ render: () => h(component, props, slots) });
    app.config.warnHandler = () => {};
    /** @type {any} */
    let failure = null;
    app.config.errorHandler = (/** @type {any} */ error) => void (failure ??= { error });
    const names = ["$nav", "$slidev", "$clicksContext", "$clicks", "$page", "$frontmatter", "$renderContext", "$route", "$scale"];
    for (const name of names) Object.defineProperty(app.config.globalProperties, name, { get: () => /** @type {any} */ (scope)[name] });
    app.provide("deckc:context", scope);
    deckcProvide(app._context.provides, scope);
    const router = { push() {}, replace() {}, beforeEach() {}, afterEach() {} };
    for (const setup of use.setups) {
      deckcSetupNow = setup;
      try {
        const made = deckcRequire(setup);
        (made.default ?? made)({ app, router });
      } catch {
        // what needs a browser is set up there
      }
    }
    deckcSetupNow = null;
    app._context.components = new Proxy(app._context.components, {
      get: (own, name) => (typeof name === "string" ? deckcFind(name) ?? (Object.hasOwn(own, name) ? own[name] : undefined) : undefined),
    });
    for (const name of DECKC_DIRECTIVES) app.directive(name, deckcDirective(name));
    const done = (/** @type {string} */ html) => {
      if (failure) fail(failure.error);
      deckcOutcome ??= { html, marks: [...(deckcMarks ?? [])], reads: [...deckcReads], problem: null };
    };
    Promise.resolve().then(() => deckcRequire("@vue/server-renderer").renderToString(app)).then(done, fail);
  } catch (error) {
    fail(error);
  }
}

function deckcRendered() {
  const outcome = deckcOutcome ?? { html: "", problem: { message: "it never comes to an end", stack: "" }, wantsBrowser: deckcWantsBrowser, reads: [] };
  deckcMarks = null;
  return outcome;
}

/** @param {Record<string, {kind: string, id: string}>} registry */
function deckcRegister(registry) {
  deckcRegistry = registry;
}

for (const name of ["deckcRequire", "deckcDefine", "deckcRegister", "deckcRender", "deckcRendered", "deckcRunningSetup"]) {
  Object.defineProperty(globalThis, name, { writable: false, configurable: false }); // components run beside it
}
