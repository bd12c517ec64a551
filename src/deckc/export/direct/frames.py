"""The frames of a page, as its browser tells of them: where each is, and whether it still loads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckc.dataclass import dataclass


@dataclass(slots=True)
class Frame:
    """A frame in a page."""

    parent: str
    """The frame that holds it; "" for the page's own."""
    address: str = "about:blank"
    is_loading: bool = False


class Frames:
    """All frames of a page, its own among them, by the browser's names for them."""

    def __init__(self, main: str) -> None:
        self._main = main
        self._frames = {main: Frame("")}

    def hear(self, event: str, said: Mapping[str, Any]) -> None:
        """Take note of an event of the protocol's domain Page."""
        match event:
            case "Page.frameAttached":
                self._frames[said["frameId"]] = Frame(said["parentFrameId"])
            case "Page.frameNavigated":
                frame = said["frame"]
                known = self._frames.setdefault(frame["id"], Frame(frame.get("parentId", "")))
                known.address = frame["url"]
            case "Page.frameStartedLoading" | "Page.frameStoppedLoading":
                if said["frameId"] in self._frames:
                    self._frames[said["frameId"]].is_loading = event == "Page.frameStartedLoading"
            case "Page.frameDetached" if said.get("reason") != "swap":  # it goes on in another process
                self._frames.pop(said["frameId"], None)

    def address_of(self, frame: str) -> str:
        """Return where a frame is; "" for the page's own and what is not known."""
        known = self._frames.get(frame)
        return known.address if known and frame != self._main else ""

    def loading(self) -> list[tuple[str, str]]:
        """Return names and addresses of the frames in the page that have not loaded."""
        return [
            (name, frame.address)
            for name, frame in self._frames.items()
            if frame.parent == self._main and frame.is_loading
        ]
