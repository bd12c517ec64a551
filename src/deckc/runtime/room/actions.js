// @ts-check
// What can be asked for, under one name each: control bar, context menu, keys and help all read this table.

import { toggleFullscreen } from "../fullscreen.js";

/**
 * @typedef {object} Action
 * @property {string} [key] which asks for it
 * @property {() => unknown} run
 * @property {() => boolean} [isOn] for what is switched
 * @property {() => boolean} [isThere] whether it can be asked for now
 */

/**
 * @param {import("./room.js").Room} room
 * @returns {Record<string, Action>}
 */
export const createActions = (room) => {
  const { deck, root, settings } = room;
  const isPlaying = () => !deck.state.view || deck.state.view === "presenter";
  /** @param {string} name */
  const dialog = (name) => () => deck.set({ dialog: deck.state.dialog === name ? "" : name });
  /** @param {string} tool */
  const tool = (tool) => ({
    run: () => room.set({ tool: room.modes.tool === tool ? "" : tool }),
    isOn: () => room.modes.tool === tool,
    isThere: isPlaying,
  });
  /** @param {string} blank */
  const blank = (blank) => ({
    run: () => room.set({ blank: room.modes.blank === blank ? "" : blank }),
    isOn: () => room.modes.blank === blank,
    isThere: isPlaying,
  });
  /** @param {string} view */
  const view = (view) => ({ run: () => deck.set({ view, dialog: "" }), isThere: () => settings.presenter && deck.state.view !== view });
  return {
    next: { key: "→", run: deck.next },
    prev: { key: "←", run: deck.prev },
    nextSlide: { key: "↓", run: () => deck.neighbour(1) },
    prevSlide: { key: "↑", run: () => deck.neighbour(-1) },
    overview: { key: "o", run: dialog("overview"), isThere: () => deck.state.view !== "overview" },
    goto: { key: "g", run: dialog("goto") },
    index: { run: () => location.assign(settings.index), isThere: () => !!settings.index },
    draw: {
      key: "p",
      run: () => room.set({ tool: room.isDrawing ? "" : room.modes.lastTool }),
      isOn: () => room.isDrawing,
      isThere: () => isPlaying() && settings.canDraw,
    },
    laser: { key: "l", ...tool("laser") },
    zoom: {
      key: "z",
      ...tool("zoom"),
      run: () => room.set(room.modes.zoom ? { zoom: null, tool: "" } : { tool: room.modes.tool === "zoom" ? "" : "zoom" }),
      isOn: () => room.modes.tool === "zoom" || !!room.modes.zoom,
    },
    black: { key: "b", ...blank("black") },
    white: { key: "w", ...blank("white") },
    editor: {
      key: "e",
      run: () => room.editor.toggle(),
      isOn: () => room.editor.isOpen,
      isThere: () => isPlaying() && settings.canEdit && !!room.modes.standing?.isLocal,
    },
    presenter: { key: "s", ...view("presenter") },
    play: { ...view(""), isThere: () => !!deck.state.view },
    notes: view("notes"),
    remote: view("remote"),
    dark: { key: "d", run: () => deck.set({ dark: !deck.state.dark }), isOn: () => deck.state.dark, isThere: () => deck.config.schema === "auto" },
    fullscreen: { key: "f", run: () => toggleFullscreen(root), isOn: () => !!root.fullscreenElement },
    record: { run: dialog("record"), isOn: () => room.modes.isRecording, isThere: () => settings.record },
    awake: { run: () => room.set({ awake: !room.modes.awake }), isOn: () => room.modes.awake, isThere: () => "wakeLock" in navigator },
    export: { run: dialog("export"), isThere: () => settings.isServed && !!room.modes.standing?.isLocal },
    print: { run: () => window.print() },
    help: { key: "?", run: dialog("help") },
  };
};
