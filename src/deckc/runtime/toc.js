// @ts-check
// The table of contents as `$nav.tocTree` shows it: which entry is the current slide, what leads to it.

/**
 * @typedef {import("./deck.js").TocGiven & {titleLevel: number, active: boolean, activeParent: boolean,
 *   hasActiveParent: boolean, children: TocMarked[]}} TocMarked
 */

/**
 * @param {import("./deck.js").TocGiven[]} entries
 * @param {number} page
 * @param {boolean} [hasActiveParent]
 * @returns {TocMarked[]}
 */
export const markToc = (entries, page, hasActiveParent = false) =>
  entries
    .filter(({ hideInToc }) => !hideInToc)
    .map((entry) => {
      const active = entry.no === page;
      const children = markToc(entry.children, page, active || hasActiveParent);
      const activeParent = children.some((child) => child.active || child.activeParent);
      return { ...entry, path: `/${entry.path}`, titleLevel: entry.level, active, activeParent, hasActiveParent, children };
    });
