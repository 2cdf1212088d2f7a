"""Which tier of isolation holds on this machine.

Small attacks are tried at start-up; the highest tier that withstands them all is taken.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sandbox import client, tiers
from sandbox.frames import WireError
from sandbox.outcome import Forbidden, Limits, SandboxLost, SolutionDied, SolutionError

_LIMITS = Limits(call_time_s=5.0, memory_mb=64, output_bytes=1 << 16)
_BEYOND_MB = 512
_HANG_S = 0.05
_FAKED_BY_LOAD = {"start", "hang", "memory", "alive"}
_FAILED = (SolutionError, SolutionDied, WireError, Forbidden)

Call = tuple[str, tuple[Any, ...]]


class Held(NamedTuple):
    """The chosen tier, what each canary found there, its numpy zygote, running, and why no higher tier was taken."""

    tier: str
    canaries: dict[str, bool]
    zygote: tiers.Zygote
    reasons: list[str]


def choose(forced: str | None) -> Held:
    """The highest tier all of whose canaries hold; `forced` names one instead. Raises OSError when none starts."""
    if forced and forced not in tiers.TIERS:
        raise OSError(f"HOLDOUT_SANDBOX must be one of {', '.join(tiers.TIERS)}")
    reasons: list[str] = []
    for tier in [forced] if forced else tiers.TIERS:
        try:
            zygote = tiers.start(tier, "numpy")
        except OSError as error:
            reasons.append(f"{tier}: {error}")
            continue
        canaries = _probed(zygote, reasons)
        if _only_slow(canaries):
            zygote.stop()
            zygote = tiers.start(tier, "numpy")
            canaries = _probed(zygote, reasons)
        fallen = [name for name, held in canaries.items() if not held]
        if not fallen or tier in (forced, "none"):
            return Held(tier, canaries, zygote, reasons)
        reasons.append(f"{tier}: {', '.join(fallen)} not held")
        zygote.stop()
    raise OSError("; ".join(reasons))


def _probed(zygote: tiers.Zygote, reasons: list[str]) -> dict[str, bool]:
    try:
        return probe(zygote)
    except SandboxLost as error:
        reasons.append(f"{error}")
        return {"start": False}


def _only_slow(canaries: dict[str, bool]) -> bool:
    """Whether nothing fell but what a busy machine can fake: such a tier is tried once more before it is given up."""
    fallen = {name for name, held in canaries.items() if not held}
    return bool(fallen) and fallen <= _FAKED_BY_LOAD


def probe(zygote: tiers.Zygote) -> dict[str, bool]:
    """Runs every canary against a zygote: name and whether the sandbox held."""
    with _targets() as (secret, port):
        places = [*filter(os.path.isabs, sys.path), str(Path(secret).parent), "/", "/tmp", "/var/tmp", "/dev/shm"]
        mark = f".holdout-canary-{secrets.token_hex(8)}"
        attacks: dict[str, Call] = {
            "host-file": ("reads_host_file", (secret,)),
            "own-source": ("reads_host_file", (str(Path(__file__).parents[1] / "supervisor.py"),)),
            "write": ("writes", (places, mark)),
            "fork": ("forks", ()),
            "exec": ("executes", ()),
            "connect": ("connects", (port,)),
            "socket": ("makes_socket", ()),
            "trace": ("traces", (zygote.process.pid,)),
            "kill": ("signals", (zygote.process.pid,)),
            "processes": ("sees_processes", ()),
        }
        with contextlib.closing(zygote.session()) as session:
            found = _run_all(session, attacks)
            found["memory"] = _holds(session, ("allocates", (_BEYOND_MB,)))
            found["hang"] = _ends_a_hang(session)
        found["write"] = not _removed([Path(place) / mark for place in places])
        found["alive"] = zygote.process.poll() is None
    return found


def _removed(paths: list[Path]) -> list[Path]:
    """The files that an attack left on the host, removed now."""
    found = [path for path in paths if path.exists()]
    for path in found:
        path.unlink(missing_ok=True)
    return found


@contextlib.contextmanager
def _targets() -> Iterator[tuple[str, int]]:
    """A file of the host's that anybody may read, and a port that answers."""
    with tempfile.TemporaryDirectory() as directory, socket.create_server(("127.0.0.1", 0)) as server:
        os.chmod(directory, 0o755)
        secret = Path(directory) / "secret"
        secret.write_text("secret")
        yield str(secret), server.getsockname()[1]


def _run_all(session: socket.socket, attacks: dict[str, Call]) -> dict[str, bool]:
    """All attacks in one child; after a death, the rest in a fresh one."""
    found: dict[str, bool] = {}
    solution = _loaded(session)
    for name, (function, args) in attacks.items():
        try:
            found[name] = solution.call((None, function), args, {}, _LIMITS.call_time_s) is not True
        except _FAILED as error:
            found[name] = True
            if isinstance(error, SolutionDied):
                solution.close()
                solution = _loaded(session)
    solution.close()
    return found


def _holds(session: socket.socket, call: Call) -> bool:
    return _run_all(session, {"": call})[""]


def _ends_a_hang(session: socket.socket) -> bool:
    solution = _loaded(session)
    try:
        solution.call((None, "hangs"), (), {}, _HANG_S)
    except SolutionDied as error:
        return error.kind == "time-limit"
    except _FAILED:
        return False
    finally:
        solution.close()
    return False


def _loaded(session: socket.socket) -> client.Solution:
    solution = client.spawn(session, _LIMITS)
    solution.load(Path(__file__).with_name("probes.py").read_text(), [], 0)
    return solution
