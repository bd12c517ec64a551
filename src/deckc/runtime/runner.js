// @ts-check
// Runs inside the sandboxed frame, a document of its own without an origin: each piece of code becomes a worker,
// which can be stopped, sees no document, and reaches no network (the page's policy holds there as well).
// In: {id, code}. Out: {id, sign: "log" | "error" | "clear" | "done", items?: string[]}.

const STOP_AFTER_MS = 5000;

/** What a worker starts with: its console, and the texts of values. It is handed over as text. */
const prepare = () => {
  /**
   * @param {any} value
   * @returns {string}
   */
  const show = (value) => {
    if (value instanceof Error) return `${value.name}: ${JSON.stringify(value.message)}`;
    if (typeof value === "string") return JSON.stringify(value);
    if (value === null || typeof value !== "object" || value instanceof RegExp) return String(value);
    if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
    if (value instanceof Set) return `Set (${value.size}) {${[...value].map(show).join(", ")}}`;
    if (value instanceof Map) {
      const pairs = [...value].map(([key, each]) => `${show(key)} => ${show(each)}`);
      return `Map (${value.size}) {${pairs.join(", ")}}`;
    }
    const name = value.constructor?.name ?? "";
    return (name === "Object" || !name ? "" : `${name}: `) + JSON.stringify(value, null, 2);
  };
  /** @type {(sign: string, items?: string[]) => void} */
  const tell = (sign, items) => postMessage({ sign, items });
  /** @param {unknown[]} values */
  const log = (...values) => tell("log", values.map((value) => (typeof value === "string" ? value : show(value))));
  Object.assign(console, { log, info: log, debug: log, warn: log, error: log, clear: () => tell("clear") });
  return tell;
};

/** @param {string} code */
const workerText = (code) =>
  `const __tell=(${prepare})();(async()=>{"use strict";${code}\n})().catch((e)=>__tell("error",[String(e)])).then(()=>__tell("done"))`;

/** @param {Window & typeof globalThis} frame */
export const start = (frame) => {
  /** @type {Map<number, Worker>} */
  const workers = new Map();
  frame.addEventListener("message", ({ data: { id, code } }) => {
    workers.get(id)?.terminate();
    const address = URL.createObjectURL(new Blob([workerText(code)], { type: "text/javascript" }));
    const worker = new Worker(address);
    workers.set(id, worker);
    /** @param {{sign: string, items?: string[]}} message */
    const tell = (message) => frame.parent.postMessage({ id, ...message }, "*");
    const timer = setTimeout(() => {
      worker.terminate();
      tell({ sign: "error", items: ["stopped: it did not end in 5 seconds"] });
      tell({ sign: "done" });
    }, STOP_AFTER_MS);
    worker.onmessage = ({ data }) => {
      if (data.sign === "done") clearTimeout(timer);
      tell(data);
    };
    worker.onerror = (event) => {
      event.preventDefault(); // it is told where the code stands
      clearTimeout(timer);
      tell({ sign: "error", items: [event.message.replace("Uncaught ", "")] });
      tell({ sign: "done" });
    };
  });
};
