// @ts-check
// Stands at the end of a served page: asks deckc which compilation is the newest, reloads the page when it shows an
// older one (the address keeps slide and click), and shows the deck's mistakes over the page.
(() => {
  const PANEL_STYLE =
    "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;margin:0;padding:16px 20px;" +
    "background:#1d1214;color:#f6dcdc;border-top:3px solid #e5484d;font:13px/1.5 ui-monospace,monospace;" +
    "white-space:pre-wrap;text-align:left";
  const CLOSE_STYLE =
    "position:sticky;top:0;float:right;font:inherit;color:inherit;background:none;border:1px solid currentColor;" +
    "border-radius:4px;padding:0 8px;cursor:pointer";

  const shown = document.documentElement.getAttribute("data-dc-version");
  /** @type {HTMLElement | null} */
  let panel = null;

  /** @param {string} problems  what is wrong with the deck; empty where nothing is */
  function show(problems) {
    panel?.remove();
    panel = null;
    if (!problems) return;
    const box = document.createElement("div");
    box.setAttribute("data-deckc-ui", "");
    box.setAttribute("role", "alert");
    box.style.cssText = PANEL_STYLE;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "close";
    close.style.cssText = CLOSE_STYLE;
    close.addEventListener("click", () => box.remove());
    box.append(close, problems);
    document.body.append(box);
    panel = box;
  }

  const address = new URL("-deckc/live", document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  const listen = () => {
    const socket = new WebSocket(address);
    socket.addEventListener("message", (event) => {
      const newest = JSON.parse(event.data);
      if (newest.version === shown) show(newest.problems);
      else location.reload();
    });
    socket.addEventListener("close", () => setTimeout(listen, 300));
  };
  listen();
})();
