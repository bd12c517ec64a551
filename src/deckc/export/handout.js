// Run in a page whose sheets are there: lays them out on pages of A4 or Letter, with notes or lines beside them.
async ({ form, canvas, perPage, beside, paper, title, date, sheets }) => {
  const EDGE_MM = 16;
  const [paperWidth, paperHeight] = paper === "letter" ? [215.9, 279.4] : [210, 297];
  const width = paperWidth - 2 * EDGE_MM;
  const height = paperHeight - 2 * EDGE_MM - 1; // a millimetre for what browsers round up
  const pxPerMm = 96 / 25.4;
  const GAP_MM = 6;
  const LINE_MM = 8;
  const LABEL_MM = 6;
  /** Columns and rows of a page, and whether what belongs to a slide stands under it. */
  const [columns, rows, isUnder] = { 1: [1, 1, true], 2: [1, 2, true], 3: [2, 3, false], 4: [2, 2, true], 6: [2, 3, true] }[perPage];

  const rowHeight = (height - (rows - 1) * GAP_MM) / rows;

  const make = (name, className, text = "") => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };

  const noteOf = (number) => window.deckc.nav.slides[number - 1].meta.slide.noteHTML ?? "";

  const makeNote = (number) => {
    const note = make("div", "deckc-note");
    note.innerHTML = noteOf(number);
    return note;
  };

  /** The sheet, brought to a width in mm. */
  const makeFrame = (sheet, wide) => {
    const scale = (wide * pxPerMm) / canvas.width;
    const frame = make("div", "deckc-frame");
    frame.style.cssText = `width:${wide}mm;height:${canvas.height * scale}px`;
    const scaled = make("div", "deckc-scaled");
    scaled.style.cssText = `transform:scale(${scale});width:${canvas.width}px;height:${canvas.height}px`;
    scaled.append(sheet);
    frame.append(scaled);
    return frame;
  };

  const makeCell = ({ name, number, label }) => {
    const sheet = document.getElementById(name);
    const wide = columns === 1 ? Math.min(width, perPage === 2 ? 150 : width) : (width - GAP_MM) / 2;
    const cell = make("div", `deckc-cell ${isUnder ? "deckc-under" : "deckc-right"}`);
    const frame = makeFrame(sheet, wide);
    const side = make("div", `deckc-beside deckc-${beside}`);
    if (beside === "notes") side.append(makeNote(number));
    if (beside === "lines") {
      const taken = isUnder ? (wide * canvas.height) / canvas.width + LABEL_MM : 0;
      const count = Math.max(0, Math.floor((rowHeight - taken) / LINE_MM));
      side.append(...Array.from({ length: count }, () => make("div", "deckc-line")));
    }
    const left = make("div", "deckc-left");
    left.append(frame, make("div", "deckc-number", label));
    cell.append(left, side);
    return cell;
  };

  const layOutHandout = () => {
    const cells = sheets.map(makeCell);
    const inRow = isUnder ? columns : 1;
    const all = make("main", "deckc-handout");
    for (let at = 0; at < cells.length; at += inRow) {
      const row = make("section", "deckc-row");
      const index = at / inRow;
      row.style.cssText = `grid-template-columns:repeat(${inRow},1fr);min-height:${rowHeight}mm`;
      if (index && index % rows === 0) row.style.breakBefore = "page";
      else if (index) row.style.marginTop = `${GAP_MM}mm`;
      row.append(...cells.slice(at, at + inRow));
      all.append(row);
    }
    return all;
  };

  const layOutNotes = () => {
    const all = make("main", "deckc-handout deckc-large");
    for (const { name, number, label } of sheets) {
      const page = make("section", "deckc-page");
      page.append(makeFrame(document.getElementById(name), width), make("div", "deckc-number", label), makeNote(number));
      all.append(page);
    }
    return all;
  };

  const layOutWords = () => {
    const all = make("main", "deckc-handout deckc-large");
    const head = make("header", "deckc-head");
    head.append(make("h1", "", title), make("p", "", date));
    all.append(head);
    for (const { number, label, heading } of sheets) {
      if (!noteOf(number)) continue;
      const part = make("section", "deckc-part");
      part.append(make("h2", "", `${label}  ${heading}`), makeNote(number));
      all.append(part);
    }
    return all;
  };

  const content = document.querySelector("#print-content");
  const ink = getComputedStyle(content).color; // of text without a colour of its own: the scheme decides it
  const style = document.createElement("style");
  style.textContent = `
    @page { size: ${paperWidth}mm ${paperHeight}mm; margin: ${EDGE_MM}mm;
      @bottom-left { content: "${CSS.escape(title).replaceAll("\\ ", " ")}"; font: 8pt sans-serif; color: #777 }
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #777 } }
    html { color-scheme: light !important }
    html, body, #app, #page-root { background: #fff !important; margin: 0 }
    #print-content > .print-slide-container { display: none }
    .deckc-handout { width: ${width}mm }
    /* what is inherited stays as it is for the slides */
    .deckc-handout :is(.deckc-note, .deckc-number, .deckc-head, .deckc-part > h2) { text-align: left; color: #1a1a1a; font: 10pt/1.5 var(--slidev-fonts-sans, sans-serif) }
    .deckc-large :is(.deckc-note, .deckc-head) { font-size: 12pt }
    .deckc-frame { color-scheme: ${getComputedStyle(document.documentElement).colorScheme}; color: ${ink} }
    .deckc-frame { position: relative; overflow: hidden; break-inside: avoid }
    .deckc-frame::after { content: ""; position: absolute; inset: 0; border: 0.5pt solid #bbb }
    /* a scaled slide is painted behind what is not, and text is read in the order of painting */
    .deckc-handout [class^="deckc-"], .deckc-head > h1, .deckc-part > h2 { isolation: isolate }
    .deckc-scaled { transform-origin: 0 0 }
    .deckc-frame .print-slide-container { break-after: auto; margin: 0 !important }
    .deckc-handout .deckc-number { font-size: 8pt; color: #777; margin-top: 1mm }
    .deckc-row { display: grid; gap: ${GAP_MM}mm; break-inside: avoid; align-items: start }
    .deckc-cell { display: flex; height: 100%; min-height: inherit }
    .deckc-under { flex-direction: column; align-items: ${columns === 1 ? "center" : "stretch"} }
    .deckc-right { gap: ${GAP_MM}mm }
    .deckc-beside { flex: 1; align-self: stretch }
    .deckc-line { height: ${LINE_MM}mm; box-sizing: border-box; border-bottom: 0.4pt solid #bbb }
    .deckc-page + .deckc-page { break-before: page }
    .deckc-page .deckc-note, .deckc-under .deckc-note { margin-top: 4mm }
    .deckc-under .deckc-note { width: 100% }
    .deckc-note :is(p, ul, ol, pre, blockquote, table) { margin: 0 0 0.6em }
    .deckc-note ul { list-style: disc; padding-left: 1.4em } .deckc-note ol { list-style: decimal; padding-left: 1.4em }
    .deckc-note a { color: inherit; text-decoration: underline }
    .deckc-note .slidev-note-click-mark { color: #777 }
    .deckc-head h1 { font-size: 20pt; font-weight: 600; line-height: 1.3; margin: 0 } .deckc-head p { color: #777; margin: 0 0 8mm }
    .deckc-handout .deckc-part h2 { font-size: 13pt; font-weight: 600; margin: 6mm 0 2mm; break-after: avoid }
  `;
  document.head.append(style);
  const laidOut = { handout: layOutHandout, notes: layOutNotes, "notes-only": layOutWords }[form]();
  // where the sheets stood, so that they inherit what they did
  content.append(laidOut);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
};
