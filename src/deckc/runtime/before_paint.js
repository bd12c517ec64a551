// @ts-check
// Runs in the page's head, so that the first paint has the right colours.

import { drawSchema, isDarkWanted } from "./schema.js";

/** @param {HTMLElement} html */
export const start = (html) => drawSchema(html, isDarkWanted(html.dataset.dcSchema ?? "auto"));
