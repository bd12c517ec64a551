// @ts-check
// What a deck's components import from `@slidev/client` (spec 7.3), on top of the scope that deckc gives each use of a
// component. The compiler runs the same file, with a scope in which nothing moves.

import { computed, inject, onMounted, reactive, readonly, shallowRef, toRef, watch } from "vue";

import { useDrawings as drawings } from "./drawings.js";
import { lazily, outside } from "./outside.js";

export { drawingState, onDrawingUpdate } from "./drawings.js";
export * from "./inner.js";
export { lockShortcuts, shortcutsLocked } from "./shortcuts.js";

const CONTEXT = "deckc:context";

/** @returns {any} */
const useScope = () => inject(CONTEXT);

/**
 * Refs of an object's getters; everything else as it is.
 * @param {any} source
 * @returns {any}
 */
const refsOf = (source) =>
  Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(source)).map(([name, own]) => {
      if (own.get) return [name, computed(() => source[name])];
      return [name, typeof own.value === "function" ? own.value : shallowRef(own.value)];
    }),
  );

export const useNav = () => {
  const scope = useScope();
  const { $nav } = scope;
  const state = refsOf($nav);
  return {
    ...state,
    currentRoute: computed(() => scope.$route),
    currentSlideNumber: state.currentSlideNo,
    getPrimaryClicks: () => $nav.clicksContext,
    printRange: computed(() => Array.from({ length: $nav.total }, (_, index) => index + 1)),
    queryClicksRaw: computed(() => String($nav.queryClicks)),
    router: { push() {}, replace() {}, currentRoute: computed(() => scope.$route) },
  };
};

export const useSlideContext = () => {
  const scope = useScope();
  return {
    $slidev: scope.$slidev,
    $nav: computed(() => scope.$nav),
    get $clicksContext() {
      return scope.$clicksContext;
    },
    $clicks: computed(() => scope.$clicks),
    $page: computed(() => scope.$page),
    $renderContext: computed(() => scope.$renderContext),
    get $frontmatter() {
      return scope.$frontmatter;
    },
    get $route() {
      return scope.$route;
    },
    $scale: computed(() => scope.$scale),
    $zoom: computed(() => scope.$frontmatter.zoom ?? 1),
  };
};

/** Whether a copy only shows the slide, beside the one on which the talk goes on. @param {any} scope */
const isPreview = (scope) => scope.$renderContext === "overview" || scope.$renderContext === "previewNext";

export const useIsSlideActive = () => {
  const scope = useScope();
  return computed(() => !isPreview(scope) && scope.$page === scope.$nav.currentSlideNo);
};

/** @param {(to: number, from: number | undefined) => unknown} call */
export const onSlideEnter = (call) => {
  const scope = useScope();
  onMounted(() => {
    if (isPreview(scope)) return;
    const entered = (/** @type {number} */ to, /** @type {number | undefined} */ from) => {
      if (scope.$page === to) call(to, from);
    };
    watch(() => scope.$nav.currentSlideNo, entered, { immediate: true });
  });
};

/** @param {(to: number, from: number | undefined) => unknown} call */
export const onSlideLeave = (call) => {
  const scope = useScope();
  onMounted(() => {
    if (isPreview(scope)) return;
    const left = (/** @type {number} */ to, /** @type {number | undefined} */ from) => {
      if (scope.$page === from) call(to, from);
    };
    watch(() => scope.$nav.currentSlideNo, left);
  });
};

export const useDarkMode = () => {
  const scope = useScope();
  const isDark = computed({ get: () => scope.isDark, set: (dark) => void (dark === scope.isDark || scope.toggleDark()) });
  const toggleDark = () => scope.toggleDark();
  return { isDark, toggleDark, isColorSchemaConfigured: computed(() => scope.$slidev.configs.colorSchema !== "auto") };
};

/** @returns {ReturnType<typeof drawings>} */
export const useDrawings = () => {
  void useScope()?.drawings; // read while compiling: only the page knows
  return drawings();
};

