// @ts-check
// Plays <SlidevVideo> while it is on screen, and shows a still on paper (spec section 10).
// data-dc-video="0 last once reset-slide": start and still in seconds, then what the film does by itself.

/**
 * @param {HTMLVideoElement} film
 * @param {string} time in seconds, "last" for the end
 */
const seek = (film, time) => {
  const go = () => {
    film.currentTime = time === "last" ? film.duration : Number(time);
  };
  if (film.readyState) go();
  else film.addEventListener("loadedmetadata", go, { once: true });
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createVideos = (deck, root) => {
  /** @type {WeakMap<Element, {isShown: boolean, hasPlayed: boolean, poster: string, controls: boolean}>} */
  const known = new WeakMap();

  /** @param {HTMLVideoElement} film @param {string} start */
  const meet = (film, start) => {
    const memory = { isShown: false, hasPlayed: false, poster: film.poster, controls: film.controls };
    film.addEventListener("play", () => (memory.hasPlayed = true));
    if (Number(start)) seek(film, start);
    known.set(film, memory);
    return memory;
  };

  /** @param {HTMLVideoElement} film @param {boolean} isOnSlide */
  const draw = (film, isOnSlide) => {
    const [start, still, ...manner] = (film.dataset.dcVideo ?? "").split(" ");
    const memory = known.get(film) ?? meet(film, start);
    const isShown = isOnSlide && !film.closest(".slidev-vclick-hidden, .slidev-vclick-display-none");
    if (isShown === memory.isShown) return;
    memory.isShown = isShown;
    if (isShown) {
      const plays = manner.includes("play") || (manner.includes("once") && !memory.hasPlayed);
      // a browser may want a press before sound: the film then waits for one
      if (plays) film.play().catch(() => {});
      return;
    }
    film.pause();
    if (manner.includes("reset-click") || (manner.includes("reset-slide") && !isOnSlide)) seek(film, start);
  };

  /** @param {HTMLVideoElement} film @param {boolean} isPaper */
  const layOut = (film, isPaper) => {
    const [start, still] = (film.dataset.dcVideo ?? "").split(" ");
    const memory = known.get(film) ?? meet(film, start);
    film.controls = memory.controls && !isPaper;
    const poster = (isPaper && film.dataset.dcPrintPoster) || memory.poster;
    if (poster !== film.poster) film.poster = poster;
    if (isPaper && still !== "-") seek(film, still);
  };

  return {
    update(state, previous) {
      const shown = deck.pages[state.page - 1];
      for (const film of /** @type {NodeListOf<HTMLVideoElement>} */ (root.querySelectorAll("[data-dc-video]"))) {
        if (state.print !== previous.print || state.print) layOut(film, state.print !== "");
        draw(film, !state.print && shown.contains(film));
      }
    },
  };
};
