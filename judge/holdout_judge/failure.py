"""How a test says that the solution failed, and what of it a hidden test may tell."""

from __future__ import annotations

UNEXPECTED = "The answer is not the expected one."


class Failure(AssertionError):
    """An expectation that was not met.

    Parameters
    ----------
    message : what a visible test tells
    public : what a hidden test tells: never an input nor an expected value
    got, expected : the two in few words, where there are such
    """

    def __init__(
        self, message: str, public: str = UNEXPECTED, got: str | None = None, expected: str | None = None
    ) -> None:
        super().__init__(message)
        self.public, self.got, self.expected = public, got, expected


class OurFault(Exception):
    """A test or the reference is at fault, not the candidate."""
