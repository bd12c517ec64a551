// @ts-check
// Runs behind KaTeX in the embedded engine: sets all formulas of a deck in one call.

/**
 * @param {[string, boolean][]} formulas LaTeX, and whether it is displayed
 * @param {Record<string, string>} macros
 */
function deckcTypeset(formulas, macros) {
  return formulas.map(([source, isDisplayed]) => {
    const options = { strict: false, displayMode: isDisplayed, macros: { ...macros } };
    try {
      return { html: katex.renderToString(source, options) };
    } catch (error) {
      return {
        problem: String(error.rawMessage ?? error.message ?? error),
        offset: error.position ?? 0,
        length: error.length ?? 1,
      };
    }
  });
}
