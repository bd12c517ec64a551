// @ts-check
// What comes with the next click: the same slide one click on, or the next slide.

import { titleOf } from "../titles.js";
import { make } from "./element.js";
import { createInstance } from "./instance.js";

/** @param {import("./room.js").Room} room */
export const createNextState = (room) => {
  const { deck, t } = room;
  const label = make("span", { class: "deckc-next-label" });
  const place = make("div", { class: "deckc-next-place" });
  /** @type {ReturnType<typeof createInstance> | null} */
  let instance = null;
  let drawn = "";

  const fit = () => {
    const { width, height } = deck.config;
    const scale = Math.min(place.clientWidth / width, place.clientHeight / height);
    if (scale > 0) place.style.setProperty("--slidev-slide-scale", String(scale));
    if (scale > 0) place.style.setProperty("--frame-width", `${width * scale}px`);
    if (scale > 0) place.style.setProperty("--frame-height", `${height * scale}px`);
  };
  const sizes = new ResizeObserver(fit);
  sizes.observe(place);

  return {
    label,
    place,
    /** @param {import("../deck.js").State} state */
    update({ page, clicks, dark }) {
      const isSame = clicks < deck.slide(page).clicks;
      const no = isSame ? page : page + 1;
      const at = isSame ? clicks + 1 : (deck.slides[no - 1]?.start ?? 0);
      const key = `${no}:${at}:${dark}`;
      if (key === drawn && !instance?.isOutdated) return;
      drawn = key;
      if (no > deck.total) {
        instance?.destroy();
        instance = null;
        label.textContent = "";
        place.replaceChildren(make("p", { class: "deckc-empty" }, t("end")));
        return;
      }
      label.textContent = isSame ? `${t("click")} ${at} / ${deck.slide(no).clicks}` : `${no} · ${titleOf(deck, no)}`;
      if (instance?.no !== no || instance.isOutdated) {
        instance?.destroy();
        instance = createInstance(room, no, "previewNext");
        place.replaceChildren(instance.frame);
        fit();
      }
      instance.draw(at);
    },
    destroy() {
      sizes.disconnect();
      instance?.destroy();
    },
  };
};
