"""Run JavaScript while compiling, shut off from files, network and time without end.

    context = ScriptContext()
    context.load("function twice(list) { return list.map(x => x * 2) }")
    context.call("twice", [1, 2])      [2, 4]

What goes in and comes out is JSON: the engine's own conversion of strings fails for some that were joined.
"""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING, Any

from deckc.dataclass import dataclass
from deckc.model.source import Value

if TYPE_CHECKING:
    import quickjs

_CALL = """(({parse, stringify}, {apply}) => function (path, json) {
  let owner, found = globalThis;
  for (const name of path.split(".")) [owner, found] = [found, found[name]];
  return stringify(apply(found, owner, parse(json))) ?? "null";
})(JSON, Reflect)"""
"""Scripts of others may put something else in the place of what it uses."""


_MOST_JOBS = 1_000_000


class ScriptError(Exception):
    """A script threw, does not parse, or went over a limit; the text is the engine's message."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a context may use."""

    memory_bytes: int = 512 << 20
    stack_bytes: int = 384 << 10
    """Less than the smallest stack that a thread has by default (512 KB, on macOS)."""
    time_s: float = 10.0
    """Processor time of the whole process, for each `load` and `call`."""


class ScriptContext:
    """A global scope of its own; to be used by the thread that made it."""

    def __init__(self, limits: Limits | None = None) -> None:
        import quickjs

        limits = limits or Limits()
        self._failures: type[Exception] = quickjs.JSException
        self._thread = threading.get_ident()
        self._context: quickjs.Context = quickjs.Context()
        self._context.set_memory_limit(limits.memory_bytes)
        self._context.set_max_stack_size(limits.stack_bytes)
        self._context.set_time_limit(limits.time_s)
        self._time_s = limits.time_s
        self._call = self._run(self._context.eval, _CALL)

    def load(self, script: str) -> None:
        """Run a script; what it declares stays.

        Raises:
            ScriptError: It threw, does not parse, or went over a limit.
        """
        # The value of the last statement may be a string that cannot be converted: void drops it.
        self._run(self._context.eval, f"{script}\n;void 0")

    def call(self, function: str, *arguments: Value) -> Value:
        """Return what a global function, or a method such as "katex.renderToString", returns.

        Raises:
            ScriptError: It threw, is no function, or went over a limit.
        """
        answer = self._run(self._call, function, json.dumps(arguments))
        try:
            result: Value = json.loads(answer)
        except (TypeError, ValueError, RecursionError) as error:
            raise ScriptError("what it returns cannot be read") from error
        return result

    def settle(self) -> None:
        """Run what promises have waiting, until nothing waits.

        Raises:
            ScriptError: It threw, or went over a limit.
        """
        began_s = time.thread_time()
        for _ in range(_MOST_JOBS):
            if not self._run(self._context.execute_pending_job):
                return
            if time.thread_time() - began_s > self._time_s:  # each job by itself may be short enough
                raise ScriptError("interrupted: promises wait for each other without end")
        raise ScriptError("promises wait for each other without end")

    def limit_time(self, time_s: float) -> None:
        """Set the processor time that each further call may take."""
        self._context.set_time_limit(time_s)
        self._time_s = time_s

    @property
    def is_of_this_thread(self) -> bool:
        """Return whether the calling thread may use it."""
        return threading.get_ident() == self._thread

    def _run(self, function: Any, *arguments: str) -> Any:
        if not self.is_of_this_thread:
            raise RuntimeError("a script context belongs to the thread that made it")
        try:
            return function(*arguments)
        except self._failures as error:
            raise ScriptError(str(error).partition("\n")[0]) from error
