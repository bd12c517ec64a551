// @ts-check
// v-if and v-for: what stands between a block's two comments is made anew from its templates.

/** @typedef {import("./scope.js").Scope} Scope */

/**
 * @typedef {object} Block
 * @property {import("./places.js").Place} place
 * @property {string | number} key
 * @property {Map<string, Element>} templates
 * @property {Scope} scope
 * @property {typeof import("./bind.js").bind} bind
 * @property {typeof import("./bind.js").evaluate} evaluate
 * @property {() => void} refresh
 */

/**
 * @param {Node} first
 * @param {Node} end removed up to, not including
 */
const removeBetween = (first, end) => {
  for (let node = first; node && node !== end; ) {
    const next = /** @type {Node} */ (node.nextSibling);
    /** @type {ChildNode} */ (node).remove();
    node = next;
  }
};

/**
 * Puts a branch's markup before a node and binds it.
 * @param {Block} block
 * @param {number} index
 * @param {import("./bind.js").Entry[]} bindings
 * @param {Scope} scope
 * @param {Node} before
 */
const insertBranch = (block, index, bindings, scope, before) => {
  const template = block.templates.get(`${block.key}.${index}`);
  const fragment = document.createDocumentFragment();
  // inside <svg> a template is an ordinary element without `content`
  const source = template instanceof HTMLTemplateElement ? template.content : template;
  for (const node of source?.childNodes ?? []) fragment.append(document.importNode(node, true));
  const update = block.bind(fragment, bindings, scope, block.refresh);
  before.parentNode?.insertBefore(fragment, before);
  return update;
};

/**
 * @param {any} block
 * @param {[((scope: Scope) => any) | null, import("./bind.js").Entry[]][]} branches
 * @param {unknown} at
 */
export const bindIf = (block, branches, at) => {
  const { start, end } = block.place;
  let chosen = -2;
  let update = () => {};
  return () => {
    let index = -1;
    for (let i = 0; i < branches.length && index < 0; i += 1) {
      const test = branches[i][0];
      const value = test === null || block.evaluate(test, at, block.scope);
      if (typeof value === "symbol") return; // the test failed: leave what is there
      if (value) index = i;
    }
    if (index !== chosen) {
      chosen = index;
      removeBetween(start.nextSibling, end);
      update = index < 0 ? () => {} : insertBranch(block, index, branches[index][1], block.scope, end);
    }
    update();
  };
};

/**
 * Vue's lists: arrays and iterables, a count, or an object's entries.
 * @param {any} list
 * @returns {[unknown, unknown, number?][]} item, key, index
 */
const entriesOf = (list) => {
  if (typeof list === "number") return Array.from({ length: Math.max(0, list) }, (_, i) => [i + 1, i]);
  if (list === null || list === undefined || typeof list === "boolean") return [];
  if (typeof list === "string" || Symbol.iterator in list) return Array.from(list, (item, i) => [item, i]);
  return Object.keys(list).map((key, i) => [list[key], key, i]);
};

/**
 * @param {any} block
 * @param {(scope: Scope) => any} list
 * @param {(string | null | ((scope: Scope, value: unknown) => Scope))[]} names item, key, index
 * @param {import("./bind.js").Entry[]} bindings
 * @param {unknown} at
 */
export const bindFor = (block, list, names, bindings, at) => {
  const { start, end } = block.place;
  /** @type {{anchor: Comment, scope: Scope, update: () => void}[]} */
  const rows = [];
  removeBetween(start.nextSibling, end);

  const addRow = () => {
    const anchor = document.createComment("");
    end.before(anchor);
    const scope = Object.create(block.scope);
    const update = insertBranch(block, 0, bindings, scope, end);
    rows.push({ anchor, scope, update });
  };

  return () => {
    const value = block.evaluate(list, at, block.scope);
    if (typeof value === "symbol") return;
    const entries = entriesOf(value);
    if (entries.length < rows.length) {
      removeBetween(rows[entries.length].anchor, end);
      rows.length = entries.length;
    }
    entries.forEach((entry, i) => {
      if (i === rows.length) addRow();
      names.forEach((name, cell) => {
        if (typeof name === "function") Object.assign(rows[i].scope, name(rows[i].scope, entry[cell]));
        else if (name) rows[i].scope[name] = entry[cell];
      });
      rows[i].update();
    });
  };
};
