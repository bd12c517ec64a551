// Run in a page whose sheets are there: lets a browser paint what follows in the order in which it is read, since
// text stands in a PDF as it was painted. What is see-through, moved or placed is painted behind all that is not; where
// such elements and their neighbours do not overlap, that shows nowhere, and all are made alike.
() => {
  const LARGEST_FAMILY = 60;
  /** @type {Map<Element, boolean>} */
  const known = new Map();

  const isLate = (element) => {
    const style = getComputedStyle(element);
    return (
      (style.position !== "static" && (style.zIndex === "auto" || style.zIndex === "0")) ||
      style.opacity !== "1" ||
      style.transform !== "none" ||
      style.translate !== "none" ||
      style.filter !== "none" ||
      style.backdropFilter !== "none" ||
      style.isolation === "isolate" ||
      style.mixBlendMode !== "normal" ||
      style.willChange === "transform" ||
      style.willChange === "opacity"
    );
  };
  const late = (element) => {
    if (!known.has(element)) known.set(element, isLate(element));
    return known.get(element);
  };

  const overlap = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

  const areApart = (elements) => {
    const boxes = elements.map((element) => element.getBoundingClientRect());
    return boxes.every((box, index) => boxes.slice(index + 1).every((other) => !overlap(box, other)));
  };

  const hasOwnText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());

  /** Makes the children of an element alike; false where that might show. */
  const even = (parent) => {
    const children = [...parent.children].filter((child) => child.getClientRects().length);
    if (children.length < 2) return true;
    if (children.length > LARGEST_FAMILY || hasOwnText(parent) || !areApart(children)) return false;
    for (const child of children) if (!late(child)) child.style.isolation = "isolate";
    return true;
  };

  const done = new Set();
  for (const sheet of document.querySelectorAll(".print-slide-container")) {
    for (const element of sheet.querySelectorAll("*")) {
      if (!element.firstChild || element.closest("svg") || !late(element)) continue;
      for (let parent = element.parentElement; parent && parent !== sheet; parent = parent.parentElement) {
        if (done.has(parent)) break;
        done.add(parent);
        if (!even(parent) || late(parent)) break;
      }
    }
  }
};
