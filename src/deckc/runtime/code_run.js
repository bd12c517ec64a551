// @ts-check
// Code that can be edited and run. It runs in a sandboxed frame (runner.js) and only its output comes back, as text.

/** @param {Document} root */
const makeFrame = (root) => {
  const frame = root.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.hidden = true;
  frame.srcdoc = `<script>${root.querySelector("[data-dc-runner]")?.textContent}<\/script>`;
  const loaded = new Promise((done) => (frame.onload = done));
  root.body.append(frame);
  return { frame, loaded };
};

/**
 * @param {Document} root
 * @param {string[]} items
 * @param {string} sign
 */
const makeLine = (root, items, sign) => {
  const line = root.createElement("div");
  line.className = sign;
  items.forEach((item, at) => {
    const part = root.createElement("span");
    part.textContent = item;
    line.append(part);
    if (at === items.length - 1) return;
    const comma = root.createElement("span");
    comma.className = "separator";
    comma.textContent = ",";
    line.append(comma);
  });
  return line;
};

/**
 * @param {import("./deck.js").Deck} _deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createCodeRun = (_deck, root) => {
  /** @type {HTMLElement[]} those that were pressed so far */
  const buttons = [];
  /** @type {ReturnType<typeof makeFrame> | null} */
  let made = null;
  /** @type {Set<HTMLElement>} */
  const begun = new Set();
  /** @type {Set<number>} blocks whose next message is the first of a run */
  const fresh = new Set();

  /** @param {HTMLElement} button */
  const boxOf = (button) => /** @type {HTMLElement} */ (button.parentElement);
  /** @param {number} id */
  const outputOf = (id) => {
    const output = /** @type {HTMLElement} */ (boxOf(buttons[id]).querySelector(".slidev-runner"));
    if (fresh.delete(id)) {
      const lines = root.createElement("div");
      lines.className = "slidev-runner-output";
      output.replaceChildren(lines);
    }
    return /** @type {HTMLElement} */ (output.firstElementChild);
  };

  /** @param {HTMLElement} button */
  const run = async (button) => {
    if (!buttons.includes(button)) buttons.push(button);
    const id = buttons.indexOf(button);
    begun.add(button);
    made ??= makeFrame(root);
    await made.loaded;
    fresh.add(id);
    const code = boxOf(button).querySelector("code")?.textContent;
    made.frame.contentWindow?.postMessage({ id, code }, "*");
  };

  /** @param {MessageEvent} event */
  const receive = ({ source, data }) => {
    if (!made || source !== made.frame.contentWindow || !buttons[data.id]) return;
    const output = outputOf(data.id);
    if (data.sign === "clear") output.replaceChildren();
    else if (data.sign !== "done") output.append(makeLine(root, data.items.map(String), data.sign));
  };

  /** @param {Event} event */
  const press = ({ target }) => {
    const button = target instanceof Element && target.closest("[data-dc-run]");
    if (button) void run(/** @type {HTMLElement} */ (button));
  };

  let timer = 0;
  /** @param {Event} event */
  const type = ({ target }) => {
    const button = target instanceof Element && target.closest(".slidev-monaco-container")?.querySelector("[data-dc-run]");
    if (!button || button.getAttribute("data-dc-run") !== "true") return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void run(/** @type {HTMLElement} */ (button)), 400);
  };

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const code = /** @type {HTMLElement} */ (event.target);
    if (!code.closest?.(".slidev-monaco [contenteditable]")) return;
    if (event.key === "Escape") code.blur();
    if (event.key !== "Tab") return;
    event.preventDefault();
    root.execCommand("insertText", false, "  ");
  };

  window.addEventListener("message", receive);
  root.addEventListener("click", press);
  root.addEventListener("input", type);
  root.addEventListener("keydown", key);
  return {
    update({ page, print }) {
      for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-dc-run]"))) {
        const isShown = print || button.closest(".slidev-page")?.getAttribute("data-slidev-no") === String(page);
        if (isShown && button.dataset.dcRun !== "false" && !begun.has(button)) void run(button);
      }
    },
  };
};
