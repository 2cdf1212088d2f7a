"""The jailed children that serve one submission, one after another, and what they used together."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.client import Solution, SolutionDied


class Children:
    """Makes a child when one is needed and counts what each used.

    Parameters
    ----------
    make : spawns a child with the submission not yet loaded
    load : loads the submission into it; raises what the submission raises
    output_bytes : how much of the output is kept

    Attributes
    ----------
    deaths : how many died, or spoke nonsense
    printed : output that may be shown
    """

    def __init__(self, make: Callable[[], Solution], load: Callable[[Solution], None], output_bytes: int) -> None:
        self._make, self._load = make, load
        self._output_bytes = output_bytes
        self._current: Solution | None = None
        self._heard = 0
        self.deaths, self.cpu_s, self.peak_bytes = 0, 0.0, 0
        self.printed = b""

    def get(self) -> Solution:
        """The child at hand, or a fresh one."""
        if self._current is None:
            self._current, self._heard = self._make(), 0
            try:
                self._load(self._current)
            finally:
                self.last_words(shown=True)
        return self._current

    def renew(self) -> Solution:
        """A fresh child in the place of the one at hand."""
        self.close()
        return self.get()

    def bury(self, shown: bool) -> None:
        """The child died, or speaks nonsense: the next test gets a fresh one."""
        self.last_words(shown)
        self.deaths += 1
        self.close()

    def hear(self, shown: bool) -> None:
        """Takes what was printed since; raises SolutionDied where that is too much. A hidden test's is not shown."""
        if self._current is not None:
            output = self._current.stdout()
            if shown:
                self.printed = (self.printed + output[self._heard :])[: self._output_bytes]
            self._heard = len(output)

    def close(self) -> None:
        """Ends the child at hand, if any."""
        if self._current is None:
            return
        child, self._current = self._current, None
        usage = child.close()
        self.cpu_s += usage.cpu_s
        self.peak_bytes = max(self.peak_bytes, usage.peak_rss_bytes)

    def last_words(self, shown: bool) -> None:
        """As `hear`, of a child that may be dead."""
        try:
            self.hear(shown)
        except SolutionDied:
            return
