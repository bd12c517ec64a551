"""A thread of its own for the embedded engine: components inside components need more stack than others have.

    worker = ScriptWorker()
    worker.run(lambda: context.call("deckcRender", ...))

A script context belongs to the thread that made it, so that everything Vue does is done here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_Result = TypeVar("_Result")
_STACK_BYTES = 32 << 20
ENGINE_STACK_BYTES = 8 << 20
"""What scripts may use of it: sixty components inside each other take 2 MB."""


class ScriptWorker:
    """One thread, started when first needed."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    def run(self, work: Callable[[], _Result]) -> _Result:
        """Return what `work` returns when the thread calls it; raise what it raises."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="deckc-vue")
            before = threading.stack_size(_STACK_BYTES)
            try:
                self._pool.submit(lambda: None).result()
            finally:
                threading.stack_size(before)
        return self._pool.submit(work).result()