export const configs = lazily(() => outside().configs);
export const themeVars = computed(() => {
  const entries = Object.entries(outside().themeConfigs ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [`--slidev-theme-${name}`, value]));
});
export const mode = "build";
export const pathPrefix = "#/";
const width = () => Number(configs.canvasWidth ?? 980);
const aspect = () => {
  const [across, down] = String(configs.aspectRatio ?? "16/9").split(/[/:]/);
  return Number(across) / Number(down ?? 1);
};
export const slideWidth = computed(width);
export const slideAspect = computed(aspect);
export const slideHeight = computed(() => Math.ceil(width() / aspect()));
const { title, titleTemplate } = outside().configs; // known while compiling; the page has it in its head
export const slidesTitle = title === undefined ? globalThis.document?.title ?? "" : String(titleTemplate ?? "%s").replace("%s", title);

/** @param {string} address */
export const resolveAssetUrl = (address) => /** @type {any} */ (globalThis).deckcFiles?.[address] ?? address;

/** @param {string} background @param {boolean} [dim] @param {string} [size] */
export const handleBackground = (background, dim = false, size = "cover") => {
  const isColor = background && (background[0] === "#" || background.startsWith("rgb"));
  const picture = background && !isColor;
  const veil = dim ? "linear-gradient(#0005, #0008), " : "";
  return {
    background: isColor ? background : undefined,
    color: background && !isColor ? "white" : undefined,
    backgroundImage: picture ? `${veil}url("${background}")` : undefined,
    backgroundRepeat: "no-repeat",
    backgroundPosition: "center",
    backgroundSize: size,
  };
};

/** Where the talk is; it is steered by `useNav`. */
export const sharedState = lazily(() => outside().shared ?? { page: 1, clicks: 0, clicksTotal: 0 });

/** @param {any} given called at each change, or a place to go to, told from elsewhere */
export const onSharedUpdate = (given) => {
  if (typeof given === "function") return watch(() => [sharedState.page, sharedState.clicks], () => given(sharedState));
  return outside().nav.go?.(given.page ?? sharedState.page, given.clicks ?? 0);
};
export const addSyncMethod = () => {};
export const disableBuiltinSync = () => {};

/**
 * State that the windows of a talk in one browser share.
 * @param {any} begin
 * @param {any} [plain]
 */
export const createSyncState = (begin, plain = begin) => {
  const state = reactive({ ...plain, ...begin });
  /** @type {((state: any) => void)[]} */
  const calls = [];
  /** @type {BroadcastChannel | undefined} */
  let channel;
  const take = (/** @type {any} */ given) => {
    Object.assign(state, given);
    calls.forEach((call) => call(state));
  };
  return {
    state,
    /** @param {string} name */
    init(name) {
      if (typeof BroadcastChannel === "undefined") return;
      channel = new BroadcastChannel(`deckc:${name}`);
      channel.onmessage = ({ data }) => take(data);
    },
    onPatch: (/** @type {any} */ call) => void calls.push(call),
    onUpdate: (/** @type {any} */ call) => void calls.push(call),
    /** @param {any} given a name, or several values @param {any} [value] */
    patch(given, value) {
      const change = typeof given === "string" ? { [given]: value } : given;
      Object.assign(state, change);
      channel?.postMessage(JSON.parse(JSON.stringify(change)));
    },
  };
};

/** Helpers of `@slidev/types`, and what themes take from the client's inner modules. */
export const defineShikiSetup = (/** @type {unknown} */ setup) => setup;
export const defineAppSetup = defineShikiSetup;
export const defineMermaidSetup = defineShikiSetup;
export const defineMonacoSetup = defineShikiSetup;
export const defineShortcutsSetup = defineShikiSetup;
export const defineKatexSetup = defineShikiSetup;
export const defineUnoSetup = defineShikiSetup;
export const defineRoutesSetup = defineShikiSetup;
export { readonly, toRef };
export default { computed };
