// @ts-check
// Plays by itself, for a screen in a hall: a step every few seconds (`?loop=8`, or `deckc build --loop 8`), from the
// end to the beginning. Who steps by hand gets the whole time for each step.

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createLoop = (room) => {
  const { deck, root, settings } = room;
  if (!(settings.loop > 0)) return { update() {}, destroy() {} };
  root.documentElement.classList.add("deckc-kiosk");
  let timer = 0;

  const step = () => {
    const { page, clicks, dialog, view } = deck.state;
    if (dialog || view || room.modes.tool) return wait();
    const isLast = page === deck.total && clicks >= deck.slide(page).clicks;
    return isLast ? deck.move(1, 0) : deck.next();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(step, settings.loop * 1000);
  };
  wait();
  return {
    update(state, previous) {
      if (state.page !== previous.page || state.clicks !== previous.clicks) wait();
    },
    destroy() {
      clearTimeout(timer);
      root.documentElement.classList.remove("deckc-kiosk");
    },
  };
};
