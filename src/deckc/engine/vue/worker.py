"""A thread of its own for the embedded engine: components inside components need more stack than others have.

    worker = ScriptWorker()
    worker.run(lambda: context.call("deckcRender", ...))

A script context belongs to the thread that made it, so that everything Vue does is done here. What the engine itself
cannot interrupt (a function of its own over a list without end) is left behind with its thread, and a new one begun.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from deckc.engine.script import ScriptError

if TYPE_CHECKING:
    from concurrent.futures import Future
    from queue import SimpleQueue

_Result = TypeVar("_Result")
_STACK_BYTES = 32 << 20
ENGINE_STACK_BYTES = 8 << 20
"""What scripts may use of it: sixty components inside each other take 2 MB."""
_MOST_TIME_S = 15.0
"""Processor time: more than any limit of a script context."""
_LOOK_S = 0.5


class ScriptWorker:
    """One thread, started when first needed."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], None]] | None = None

    def run(self, work: Callable[[], _Result], time_s: float = _MOST_TIME_S) -> _Result:
        """Return what `work` returns when the thread calls it; raise what it raises.

        Raises:
            ScriptError: It used more than `time_s` of processor time, and goes on doing so where nobody waits for it.
        """
        from concurrent.futures import Future

        done: Future[_Result] = Future()
        self._queue().put(lambda: _settle(done, work))
        began_s = time.process_time()
        while True:
            try:
                return done.result(_LOOK_S)
            except TimeoutError:
                if not done.done() and time.process_time() - began_s > time_s:
                    self._waiting = None
                    raise ScriptError("interrupted") from None

    def _queue(self) -> SimpleQueue[Callable[[], None]]:
        if self._waiting is None:
            from queue import SimpleQueue

            self._waiting = SimpleQueue()
            before = threading.stack_size(_STACK_BYTES)
            try:  # a daemon: a thread that never ends must not keep the process
                threading.Thread(target=_serve, args=(self._waiting,), name="deckc-vue", daemon=True).start()
            finally:
                threading.stack_size(before)
        return self._waiting


def _serve(waiting: SimpleQueue[Callable[[], None]]) -> None:
    while True:
        waiting.get()()


def _settle(done: Future[_Result], work: Callable[[], _Result]) -> None:
    try:
        done.set_result(work())
    except BaseException as error:  # noqa: BLE001 - it is raised again where it is waited for
        done.set_exception(error)
