// Run in a page that shows its print form: leaves the sheets that are exported, and waits until what they show is
// there. Returns what never came: [["003-01", "the picture https://..."], ...].
async ({ names, timeoutMs, waitMs }) => {
  const sheetOf = (element) => element.closest(".print-slide-container")?.id ?? "";
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const deadline = performance.now() + timeoutMs;

  const keepSheets = () => {
    const kept = new Set(names);
    for (const sheet of document.querySelectorAll(".print-slide-container")) {
      if (!kept.has(sheet.id)) sheet.remove();
    }
    // a link to a slide that is not exported would lead nowhere
    for (const link of document.querySelectorAll("a[data-dc-link]")) {
      const target = (link.getAttribute("href") ?? "").slice(1);
      const [no] = target.split("-");
      const first = kept.has(target) ? target : names.find((name) => name.startsWith(`${no}-`));
      if (first) link.setAttribute("href", `#${first}`);
      else link.removeAttribute("href");
    }
    // nor does one to a file of the page's folder, which goes when the export is done
    for (const link of document.querySelectorAll("a[href]:not([href^='#'])")) {
      if (link.protocol === "file:") link.removeAttribute("href");
    }
  };

  const isVisible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  /** What an element still waits for, or "". */
  const lackOf = (element) => {
    if (element instanceof HTMLImageElement) return element.complete ? "" : `the picture ${element.currentSrc || element.src}`;
    if (element instanceof HTMLVideoElement) {
      const isStill = element.dataset.dcVideo?.split(" ")[1] !== "-" && element.dataset.dcVideo;
      return isStill && !element.error && (element.seeking || element.readyState < 2) && element.networkState === 2
        ? `the film ${element.currentSrc}`
        : "";
    }
    const wanted = element.dataset.waitfor;
    if (!wanted) return "";
    const found = [...element.querySelectorAll(wanted)];
    return found.some(isVisible) ? "" : `an element "${wanted}" (data-waitfor)`;
  };

  const wait = async () => {
    for (const element of document.querySelectorAll("[loading=lazy]")) element.loading = "eager";
    const watched = [...document.querySelectorAll(".print-slide-container :is(img, video, [data-waitfor])")];
    let lacking = watched;
    for (;;) {
      lacking = lacking.filter(lackOf);
      if (!lacking.length && document.readyState === "complete") break;
      if (performance.now() > deadline) break;
      await pause(lacking.length > 100 ? 50 : 10);
    }
    await Promise.race([document.fonts.ready, pause(Math.max(0, deadline - performance.now()))]);
    return lacking.map((element) => [sheetOf(element), lackOf(element)]);
  };

  keepSheets();
  const lacking = await wait();
  if (waitMs) await pause(waitMs);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return lacking;
};
