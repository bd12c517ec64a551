// @ts-check
// The copy button of a block of code. It works from the disk as well, where there may be no clipboard to write to.

/**
 * @param {Document} root
 * @param {string} text
 */
const copyBySelection = (root, text) => {
  const box = root.createElement("textarea");
  box.value = text;
  box.style.cssText = "position:fixed;opacity:0";
  root.body.append(box);
  box.select();
  const isCopied = root.execCommand("copy");
  box.remove();
  return isCopied;
};

/**
 * @param {Document} root
 * @param {string} text
 */
const copy = async (root, text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(root, text);
  }
};

/**
 * The code of a block; a magic move has line breaks as elements, and line numbers and leaving tokens among the rest.
 * @param {Element | null | undefined} block
 */
const textOf = (block) =>
  [...(block?.childNodes ?? [])]
    .map((node) => {
      if (node.nodeName === "BR") return "\n";
      const isCode = !(node instanceof Element && node.matches("[aria-hidden], .shiki-magic-move-line-number"));
      return isCode ? node.textContent : "";
    })
    .join("");

const SHOWN_MS = 1500;

/**
 * @param {import("./deck.js").Deck} _deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createCodeCopy = (_deck, root) => {
  /** @param {MouseEvent} event */
  const press = async (event) => {
    const target = event.target instanceof Element ? event.target.closest(".slidev-code-copy") : null;
    const button = /** @type {HTMLElement | null} */ (target);
    const code = textOf(button?.closest(".slidev-code-wrapper")?.querySelector(".slidev-code"));
    if (!button || !code) return;
    const isCopied = await copy(root, code);
    if (event.detail) button.blur();
    else button.focus();
    if (!isCopied) return;
    button.title = "Copied";
    setTimeout(() => (button.title = "Copy"), SHOWN_MS);
  };
  root.addEventListener("click", press);
  return {
    update() {},
  };
};
