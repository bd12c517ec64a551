// @ts-check
// Exports the deck through `deckc serve` (docs/sync-protocol.md, "Exporting from the browser"): the forms that the
// server offers, how far it has come, and the file. Only on the machine that serves the deck.

import { createDialog } from "./dialog.js";
import { make } from "./element.js";
import { recall, remember } from "./memory.js";

const EXPORT_ASK_MS = 400;

/**
 * @typedef {object} Told
 * @property {{name: string, titles: Record<string, string>}[]} [choices]
 * @property {string} [state] idle, running, done, failed or cancelled
 * @property {string} [choice]
 * @property {number} [done]
 * @property {number} [total]
 * @property {number} [secondsLeft]
 * @property {string} [file]
 * @property {string} [id]
 * @property {number} [bytes]
 * @property {string} [problem]
 * @property {string} [help]
 */

const exportAddress = () => new URL("-deckc/export", document.baseURI);

/**
 * @param {Record<string, unknown>} [order]
 * @returns {Promise<Told>} with `problem` where it did not work
 */
const askExport = async (order) => {
  const headers = { "Content-Type": "application/json", "X-Deckc": "1" };
  try {
    const answer = await fetch(exportAddress(), order && { method: "POST", headers, body: JSON.stringify(order) });
    const told = await answer.json().catch(() => ({}));
    return answer.ok ? told : { problem: told.problem ?? String(answer.status) };
  } catch (error) {
    return { problem: String(error) };
  }
};

/** @param {number} bytes */
const exportSize = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createExport = (room) => {
  const { t, language, settings } = room;
  /** What is shown: a state of the server's, or "choose". */
  let shows = "";
  let asking = 0;
  const place = make("div", { class: "deckc-export-place" });
  const status = make("p", { role: "status" });
  const problem = make("p", { class: "deckc-problem", role: "alert" });
  const bar = make("progress", { "aria-label": t("exporting") });
  const count = make("span", { class: "deckc-dim" });

  /** @param {string} label @param {() => void} press @param {string} [kind] */
  const button = (label, press, kind = "") => make("button", { type: "button", class: `deckc-btn ${kind}`, onclick: press }, label);

  /** @param {Told} told */
  const choose = ({ choices = [] }) => {
    const last = recall("export", "pdf");
    const items = choices.map(({ name, titles }) => {
      const radio = make("input", { type: "radio", name: "choice", value: name, checked: name === last });
      return make("label", {}, radio, make("span", {}, titles[language] ?? titles.en));
    });
    const form = make(
      "form",
      {},
      make("div", { role: "radiogroup", class: "deckc-forms", "aria-label": t("export") }, ...items),
      make("button", { type: "submit", class: "deckc-btn deckc-main" }, t("export")),
    );
    form.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      const choice = String(new FormData(form).get("choice") ?? "pdf");
      remember("export", choice);
      void askExport({ choice }).then(show);
    });
    return form;
  };

  /** @param {Told} told */
  const again = (told) => button(t("back"), () => show({ ...told, state: "idle", problem: "", help: "" }));

  /** @param {Told} told @returns {Node[]} what a state shows; made once while it lasts */
  const nodesOf = (told) => {
    switch (told.state) {
      case "running":
        return [bar, make("div", { class: "deckc-group" }, count, button(t("cancel"), () => void askExport({}).then(show)))];
      case "done": {
        const href = `${exportAddress()}/${told.id}`;
        const link = make("a", { class: "deckc-btn deckc-main", href, download: told.file, autofocus: true }, `${t("download")} ${told.file}`);
        return [make("div", { class: "deckc-group" }, link, make("span", { class: "deckc-dim" }, exportSize(told.bytes ?? 0)), again(told))];
      }
      case "failed":
        return [make("p", { class: "deckc-dim" }, told.help ?? ""), again(told)];
      default:
        return [choose(told)];
    }
  };
  /** @type {Record<string, string>} */
  const words = { running: t("exporting"), done: t("exported"), failed: "", cancelled: t("cancelled"), idle: "" };

  /** @param {Told} told */
  const show = (told) => {
    clearTimeout(asking);
    if (!shown.dialog.open) return;
    problem.textContent = told.problem ? `${t("exportFailed")}: ${told.problem}` : "";
    if (!told.state) return; // what is shown stays, with the problem over it
    const { state, done = 0, total = 0, secondsLeft } = told;
    if (state !== shows) {
      shows = state;
      status.textContent = words[state] ?? "";
      place.replaceChildren(...nodesOf(told));
      place.querySelector("a, input:checked, button")?.focus();
    }
    if (state !== "running") return;
    if (total) {
      bar.max = total;
      bar.value = done;
    } else bar.removeAttribute("value");
    count.textContent = [total && `${done} / ${total}`, secondsLeft && `${secondsLeft} ${t("secondsLeft")}`].filter(Boolean).join(" · ");
    asking = window.setTimeout(() => void askExport().then(show), EXPORT_ASK_MS);
  };

  const fill = () => {
    shows = "";
    status.textContent = problem.textContent = "";
    place.replaceChildren();
    void askExport().then(show);
    return [status, problem, place];
  };
  const shown = createDialog(room, "export", t("export"), fill, () => clearTimeout(asking));
  return {
    update(state) {
      shown.update(settings.isServed ? state : { ...state, dialog: state.dialog === "export" ? "" : state.dialog });
    },
    destroy() {
      clearTimeout(asking);
      shown.destroy();
    },
  };
};
