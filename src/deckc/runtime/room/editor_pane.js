// @ts-check
// The pane beside the slide in which its Markdown is edited: below it where the window is held upright. The bar at its
// edge is dragged, or moved with the arrow keys; where it stands is kept.

import { iconButton, make } from "./element.js";
import { recall, remember } from "./memory.js";

const SMALLEST_PANE = 20;
const LARGEST_PANE = 75;
const FIRST_PANE = 36;
const PANE_STEP = 2;
const INDENT = "  ";
const UPRIGHT = "(max-width: 760px), (max-aspect-ratio: 1/1)"; // as in editor.css

/** @typedef {ReturnType<typeof createEditorPane>} EditorPane */

/**
 * The bar at the pane's edge.
 * @param {Document} root
 * @param {(key: string) => string} t
 */
const createEdge = (root, t) => {
  const upright = matchMedia(UPRIGHT);
  const key = () => (upright.matches ? "editorHeight" : "editorWidth");
  const bar = make("div", {
    class: "deckc-editor-edge",
    role: "separator",
    tabindex: "0",
    "aria-label": t("resize"),
    "aria-valuemin": SMALLEST_PANE,
    "aria-valuemax": LARGEST_PANE,
  });
  const draw = () => {
    const share = recall(key(), FIRST_PANE);
    root.documentElement.style.setProperty("--deckc-editor-share", String(share));
    bar.setAttribute("aria-valuenow", String(share));
    bar.setAttribute("aria-orientation", upright.matches ? "horizontal" : "vertical");
    window.dispatchEvent(new Event("resize")); // the canvas is fitted into what is left
  };
  /** @param {number} share */
  const resize = (share) => {
    remember(key(), Math.round(Math.max(SMALLEST_PANE, Math.min(LARGEST_PANE, share)) * 10) / 10);
    draw();
  };
  bar.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  bar.addEventListener("pointermove", (/** @type {PointerEvent} */ { pointerId, clientX, clientY }) => {
    if (bar.hasPointerCapture(pointerId)) resize(100 - (upright.matches ? clientY / innerHeight : clientX / innerWidth) * 100);
  });
  bar.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowLeft: PANE_STEP, ArrowUp: PANE_STEP, ArrowRight: -PANE_STEP, ArrowDown: -PANE_STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    resize(recall(key(), FIRST_PANE) + step);
  });
  upright.addEventListener("change", draw);
  return { bar, draw, destroy: () => upright.removeEventListener("change", draw) };
};

/** Puts text where the cursor is, so that the browser can undo it. @param {string} text */
const insert = (text) => document.execCommand("insertText", false, text);

/**
 * @param {import("./room.js").Room} room
 * @param {Record<"close" | "type" | "save" | "reload" | "overwrite", () => unknown>} acts
 */
export const createEditorPane = ({ root, t }, acts) => {
  const html = root.documentElement;
  const edge = createEdge(root, t);
  const place = make("span", { class: "deckc-dim deckc-fill" });
  const done = make("span", { class: "deckc-dim", role: "status" });
  const text = /** @type {HTMLTextAreaElement} */ (make("textarea", { spellcheck: "false", autocapitalize: "off", wrap: "soft", "aria-label": t("editor") }));
  const problem = make("p", { class: "deckc-problem" });
  /** @param {string} key @param {() => unknown} press */
  const button = (key, press) => make("button", { type: "button", class: "deckc-btn deckc-main", onclick: press }, t(key));
  const reload = button("reload", acts.reload);
  const overwrite = button("overwrite", acts.overwrite);
  const refusal = make("div", { class: "deckc-editor-refusal", role: "alert" }, problem, make("div", { class: "deckc-group" }, reload, overwrite));
  refusal.hidden = true;
  const head = make("header", {}, make("b", {}, t("editor")), place, done, iconButton("close", `${t("close")} (Esc)`, acts.close));
  const pane = make("aside", { class: "deckc-editor deckc-ui", "aria-label": t("editor"), hidden: true, "data-deckc-ui": true }, edge.bar, head, text, refusal);
  root.body.append(pane);

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    event.stopPropagation(); // the deck's keys are off in here
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === "Escape" && !event.isComposing) void acts.close();
    else if (isCommand && event.key.toLowerCase() === "s") void acts.save();
    else if (event.key === "Tab" && event.target === text && !isCommand && !event.altKey && !event.shiftKey) insert(INDENT);
    else return;
    event.preventDefault();
  };
  pane.addEventListener("keydown", key);
  text.addEventListener("input", acts.type);

  return {
    text,
    /** @param {boolean} isShown */
    show(isShown) {
      pane.hidden = !isShown;
      html.classList.toggle("deckc-editing", isShown);
      edge.draw();
    },
    /** @param {number} no @param {string} shown where it stands in its file */
    name(no, shown) {
      place.textContent = `${no} · ${shown}`;
      text.setAttribute("aria-label", `${t("editor")} ${no}`);
    },
    /** @param {string} said */
    say(said) {
      done.textContent = said;
    },
    /** How the writing stands. @param {{problem?: string, canOverwrite?: boolean, done?: string}} standing */
    tell({ problem: reason = "", canOverwrite = false, done: said = "" }) {
      done.textContent = said;
      problem.textContent = reason;
      refusal.hidden = !reason;
      overwrite.hidden = !canOverwrite;
    },
    destroy() {
      edge.destroy();
      pane.remove();
      html.classList.remove("deckc-editing");
    },
  };
};
