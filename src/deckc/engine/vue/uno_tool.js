// Stands in the place of UnoCSS and of build tools where a configuration is run: `define...()` gives back what it is
// given, `colors` and `theme` hold the palette that stands before this, all else is a function that gives nothing.

/* global colors */

const nothing = () => {};
const defined = (config) => (typeof config === "function" ? config({}) : config);
const known = { __esModule: true, colors, theme: { colors } };

/** Any name may be imported: esbuild looks them up on the prototype. */
module.exports = Object.setPrototypeOf(
  () => {},
  new Proxy(known, {
    get: (_, name) => known[name] ?? (/^(?:define|merge)/.test(String(name)) ? defined : nothing),
  }),
);
