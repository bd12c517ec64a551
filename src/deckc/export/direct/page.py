"""A page of a browser that deckc started: cut off from the network, shown as an export wants it, and printed."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Mapping
from typing import Any

from deckc.export.direct.connection import Connection
from deckc.export.direct.frames import Frames
from deckc.export.look import Look
from deckc.export.network import Network, is_allowed
from deckc.export.open_page import BrowserError, OpenPage

_LATE_S = 0.1
"""How long a frame may still take when all else has loaded."""
_UNTIL_READY = """
async () => {
  const isReady = %s;
  while (!isReady()) await new Promise((done) => setTimeout(done, 5));
}
"""
_NO_SOCKETS = """
if (!location.protocol.startsWith("http")) {
  for (const name of ["WebSocket", "WebSocketStream", "WebTransport", "RTCPeerConnection", "webkitRTCPeerConnection"]) {
    delete globalThis[name];
  }
}
"""
"""What no request is told of. A frame of another host may use them, as it may load what it needs."""
_UNSEEN = """
if (window === top) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media screen { #print-container { clip-path: inset(100%) } }");
  document.adoptedStyleSheets = [sheet];
}
"""
"""Nobody looks at the screen: unpacking and drawing what is on it takes a tenth of a second, and a processor."""
_OWNER = """
function () {
  return [this.closest(".print-slide-container")?.id ?? "", this.src ?? ""];
}
"""


class DirectPage(OpenPage):
    """A page, and the frames and workers in it that have sessions of their own."""

    def __init__(self, connection: Connection, target: str, session: str) -> None:
        self._connection = connection
        self._target = target
        self._session = session
        self._sessions = [session]
        self._network: Network | None = None
        """What it may load; nothing before this is known."""
        self._look: list[tuple[str, dict[str, Any]]] = []
        self._frames = Frames(target)

    async def begin(self) -> None:
        """Let the page run, with everything that it asks for coming here first."""
        unseen = self._post("Page.addScriptToEvaluateOnNewDocument", {"source": _UNSEEN})
        await asyncio.gather(unseen, *self._guard(self._session))

    async def show(self, look: Look, network: Network) -> None:
        """Show it in this way, and let it load what `network` allows."""
        self._network = network
        sight = {
            "width": look.width_px,
            "height": look.height_px,
            "deviceScaleFactor": look.scale,
            "mobile": False,
        }
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if look.dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self._look = [("Emulation.setEmulatedMedia", {"features": features})]
        commands = [*self._look, ("Emulation.setDeviceMetricsOverride", sight)]
        await asyncio.gather(*(self._post(method, params) for method, params in commands))

    async def load(self, address: str, ready: str, timeout_s: float) -> None:
        """Open an address, and wait until the function `ready` returns something."""
        async with asyncio.timeout(timeout_s):
            answer = await self._post("Page.navigate", {"url": address})
            if answer.get("errorText"):
                raise BrowserError(f"it does not open the page: {answer['errorText']}")
            await self.run(_UNTIL_READY % ready)

    async def run(self, script: str, argument: object = None) -> Any:
        """Return what a function in JavaScript makes of the argument."""
        called = f"(\n{script.rstrip().removesuffix(';')}\n)({json.dumps(argument)})"
        asked = {"expression": called, "awaitPromise": True, "returnByValue": True}
        return _value(await self._post("Runtime.evaluate", asked))

    async def lacking_frames(self) -> list[tuple[str, str]]:
        """Return the frames of sheets that have not loaded."""
        if self._frames.loading():
            await asyncio.sleep(_LATE_S)
        return [await self._lack(frame, address) for frame, address in self._frames.loading()]

    async def print_pdf(self, settings: Mapping[str, Any]) -> bytes:
        """Return the page as a PDF."""
        answer = await self._post("Page.printToPDF", settings)
        return base64.b64decode(answer["data"])

    def close(self) -> None:
        """Close the page, without waiting for it."""
        self._connection.post("Target.closeTarget", {"targetId": self._target})

    def hear(self, event: str, said: Mapping[str, Any], session: str) -> str:
        """Take note of an event; return the session that begins with it, or ""."""
        match event:
            case "Fetch.requestPaused":
                self._decide(said, session)
            case "Target.attachedToTarget":  # a frame of another host, or a worker
                self._sessions.append(said["sessionId"])
                self._guard(said["sessionId"])
                return str(said["sessionId"])
            case "Page.javascriptDialogOpening":
                self._post("Page.handleJavaScriptDialog", {"accept": False}, session)
            case "Inspector.targetCrashed" if session == self._session:
                self._connection.fail("the page crashed")
            case _:
                self._frames.hear(event, said)
        return ""

    def _guard(self, session: str) -> list[asyncio.Future[dict[str, Any]]]:
        """Let a page, frame or worker that waits for this run, with all its requests held up until they are seen.

        A worker knows nothing of pages, and refuses some of it.
        """
        follow = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}
        commands: list[tuple[str, dict[str, Any]]] = [
            ("Fetch.enable", {"patterns": [{"urlPattern": "*"}]}),
            ("Target.setAutoAttach", follow),
            ("Page.enable", {}),
            ("Page.addScriptToEvaluateOnNewDocument", {"source": _NO_SOCKETS}),
            ("Emulation.setFocusEmulationEnabled", {"enabled": True}),
            *self._look,
            ("Runtime.runIfWaitingForDebugger", {}),
        ]
        return [self._post(method, params, session) for method, params in commands]

    def _decide(self, said: Mapping[str, Any], session: str) -> None:
        """Let a request go on, or fail."""
        frame = self._frames.address_of(said.get("frameId", ""))
        request = {"requestId": said["requestId"]}
        if self._network and is_allowed(said["request"]["url"], self._network, frame):
            self._post("Fetch.continueRequest", request, session)
        else:
            self._post("Fetch.failRequest", {**request, "errorReason": "BlockedByClient"}, session)

    async def _lack(self, frame: str, address: str) -> tuple[str, str]:
        """Return the sheet that a frame stands on, and what is said of it."""
        try:
            owner = await self._post("DOM.getFrameOwner", {"frameId": frame})
            node = await self._post("DOM.resolveNode", {"backendNodeId": owner["backendNodeId"]})
            asked = {
                "objectId": node["object"]["objectId"],
                "functionDeclaration": _OWNER.strip(),
                "returnByValue": True,
            }
            sheet, source = _value(await self._post("Runtime.callFunctionOn", asked))
        except BrowserError as error:
            if error.is_gone:
                raise
            sheet, source = "", ""
        return sheet, f"the frame {address if address != 'about:blank' else source}"

    def _post(
        self, method: str, params: Mapping[str, Any], session: str = ""
    ) -> asyncio.Future[dict[str, Any]]:
        return self._connection.post(method, params, session or self._session)


def _value(answer: Mapping[str, Any]) -> Any:
    """Return what a script returned.

    Raises:
        BrowserError: It failed.
    """
    if "exceptionDetails" in answer:
        thrown = answer["exceptionDetails"]
        raise BrowserError(str(thrown.get("exception", {}).get("description") or thrown.get("text")))
    return answer["result"].get("value")
