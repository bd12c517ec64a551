// @ts-check

/** @param {Document} root */
export const toggleFullscreen = (root) => {
  const change = root.fullscreenElement ? root.exitFullscreen() : root.documentElement.requestFullscreen?.();
  change?.catch(() => {}); // the browser may say no; the deck goes on
};
