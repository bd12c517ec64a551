// @ts-check
// What `@slidev/client` offers without a component at hand: constants of its modules, which follow the deck all the same.

/** @returns {any} as the compiler (engine/vue/server.js) or the page (runtime/vue/islands.js) gives it */
export const outside = () => /** @type {any} */ (globalThis).deckcOutside?.() ?? { configs: {}, themeConfigs: {}, nav: {} };

/** @param {() => any} read @returns {any} an object that is read anew each time */
export const lazily = (read) =>
  new Proxy(
    {},
    {
      get: (_, name) => read()?.[name],
      has: (_, name) => name in (read() ?? {}),
      ownKeys: () => Reflect.ownKeys(read() ?? {}),
      getOwnPropertyDescriptor: (_, name) => ({ value: read()?.[name], enumerable: true, configurable: true }),
    },
  );
