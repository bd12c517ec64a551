// @ts-check
// Slide and click in the address, and back: `#/3?clicks=2`, `#/alias`. A new slide is a new entry in the
// browser's history, a click is not; click 0 is not written (spec 6.1.3, 12.1).

/**
 * @typedef {object} Address
 * @property {number} page 0 where the address names no slide
 * @property {number} clicks
 * @property {string} view
 * @property {"" | "slides" | "clicks"} print
 * @property {URLSearchParams} query
 */

const VIEWS = ["presenter", "overview", "notes", "entry", "remote"];

/** @param {string} text */
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Location} place
 * @returns {Address}
 */
export const readAddress = (deck, place) => {
  const [path, text = ""] = place.hash.replace(/^#\/?/, "").split("?");
  const query = new URLSearchParams(text);
  const names = path.split("/");
  const view = deck.config.room?.presenter && VIEWS.includes(names[0]) && !deck.find(names[0]) ? names[0] : "";
  const name = view ? names[1] : names[0];
  const wants = new URLSearchParams(place.search).get("print") ?? query.get("print");
  const prints = wants !== null || names.at(-1) === "print";
  return {
    page: name ? deck.find(decoded(name)) : view ? deck.state.page : 1,
    view,
    clicks: Number(query.get("clicks") ?? new URLSearchParams(place.search).get("clicks")) || (view && !name ? deck.state.clicks : 0),
    print: prints ? (wants === "clicks" ? "clicks" : "slides") : "",
    query,
  };
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Window} view
 * @returns {import("./deck.js").Part}
 */
export const createAddress = (deck, view) => {
  // true while the state follows the address: the address is then completed, not added to the history
  let follows = true;
  // an address that names no slide stays as it is while slide 1 is shown in its place (measured)
  let isUnknown = readAddress(deck, view.location).page === 0;

  /** @param {import("./deck.js").State} state */
  const hashOf = ({ page, clicks, view: shown }) => {
    const { query } = readAddress(deck, view.location);
    query.delete("clicks");
    const isPlace = !shown || shown === "presenter";
    const path = [shown, isPlace && deck.pathOf(page)].filter(Boolean).join("/");
    if (clicks && isPlace) query.set("clicks", String(clicks));
    const rest = query.size ? `?${query}` : "";
    return new URL(`#/${path}${rest}`, view.location.href).hash;
  };

  const onHashChange = async () => {
    const { page, clicks, view: shown, print } = readAddress(deck, view.location);
    if (print) return view.location.reload();
    isUnknown = page === 0;
    follows = true;
    await deck.move(page || 1, clicks, undefined, { view: shown });
  };
  view.addEventListener("hashchange", onHashChange);

  return {
    update(state, previous) {
      if (state.print) return;
      const isCompleted = follows || (state.page === previous.page && state.view === previous.view);
      const isKept = follows && isUnknown;
      follows = false;
      const hash = hashOf(state);
      if (isKept || hash === view.location.hash) return;
      try {
        view.history[isCompleted ? "replaceState" : "pushState"](view.history.state, "", hash);
      } catch {
        // a sandboxed frame may not write addresses; the deck works without
      }
    },
  };
};
