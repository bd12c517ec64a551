// @ts-check
// What is wrong with the deck, over the slide; the last good slide stays underneath. Each message leads to its
// place in the author's editor.

const PANEL_STYLE =
  "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;margin:0;padding:16px 20px;" +
  "background:#1d1214;color:#f6dcdc;border-top:3px solid #e5484d;font:13px/1.5 ui-monospace,monospace;" +
  "white-space:pre-wrap;text-align:left";
const BUTTON_STYLE =
  "font:inherit;color:inherit;background:none;border:1px solid currentColor;border-radius:4px;padding:0 8px;cursor:pointer";

/** @typedef {{text: string, file?: string, line?: number, column?: number}} Problem */

/**
 * Opens the place in the editor that the server knows, else by the address that editors listen for.
 * @param {Document} root
 * @param {Problem} problem
 */
const openEditor = async (root, { file, line, column }) => {
  const request = { method: "POST", headers: { "X-Deckc": "1", "Content-Type": "application/json" } };
  const body = JSON.stringify({ file, line, column });
  const answer = await fetch(new URL("-deckc/open", root.baseURI), { ...request, body }).catch(() => null);
  if (!answer?.ok) location.href = `vscode://file${file?.startsWith("/") ? "" : "/"}${file}:${line}:${column}`;
};

/**
 * @param {Document} root
 * @param {string} text
 * @param {() => unknown} act
 */
const makeButton = (root, text, act) => {
  const button = root.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.style.cssText = BUTTON_STYLE;
  button.addEventListener("click", act);
  return button;
};

/** @param {Document} root */
export const createOverlay = (root) => {
  /** @type {HTMLElement | null} */
  let panel = null;
  let shown = "[]";

  /** @param {Problem} problem */
  const message = (problem) => {
    const box = root.createElement("div");
    box.style.marginBottom = "12px";
    const text = root.createElement("div");
    text.textContent = problem.text;
    box.append(text);
    if (problem.file) {
      const { line, column } = problem;
      const name = problem.file.split(/[\\/]/).at(-1);
      box.append(makeButton(root, `open ${name}:${line}:${column}`, () => void openEditor(root, problem)));
    }
    return box;
  };

  return {
    /** @param {Problem[]} problems  empty where nothing is wrong */
    show(problems) {
      const told = JSON.stringify(problems);
      if (told === shown) return;
      shown = told;
      panel?.remove();
      panel = null;
      if (!problems.length) return;
      const box = root.createElement("div");
      box.setAttribute("data-deckc-ui", "");
      box.setAttribute("role", "alert");
      box.style.cssText = PANEL_STYLE;
      const close = makeButton(root, "close", () => box.remove());
      close.style.cssText += ";position:sticky;top:0;float:right";
      box.append(close, ...problems.map(message));
      root.body.append(box);
      panel = box;
    },
  };
};
