// @ts-check
// `useDrawings` of `@slidev/client` (spec 12.4.4), on top of the room's desk (runtime/room/desk.js): a component reads
// and sets the pen, and takes strokes back. What it sets before the room is there waits for it.

import { computed, effectScope, reactive, ref, watch } from "vue";

const COLORS = ["#ff595e", "#ffca3a", "#8ac926", "#1982c4", "#6a4c93", "#ffffff", "#000000"];

/** @returns {any} */
const desk = () => /** @type {any} */ (globalThis).deckc?.room?.desk;

const state = reactive({ enabled: false, mode: "stylus", canUndo: false, canRedo: false, canClear: false, isDrawing: false });
const brush = ref({ color: COLORS[0], size: 4, mode: "stylus" });
const drawingPinned = ref(false);
/** @type {Record<string, string>} */
const texts = reactive({});
/** What was set before the room was there. @type {((desk: any) => void)[]} */
let waiting = [];
let isFollowing = false;
/** @type {Map<string, Set<(...given: any[]) => void>>} */
const listeners = new Map();

/** @param {string} name */
const emit = (name) => listeners.get(name)?.forEach((call) => call());

/** @param {(desk: any) => void} act */
const ask = (act) => {
  if (desk()) act(desk());
  else waiting.push(act);
};

const follow = () => {
  const from = desk();
  if (!from) return;
  const asked = waiting;
  waiting = [];
  asked.forEach((act) => act(from));
  const wasDrawing = state.isDrawing;
  Object.assign(state, { enabled: from.enabled, mode: from.mode, ...from.state });
  const { color, size } = from.brush;
  if (color !== brush.value.color || size !== brush.value.size) Object.assign(brush.value, { color, size });
  const now = from.texts;
  const changed = new Set([...Object.keys(texts), ...Object.keys(now)].filter((no) => texts[no] !== now[no]));
  for (const no of changed) {
    if (now[no]) texts[no] = now[no];
    else delete texts[no];
  }
  if (wasDrawing !== state.isDrawing) emit(state.isDrawing ? "start" : "end");
  if (changed.size) emit("changed");
};

/** Begins with the first who asks; never while compiling, where there is no document. */
const begin = () => {
  if (isFollowing || typeof document === "undefined" || !document) return;
  isFollowing = true;
  document.addEventListener("deckc:drawing", follow);
  const tell = () => ask((to) => (to.brush = { color: brush.value.color, size: brush.value.size }));
  effectScope(true).run(() => watch(brush, tell, { deep: true, flush: "sync" })); // longer than the component that asked first
  follow();
};

const pageNow = () => /** @type {any} */ (globalThis).deckc?.nav?.currentPage ?? 1;

/** Drawings by slide number, as the inside of an SVG. @type {Record<string, string>} */
export const drawingState = new Proxy(texts, {
  get: (target, name) => (begin(), Reflect.get(target, name)),
  has: (target, name) => (begin(), Reflect.has(target, name)),
  ownKeys: (target) => (begin(), Reflect.ownKeys(target)),
  set: (_, no, text) => (begin(), ask((to) => to.put(Number(String(no)), text)), true),
});

/** @param {any} given called at each change, or drawings that came from elsewhere, by slide number */
export const onDrawingUpdate = (given) => {
  begin();
  if (typeof given === "function") return watch(texts, () => given(drawingState));
  Object.entries(given ?? {}).forEach(([no, text]) => ask((to) => to.put(Number(no), text)));
};

const clear = () => ask((to) => to.clear());
const undo = () => ask((to) => to.undo());
const redo = () => ask((to) => to.redo());
const mode = computed({ get: () => state.mode, set: (name) => ask((to) => ((to.mode = name), to.tell())) });
const enabled = computed({
  get: () => state.enabled,
  set: (on) => ask((to) => (to.enabled = on)),
});

/** The part of Slidev's drawing library that components call. */
const drauu = {
  undo,
  redo,
  clear,
  cancel() {},
  mount() {},
  unmount() {},
  mounted: true,
  canUndo: () => state.canUndo,
  canRedo: () => state.canRedo,
  dump: () => texts[pageNow()] ?? "",
  load: (/** @type {string} */ text) => ask((to) => to.put(pageNow(), text)),
  get brush() {
    return brush.value;
  },
  set brush(given) {
    brush.value = given;
  },
  get mode() {
    return mode.value;
  },
  set mode(name) {
    mode.value = name;
  },
  /** @param {string} name @param {() => void} call */
  on(name, call) {
    const calls = listeners.get(name) ?? new Set();
    listeners.set(name, calls.add(call));
    return () => calls.delete(call);
  },
};

const shared = {
  brush,
  brushColors: COLORS,
  canClear: computed(() => state.canClear),
  canRedo: computed(() => state.canRedo),
  canUndo: computed(() => state.canUndo),
  isDrawing: computed(() => state.isDrawing),
  clear,
  undo,
  redo,
  drauu,
  drauuOptions: reactive({ brush }),
  drawingEnabled: enabled,
  drawingMode: mode,
  drawingPinned,
  drawingState,
  loadCanvas() {},
};

export const useDrawings = () => {
  begin();
  return shared;
};
