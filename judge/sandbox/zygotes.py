"""The zygotes of one supervisor: one a library tier, started when first needed and replaced when gone."""

from __future__ import annotations

import socket

from sandbox import tiers
from sandbox.outcome import SandboxLost

_SERVES = {"python": "numpy"}  # the numpy zygote serves plain Python too


class Zygotes:
    """Zygotes at one tier of isolation.

    Parameters
    ----------
    isolation : "full", "reduced" or "none"
    """

    def __init__(self, isolation: str) -> None:
        self.isolation = isolation
        self.running: dict[str, tiers.Zygote] = {}

    def adopt(self, library_tier: str, zygote: tiers.Zygote) -> None:
        """Takes over a zygote that is running already."""
        self.running[library_tier] = zygote

    def session(self, tier: str) -> socket.socket:
        """A connection for one checker; raises OSError when the tier cannot be had."""
        name = _SERVES.get(tier, tier)
        if name not in tiers.LIBRARIES:
            raise OSError(f"there is no tier {tier!r}")
        for _ in range(2):
            if name not in self.running or self.running[name].process.poll() is not None:
                self.forget(name)
                self.running[name] = tiers.start(self.isolation, name)
            try:
                return self.running[name].session()
            except SandboxLost:
                self.forget(name)
        raise OSError("the sandbox does not stay alive")

    def forget(self, name: str) -> None:
        """Drops a zygote that is gone or must go."""
        zygote = self.running.pop(name, None)
        if zygote is not None:
            zygote.stop()

    def replace(self, name: str) -> None:
        """Starts a zygote in place of one that died, before the next submission asks for it."""
        self.forget(name)
        self.running[name] = tiers.start(self.isolation, name)

    def stop(self) -> None:
        """Ends all zygotes and whatever they hold."""
        for name in list(self.running):
            self.forget(name)
