// @ts-check
// What decks and addons take from the client's inner modules: `@slidev/client/constants`, `/logic/dark`, `/logic/slides`,
// `/logic/utils`, `/state`, `/composables/useSlideInfo`, and `/logic/nav`, which Slidev had until 0.48. Listed in docs/vue.md.

import { computed, unref } from "vue";

import { outside } from "./outside.js";

/** Names under which an island provides its place in the talk. */
export const injectionClicksContext = "$$slidev-clicks-context";
export const injectionCurrentPage = "$$slidev-page";
export const injectionSlideElement = "$$slidev-slide-element";
export const injectionSlideScale = "$$slidev-slide-scale";
export const injectionSlidevContext = "$$slidev-context";
export const injectionRoute = "$$slidev-route";
export const injectionRenderContext = "$$slidev-render-context";
export const injectionFrontmatter = "$$slidev-fontmatter";
export const injectionSlideZoom = "$$slidev-slide-zoom";

export const CLASS_VCLICK_TARGET = "slidev-vclick-target";
export const CLASS_VCLICK_HIDDEN = "slidev-vclick-hidden";
export const CLASS_VCLICK_GONE = "slidev-vclick-gone";
export const CLASS_VCLICK_HIDDEN_EXP = "slidev-vclick-hidden-explicitly";
export const CLASS_VCLICK_CURRENT = "slidev-vclick-current";
export const CLASS_VCLICK_PRIOR = "slidev-vclick-prior";
export const CLASS_VCLICK_DISPLAY_NONE = "slidev-vclick-display-none";
export const CLASS_VCLICK_ANIMATION_PREFIX = "slidev-vclick-anim-";
export const CLICKS_MAX = 999_999;

/** What an island provides under those names. @param {() => any} scope @param {() => Element | null} [slide] */
export const provided = (scope, slide = () => null) => {
  /** @type {Record<string, () => any>} */
  const read = {
    [injectionClicksContext]: () => scope().$clicksContext,
    [injectionCurrentPage]: () => scope().$page,
    [injectionSlideElement]: slide,
    [injectionSlideScale]: () => scope().$scale,
    [injectionRenderContext]: () => scope().$renderContext,
    [injectionSlideZoom]: () => scope().$frontmatter.zoom ?? 1,
  };
  const refs = Object.entries(read).map(([name, get]) => [name, { get: () => computed(get) }]);
  const plain = {
    [injectionSlidevContext]: { get: () => scope().$slidev },
    [injectionRoute]: { get: () => scope().$nav.currentSlideRoute },
    [injectionFrontmatter]: { get: () => scope().$frontmatter },
  };
  return { ...Object.fromEntries(refs), ...plain };
};

export const isDark = computed({ get: () => !!outside().isDark, set: (dark) => void (outside().isDark = dark) });
/** @param {boolean} [dark] */
export const toggleDark = (dark) => (isDark.value = typeof dark === "boolean" ? dark : !isDark.value);
export const isColorSchemaConfigured = computed(() => outside().configs.colorSchema !== "auto");

/** @param {string} name @returns {any} */
const ofNav = (name) => computed(() => outside().nav[name]);
/** @param {string} name @returns {(...given: any[]) => any} */
const act = (name) => (...given) => outside().nav[name]?.(...given);
export const slides = ofNav("slides");
export const currentPage = ofNav("currentPage");
export const currentPath = ofNav("currentPath");
export const currentLayout = ofNav("currentLayout");
export const currentRoute = ofNav("currentSlideRoute");
export const total = ofNav("total");
export const clicks = ofNav("clicks");
export const clicksTotal = ofNav("clicksTotal");
export const hasNext = ofNav("hasNext");
export const hasPrev = ofNav("hasPrev");
export const isPresenter = ofNav("isPresenter");
export const isPrintMode = ofNav("isPrintMode");
export const isEmbedded = ofNav("isEmbedded");
export const [next, prev, nextSlide, prevSlide, go, goFirst, goLast] =
  ["next", "prev", "nextSlide", "prevSlide", "go", "goFirst", "goLast"].map(act);

/** @param {number | string} no */
export const getSlide = (no) =>
  slides.value?.find((/** @type {any} */ slide) => slide.no === Number(no) || slide.meta.slide.frontmatter.routeAlias === no);

/** @param {any} slide a slide, its number or its alias @param {boolean} [isPresenter] */
export const getSlidePath = (slide, isPresenter = false) => {
  const found = typeof slide === "object" ? slide : getSlide(slide);
  return `${isPresenter ? "/presenter" : ""}${found?.path ?? `/${slide}`}`;
};

/** @param {any} no a number, or a ref of one */
export const useDynamicSlideInfo = (no) => ({ info: computed(() => getSlide(unref(no))?.meta.slide ?? null), update: async () => {} });
export const useSlideInfo = useDynamicSlideInfo;

/** @param {any} route @param {string} [extra] */
export const getSlideClass = (route, extra = "") => ["slidev-page", extra, route && `slidev-page-${route.no}`].filter(Boolean).join(" ");

/** @param {number} [length] */
export const makeId = (length = 5) => Array.from({ length }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join("");

/** @param {string} name */
const dialog = (name) =>
  computed({ get: () => outside().dialog === name, set: (isOpen) => void (outside().dialog = isOpen ? name : "") });
export const showOverview = dialog("overview");
export const showGotoDialog = dialog("goto");
export const showRecordingDialog = dialog("record");
/** @param {boolean} [isOpen] */
export const toggleOverview = (isOpen) => (showOverview.value = typeof isOpen === "boolean" ? isOpen : !showOverview.value);
