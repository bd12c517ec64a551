// @ts-check
// Records the screen and the camera with the browser's own recorder, one file each, and shows the camera in a bubble
// that can be dragged (spec 12.4.5).

import { createDialog } from "./dialog.js";
import { make } from "./element.js";
import { recall, remember } from "./memory.js";

const RATES = [15, 24, 30, 60];
const HEIGHTS = [720, 1080, 1440, 2160];
const BITS_A_SECOND = 8_192_000;

/** @param {string} kind @param {string} title @param {Date} now */
export const fileName = (kind, title, now) => {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const name = title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "slides";
  return `${kind}-${name}-${two(now.getMonth() + 1)}${two(now.getDate())}-${two(now.getHours())}${two(now.getMinutes())}.webm`;
};

/**
 * Records until it is stopped, then hands the file to the browser to save.
 * @param {MediaStream} stream
 * @param {string} name
 */
const record = (stream, name) => {
  const recorder = new MediaRecorder(stream, { videoBitsPerSecond: BITS_A_SECOND });
  /** @type {Blob[]} */
  const pieces = [];
  recorder.addEventListener("dataavailable", ({ data }) => data.size && pieces.push(data));
  recorder.addEventListener("stop", () => {
    const href = URL.createObjectURL(new Blob(pieces, { type: "video/webm" }));
    make("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  });
  recorder.start(1000);
  return recorder;
};

/**
 * @param {import("./room.js").Room} room
 * @returns {import("../deck.js").Part}
 */
export const createRecord = (room) => {
  const { deck, root, t, settings } = room;
  const bubble = make("video", { class: "deckc-bubble", muted: true, autoplay: true, playsinline: true, hidden: true, "aria-label": t("camera"), "data-deckc-ui": true });
  bubble.muted = true;
  root.body.append(bubble);
  /** @type {MediaRecorder[]} */
  let recorders = [];
  /** @type {MediaStream[]} */
  let streams = [];

  const stop = () => {
    for (const recorder of recorders.splice(0)) if (recorder.state !== "inactive") recorder.stop();
    for (const stream of streams.splice(0)) stream.getTracks().forEach((track) => track.stop());
    bubble.hidden = true;
    bubble.srcObject = null;
    if (room.modes.isRecording) room.set({ isRecording: false });
  };

  /** @param {{camera: boolean, rate: number, height: number}} wanted */
  const begin = async ({ camera, rate, height }) => {
    const { mediaDevices } = navigator;
    const video = { frameRate: rate, height: { ideal: height } };
    const screen = await mediaDevices.getDisplayMedia({ video, audio: true });
    streams.push(screen);
    const speaker = await mediaDevices.getUserMedia({ video: camera && { height: { ideal: 720 } }, audio: true }).catch(() => null);
    if (speaker) streams.push(speaker);
    const sound = speaker?.getAudioTracks() ?? [];
    const now = new Date();
    recorders = [record(new MediaStream([...screen.getVideoTracks(), ...(sound.length ? sound : screen.getAudioTracks())]), fileName("screen", deck.config.title, now))];
    if (speaker?.getVideoTracks().length) {
      recorders.push(record(speaker, fileName("camera", deck.config.title, now)));
      bubble.srcObject = speaker;
      bubble.hidden = false;
    }
    screen.getVideoTracks()[0]?.addEventListener("ended", stop); // the browser's own button
    room.set({ isRecording: true });
  };

  const fill = () => {
    if (room.modes.isRecording) {
      const press = () => {
        stop();
        shown.close();
      };
      return [make("button", { type: "button", class: "deckc-btn deckc-main", onclick: press }, t("stopRecording"))];
    }
    if (!navigator.mediaDevices?.getDisplayMedia || typeof MediaRecorder === "undefined") return [make("p", {}, t("noRecording"))];
    const choices = recall("record", { camera: true, rate: 30, height: 1080 });
    /** @param {string} label @param {number[]} values @param {number} chosen */
    const pick = (label, values, chosen) => {
      const options = values.map((value) => make("option", { value, selected: value === chosen }, String(value)));
      return make("label", {}, make("span", {}, label), make("select", {}, ...options));
    };
    const camera = make("input", { type: "checkbox" });
    camera.checked = choices.camera;
    const rate = pick(t("frameRate"), RATES, choices.rate);
    const height = pick(t("height"), HEIGHTS, choices.height);
    const problem = make("p", { class: "deckc-problem", role: "alert" });
    const form = make(
      "form",
      {},
      make("label", {}, make("span", {}, t("withCamera")), camera),
      rate,
      height,
      problem,
      make("button", { type: "submit", class: "deckc-btn deckc-main" }, t("startRecording")),
    );
    form.addEventListener("submit", async (/** @type {Event} */ event) => {
      event.preventDefault();
      const wanted = { camera: camera.checked, rate: Number(rate.lastElementChild.value), height: Number(height.lastElementChild.value) };
      remember("record", wanted);
      try {
        await begin(wanted);
        shown.close();
      } catch (error) {
        stop();
        problem.textContent = String(error);
      }
    });
    return [form];
  };
  const shown = createDialog(room, "record", t("record"), fill);

  /** @type {{x: number, y: number} | null} */
  let held = null;
  bubble.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    const { left, top } = bubble.getBoundingClientRect();
    held = { x: event.clientX - left, y: event.clientY - top };
    bubble.setPointerCapture(event.pointerId);
  });
  bubble.addEventListener("pointermove", (/** @type {PointerEvent} */ { clientX, clientY }) => {
    if (held) Object.assign(bubble.style, { left: `${clientX - held.x}px`, top: `${clientY - held.y}px`, right: "auto", bottom: "auto" });
  });
  bubble.addEventListener("pointerup", () => (held = null));

  return {
    update(state) {
      shown.update(settings.record ? state : { ...state, dialog: state.dialog === "record" ? "" : state.dialog });
      root.documentElement.classList.toggle("deckc-recording", room.modes.isRecording);
    },
    destroy() {
      stop();
      bubble.remove();
      shown.destroy();
    },
  };
};
