// @ts-check
// Flips the classes of click elements (spec 6.8). What is settled while compiling stands in attributes:
// data-dc-click="2" active from click 2 on, "2-4" up to, not including, 4.

/**
 * @param {string} range "a", "a-b" or "a-"
 * @param {number} clicks
 */
export const phaseAt = (range, clicks) => {
  const [start, end] = range.split(/(?<=\d)-/);
  const isBefore = clicks < Number(start);
  return { isBefore, isActive: !isBefore && (!end || clicks < Number(end)), isCurrent: clicks === Number(start) };
};

/**
 * @param {HTMLElement} element
 * @param {number} clicks
 * @param {boolean} isShown whether its slide is the one on screen
 */
const drawClick = (element, clicks, isShown) => {
  const { isActive, isCurrent } = phaseAt(element.dataset.dcClick ?? "", clicks);
  const hides = element.dataset.dcHide !== undefined;
  const isHidden = hides === isActive;
  const { classList } = element;
  classList.toggle("slidev-vclick-hidden", isHidden);
  if (hides) classList.toggle("slidev-vclick-hidden-explicitly", isActive);
  classList.toggle("slidev-vclick-current", isActive && isCurrent);
  classList.toggle("slidev-vclick-prior", isActive && !isCurrent);
  // neither focus nor screen readers reach what is not there yet; on other slides the browser's search may find it
  element.inert = isHidden && isShown;
};

/**
 * @param {Element} page
 * @param {number} clicks
 * @param {boolean} isShown
 */
const drawPage = (page, clicks, isShown) => {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-dc-click]"))) {
    drawClick(element, clicks, isShown);
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-dc-switch]"))) {
    const { isActive, isCurrent, isBefore } = phaseAt(element.dataset.dcSwitch ?? "", clicks);
    const { classList } = element;
    classList.toggle("slidev-vclick-display-none", !isActive);
    classList.toggle("slidev-vclick-current", isActive && isCurrent);
    classList.toggle("slidev-vclick-prior", !isActive && !isBefore);
  }
};

/**
 * @param {import("./deck.js").Deck} deck
 * @param {Document} root
 * @returns {import("./deck.js").Part}
 */
export const createClicks = (deck, root) => {
  const slideshow = root.querySelector("#slideshow");
  /** @type {WeakMap<Element, number>} */
  const drawn = new WeakMap();
  return {
    update(state, previous) {
      deck.pages.forEach((page, index) => {
        const isShown = index + 1 === state.page;
        const clicks = deck.clicksOf(index + 1);
        // the current slide each time: its v-if and v-for blocks may have made new elements
        if (drawn.get(page) === clicks && !isShown && index + 1 !== previous.page) return;
        drawn.set(page, clicks);
        drawPage(page, clicks, isShown);
      });
      slideshow?.classList.toggle("slidev-nav-go-forward", state.clicksDirection > 0);
      slideshow?.classList.toggle("slidev-nav-go-backward", state.clicksDirection < 0);
    },
  };
};
