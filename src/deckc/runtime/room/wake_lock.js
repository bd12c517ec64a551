// @ts-check
// Keeps the screen awake while slides are shown.

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createWakeLock = (room) => {
  const { root } = room;
  /** @type {any} */
  let lock = null;
  let isAsking = false;

  const follow = async () => {
    const isWanted = room.modes.awake && root.visibilityState === "visible" && !room.settings.isEmbedded;
    if (!isWanted) {
      void lock?.release();
      lock = null;
    } else if ((!lock || lock.released) && !isAsking) {
      isAsking = true;
      lock = await /** @type {any} */ (navigator).wakeLock?.request("screen").catch(() => null); // the browser may say no
      isAsking = false;
    }
  };
  const onVisible = () => void follow();
  root.addEventListener("visibilitychange", onVisible);
  return {
    update(_state, _previous, before = room.modes) {
      if (!lock || before.awake !== room.modes.awake) void follow();
    },
    destroy() {
      root.removeEventListener("visibilitychange", onVisible);
      void lock?.release();
    },
  };
};
