// @ts-check
// The talk's clock: a stopwatch, or what is left of `duration`, and the time of day. All windows share it.

import { iconButton, make } from "./element.js";

const TICK_MS = 250;
const LATE = 0.8;

/** @param {number} seconds */
export const clockText = (seconds) => {
  const whole = Math.floor(Math.abs(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const minutes = h ? `${h}:${String(m).padStart(2, "0")}` : String(m);
  return `${seconds <= -1 ? "−" : ""}${minutes}:${String(s).padStart(2, "0")}`;
};

/**
 * @param {import("./room.js").Modes["timer"]} timer
 * @param {number} now ms
 */
export const elapsedOf = ({ state, sinceMs, elapsedMs }, now) => elapsedMs + (state === "running" ? now - sinceMs : 0);

/** @param {import("./room.js").Room} room */
export const createTimer = (room) => {
  const { t, settings } = room;
  const time = make("output", { class: "deckc-time", "aria-label": t("timer"), role: "timer" });
  const clock = make("span", { class: "deckc-clock", "aria-label": t("clock") });
  const toggle = () => {
    const { timer } = room.modes;
    const now = Date.now();
    const isRunning = timer.state === "running";
    room.set({ timer: { state: isRunning ? "paused" : "running", sinceMs: now, elapsedMs: elapsedOf(timer, now) } });
  };
  const start = iconButton("start", t("start"), toggle, { class: "deckc-btn deckc-start" });
  const pause = iconButton("pause", t("pause"), toggle, { class: "deckc-btn deckc-pause" });
  const reset = iconButton("reset", t("reset"), () => room.set({ timer: { state: "stopped", sinceMs: 0, elapsedMs: 0 } }));
  const box = make("div", { class: "deckc-timer" }, time, start, pause, reset);
  const bar = make("div", { class: "deckc-timer-bar", "aria-hidden": "true" }, make("i"));
  const hours = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

  const draw = () => {
    const now = Date.now();
    const { timer } = room.modes;
    const elapsed = elapsedOf(timer, now) / 1000;
    const share = elapsed / settings.duration;
    const left = settings.duration - elapsed;
    const text = settings.timer === "countdown" ? clockText(left < 0 ? left : Math.ceil(left)) : clockText(elapsed);
    const look = timer.state === "paused" ? "paused" : timer.state === "stopped" ? "stopped" : share > 1 ? "over" : share > LATE ? "late" : "good";
    if (time.textContent !== text) time.textContent = text;
    box.dataset.state = bar.dataset.state = look;
    pause.hidden = timer.state !== "running";
    start.hidden = !pause.hidden;
    bar.firstElementChild.style.width = `${Math.min(1, share) * 100}%`;
    const day = hours.format(now);
    if (clock.textContent !== day) clock.textContent = day;
  };
  const ticking = setInterval(draw, TICK_MS);
  draw();
  return { box, clock, bar, update: draw, destroy: () => clearInterval(ticking) };
};
