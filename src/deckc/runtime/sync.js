// @ts-check
// Shares one state among all windows that show a deck: over a BroadcastChannel within one browser, also from
// a built file, and over a WebSocket through `deckc serve` (docs/sync-protocol.md).
//
//     const leave = connect((state, change) => follow(state.slide, state.clicks), { role: "presenter" })
//     publish({ slide: 3, clicks: 1 })
//
// Every entry carries the time and the window that wrote it, the later write counts: so all windows and
// servers come to hold the same, whatever the order in which they hear of it.

/** @typedef {[time: number, who: string, value: unknown]} Entry */
/** @typedef {Record<string, any> & {by: string, drawings: Record<string, any>}} Shared */
/** @typedef {{keys: Set<string>, isOwn: boolean, isJoin: boolean, isRenumbered: boolean}} Change */
/** @typedef {{id: string, role: string, drives: boolean, isLocal: boolean, isOnline: boolean, isRefused: boolean, people: number}} Standing */
/** @typedef {{role?: string, password?: string, onStanding?: (standing: Standing) => void}} SyncOptions */

/** Who writes for slides that were added, removed or moved. */
const SERVER = "deckc";
const REFUSED = 4403;
const SLOWEST_MS = 4000;
/** The server has no room for more. */
const FULL = 1013;
const FULL_MS = 15_000;
/** What is further ahead of the server's clock it passes over. */
const AHEAD_MS = 86_400_000;

/** @type {Map<string, Entry>} */
const held = new Map();
/** @type {Map<(state: Shared, change: Change) => void, SyncOptions>} */
const listening = new Map();
/** @type {Standing} */
const standing = {
  id: Math.random().toString(36).slice(2, 10),
  role: "viewer",
  drives: true,
  isLocal: true,
  isOnline: false,
  isRefused: false,
  people: 0,
};
/** @type {BroadcastChannel | null} */
let channel = null;
/** @type {WebSocket | null} */
let socket = null;
let newest = 0;
/** How far the server's clock is ahead of this machine's. */
let skew_ms = 0;
let wait_ms = 0;

/** The state as a whole: `drawings/3` is `drawings[3]`, null is nothing. */
const shared = () => {
  /** @type {Shared} */
  const state = Object.assign(Object.create(null), { by: held.get("slide")?.[1] ?? "", drawings: {} }); // no entry's name leads to all objects
  for (const [key, [, , value]] of held) {
    const [name, part] = key.split("/");
    if (part === undefined) state[name] = value;
    else if (value !== null) (state[name] ??= {})[part] = value;
  }
  return state;
};

/**
 * @param {Record<string, Entry>} entries
 * @param {{isOwn?: boolean, isJoin?: boolean}} [kind]
 */
const merge = (entries, { isOwn = false, isJoin = false } = {}) => {
  const keys = new Set();
  let isRenumbered = false;
  for (const [key, entry] of Object.entries(entries)) {
    const [time, who] = entry;
    const [oldTime, oldWho] = held.get(key) ?? [-1, ""];
    newest = Math.max(newest, time);
    if (time < oldTime || (time === oldTime && who <= oldWho)) continue;
    held.set(key, entry);
    keys.add(key.split("/")[0]);
    isRenumbered ||= who === SERVER && !isJoin;
  }
  if (!keys.size) return;
  const state = shared();
  for (const listener of listening.keys()) listener(state, { keys, isOwn, isJoin, isRenumbered });
};

/** @param {Partial<Standing>} changes */
const stand = (changes) => {
  Object.assign(standing, changes);
  for (const { onStanding } of listening.values()) onStanding?.({ ...standing });
};

const openChannel = () => {
  if (typeof BroadcastChannel === "undefined") return;
  const opened = new BroadcastChannel(`deckc:${location.pathname}`);
  opened.addEventListener("message", ({ data }) => {
    if (data.set) merge(data.set, { isJoin: data.isAnswer });
    else if (data.ask && held.size) opened.postMessage({ set: Object.fromEntries(held), isAnswer: true });
  });
  opened.postMessage({ ask: true });
  channel = opened;
};

/** @param {any} told */
const hear = ({ welcome, now, set, people }) => {
  if (welcome) {
    wait_ms = 0;
    skew_ms = now - Date.now();
    if (newest > now + AHEAD_MS) {
      for (const [key, [time]] of held) if (time > now + AHEAD_MS) held.delete(key); // nobody has heard of it
      newest = now;
    }
    if (!welcome.drives) held.clear(); // what was only meant here is not what the room sees
    stand({ ...welcome, isOnline: true, isRefused: false });
  }
  if (set) merge(set, { isJoin: Boolean(welcome) });
  if (people !== undefined) stand({ people });
};

/** @param {SyncOptions} options */
const openSocket = (options) => {
  if (document.documentElement.dataset.dcServed === undefined) return;
  const address = new URL("-deckc/sync", document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  const opened = new WebSocket(address);
  const { role = "viewer", password = new URLSearchParams(location.search).get("password") ?? "" } = options;
  opened.addEventListener("open", () => {
    const set = standing.drives ? Object.fromEntries(held) : {};
    opened.send(JSON.stringify({ hello: { id: standing.id, role, password, set } }));
  });
  opened.addEventListener("message", ({ data }) => hear(JSON.parse(data)));
  opened.addEventListener("close", ({ code }) => {
    if (socket !== opened) return;
    stand({ isOnline: false, isRefused: code === REFUSED });
    wait_ms = Math.min(SLOWEST_MS, wait_ms * 2 + 100 + Math.random() * 200); // a thousand do not come back at once
    if (code === FULL) wait_ms = FULL_MS;
    if (code !== REFUSED) setTimeout(() => socket === opened && openSocket(options), wait_ms);
  });
  socket = opened;
};

/**
 * Takes part. The first to connect opens the ways with its options; the last to leave closes them.
 * @param {(state: Shared, change: Change) => void} listener called after each change, also after one's own
 * @param {SyncOptions} [options]
 * @returns {() => void} leaves
 */
export const connect = (listener, options = {}) => {
  listening.set(listener, options);
  if (listening.size === 1) {
    openChannel();
    openSocket(options);
  } else if (held.size) {
    listener(shared(), { keys: new Set(Object.keys(shared())), isOwn: false, isJoin: true, isRenumbered: false });
  }
  return () => {
    listening.delete(listener);
    if (listening.size) return;
    channel?.close();
    const left = socket;
    channel = socket = null;
    left?.close();
  };
};

/**
 * Writes some of the state; `{ drawings: { 3: null } }` clears one drawing and leaves the others.
 * @param {Record<string, any>} changes
 * @returns {boolean} whether this window may write at all
 */
export const publish = (changes) => {
  if (!standing.drives) return false;
  newest = Math.max(newest + 1, Date.now() + skew_ms);
  /** @type {Record<string, Entry>} */
  const set = {};
  for (const [name, value] of Object.entries(changes)) {
    if (name !== "drawings") set[name] = [newest, standing.id, value];
    else for (const no of Object.keys(value)) set[`${name}/${no}`] = [newest, standing.id, value[no]];
  }
  if ("slide" in set !== "clicks" in set) throw new Error("a place is a slide and its clicks"); // they go together
  merge(set, { isOwn: true });
  channel?.postMessage({ set });
  if (socket?.readyState === 1) socket.send(JSON.stringify({ set }));
  return true;
};
