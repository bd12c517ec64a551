// @ts-check
// Small slides that are made when they come near the screen and given up when they are far from it, so that hundreds
// of them stay smooth.

import { createInstance } from "./instance.js";

const NEAR = "600px";

/**
 * @param {import("./room.js").Room} room
 * @param {Element} scroller
 * @param {(no: number) => number} clicksOf the click that a slide is shown at
 */
export const createThumbnails = (room, scroller, clicksOf) => {
  /** @type {Map<Element, {no: number, instance: ReturnType<typeof createInstance> | null, isNear: boolean}>} */
  const places = new Map();
  /** @type {Set<Element>} */
  const waiting = new Set();
  let frame = 0;

  /** One after the other, as long as a frame has time for it. */
  const work = () => {
    const end = performance.now() + 8;
    frame = 0;
    for (const place of waiting) {
      waiting.delete(place);
      const entry = places.get(place);
      if (entry?.isNear && !entry.instance) {
        entry.instance = createInstance(room, entry.no, "overview");
        place.append(entry.instance.frame);
        entry.instance.draw(clicksOf(entry.no));
      }
      if (performance.now() > end) break;
    }
    if (waiting.size) frame = requestAnimationFrame(work);
  };

  const near = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        const entry = places.get(target);
        if (!entry) continue;
        entry.isNear = isIntersecting;
        if (isIntersecting) waiting.add(target);
        else {
          entry.instance?.destroy();
          entry.instance = null;
        }
      }
      frame ||= requestAnimationFrame(work);
    },
    { root: scroller, rootMargin: NEAR },
  );

  return {
    /**
     * @param {Element} place
     * @param {number} no
     */
    add: (place, no) => {
      places.set(place, { no, instance: null, isNear: false });
      near.observe(place);
    },
    /** @param {Element} place */
    draw: (place) => {
      const entry = places.get(place);
      entry?.instance?.draw(clicksOf(entry.no));
    },
    drawAll: () => places.forEach(({ no, instance }) => instance?.draw(clicksOf(no))),
    destroy: () => {
      near.disconnect();
      cancelAnimationFrame(frame);
      places.forEach(({ instance }) => instance?.destroy());
      places.clear();
    },
  };
};
