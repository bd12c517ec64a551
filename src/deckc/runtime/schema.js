// @ts-check
// The colour scheme: locked by the deck, or the viewer's choice, or the system's (spec 12.4.1).

const KEY = "slidev-color-schema";

const systemIsDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

const stored = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a page without storage follows the system
  }
};

/** @param {string} schema the deck's: "auto", "light" or "dark" */
export const isDarkWanted = (schema) => {
  const choice = schema === "auto" ? (stored() ?? "auto") : schema;
  return choice === "auto" ? systemIsDark() : choice === "dark";
};

/**
 * @param {HTMLElement} html
 * @param {boolean} isDark
 */
export const drawSchema = (html, isDark) => {
  html.classList.toggle("dark", isDark);
  html.classList.toggle("light", !isDark);
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createSchema = (deck, root) => {
  const { schema } = deck.config;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const onChange = () => void deck.set({ dark: isDarkWanted(schema) });
  if (schema === "auto") system.addEventListener("change", onChange);
  return {
    update(state, previous) {
      drawSchema(root.documentElement, state.dark);
      if (state.dark === previous.dark || state.dark === isDarkWanted(schema)) return;
      try {
        // the system's own choice is not kept: the deck goes on following it
        localStorage.setItem(KEY, state.dark === systemIsDark() ? "auto" : state.dark ? "dark" : "light");
      } catch {
        // the choice then lasts as long as the page
      }
    },
  };
};
