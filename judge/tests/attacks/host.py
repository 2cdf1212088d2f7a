"""The host as seen from outside: servers, secrets and markers as bait, and watches over processes, memory and files."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import sysconfig
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

JUDGE = Path(__file__).resolve().parents[2]
_MB = 1 << 20


class Host:
    """Bait for submissions in `folder`, and what became of it.

    Attributes
    ----------
    token : a secret that no submission may ever say
    facts : what submissions are told, as the argument of `attack`
    visits : what arrived at a server that no submission may reach
    """

    def __init__(self, folder: Path, problem: Path) -> None:
        self.token = f"holdout-secret-{secrets.token_hex(8)}"
        self.visits: list[str] = []
        self.secret, self.marker = folder / "secret.txt", folder / "marker"
        self.secret.write_text(self.token)
        name = secrets.token_hex(6)
        self._sockets = {
            "tcp": self._serve(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            "udp": self._serve(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            "unix": self._serve(socket.AF_UNIX, socket.SOCK_STREAM, str(folder / "socket")),
            "abstract": self._serve(socket.AF_UNIX, socket.SOCK_STREAM, f"\0holdout-{name}"),
            "abstract-datagram": self._serve(socket.AF_UNIX, socket.SOCK_DGRAM, f"\0holdout-{name}-datagram"),
        }
        self.facts: dict[str, Any] = {
            "secret": str(self.secret), "marker": str(self.marker), "problem": str(problem), "judge": str(JUDGE),
            "site": sysconfig.get_path("purelib"), "home": str(Path.home()), "pid": os.getpid(),
            "tcp": self._sockets["tcp"].getsockname()[1], "udp": self._sockets["udp"].getsockname()[1],
            "unix": str(folder / "socket"), "abstract": f"holdout-{name}",
            "abstract-datagram": f"holdout-{name}-datagram",
        }  # fmt: skip
        self._before = self._state()

    def environment(self) -> dict[str, str]:
        """What the supervisor's environment gets: the facts for the tests, and a secret to find there."""
        return {"HOLDOUT_PROBE": json.dumps(self.facts), "HOLDOUT_API_KEY": self.token}

    def touched(self) -> list[str]:
        """What a submission managed, as seen from outside."""
        found = [f"a server was reached: {visit}" for visit in self.visits]
        if self.marker.exists():
            found.append("the marker was written")
        before, self._before = self._before, self._state()  # so that a change is laid to one submission only
        both = before.keys() | self._before.keys()
        return found + [f"changed: {path}" for path in both if before.get(path) != self._before.get(path)]

    def close(self) -> None:
        """Takes the servers down."""
        for sock in self._sockets.values():
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()

    def _serve(self, family: int, kind: int, place: Any) -> socket.socket:
        sock = socket.socket(family, kind)
        sock.bind(place)
        if kind == socket.SOCK_STREAM:
            sock.listen()
        threading.Thread(target=self._count, args=(sock, kind, repr(place)), daemon=True).start()
        return sock

    def _count(self, sock: socket.socket, kind: int, place: str) -> None:
        while True:
            try:
                if kind == socket.SOCK_STREAM:
                    sock.accept()[0].close()
                    self.visits.append(place)
                elif sock.recv(100):
                    self.visits.append(place)
                else:
                    return
            except OSError:
                return

    def _state(self) -> dict[str, tuple[int, ...]]:
        """Sizes, times and modes of what submissions may not touch."""
        site = Path(self.facts["site"])
        places = [Path("/dev/null"), Path("/dev/urandom"), self.secret, Path.home(), site / "numpy"]
        places += [*(site / "numpy").glob("*.py"), *Path(self.facts["problem"]).glob("*.py")]
        places += [*site.glob("*custom*"), *site.glob("*.pth"), *site.glob("*.py")]
        found = {}
        for path in places:
            seen = path.stat()
            times = () if path.is_char_device() or path == Path.home() else (seen.st_size, seen.st_mtime_ns)
            found[str(path)] = (seen.st_mode, *times)
        return found


class Watch:
    """Looks at all processes below one, often, in a thread: how many, how much memory, which still live."""

    def __init__(self, root: int) -> None:
        self.root = root
        self.seen: dict[int, str] = {}
        self.peak_mb = 0.0
        self.peak_threads = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def reset(self) -> None:
        """Forgets the peaks."""
        self.peak_mb, self.peak_threads = 0.0, 0

    def survivors(self) -> list[int]:
        """Processes that were seen below the root and still live."""
        self._stop.set()
        self._thread.join()
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline:
            alive = [pid for pid, start in self.seen.items() if _start(pid) == start]
            if not alive:
                return []
            time.sleep(0.02)
        return alive

    def _look(self) -> None:
        while not self._stop.wait(0.02):
            self.look()

    def look(self) -> None:
        """Looks once."""
        megabytes, threads = 0.0, 0
        for pid in descendants(self.root):
            with contextlib.suppress(OSError, ValueError, IndexError):
                fields = _stat(pid)
                self.seen[pid] = fields[19]
                threads += int(fields[17])
                megabytes += _private_mb(pid)
        self.peak_mb, self.peak_threads = max(self.peak_mb, megabytes), max(self.peak_threads, threads)


def descendants(root: int) -> Iterator[int]:
    """The process and all below it."""
    yield root
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{root}/task"):
            with open(f"/proc/{root}/task/{task}/children") as file:
                for pid in file.read().split():
                    yield from descendants(int(pid))


def _stat(pid: int) -> list[str]:
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(")")[2].split()


def _start(pid: int) -> str | None:
    try:
        return _stat(pid)[19] if _stat(pid)[0] != "Z" else None
    except OSError:
        return None


def _private_mb(pid: int) -> float:
    """Resident memory that is not a file's: anonymous and shared memory."""
    with open(f"/proc/{pid}/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    return sum(int(lines.get(name, "0 kB").split()[0]) for name in ("RssAnon", "RssShmem")) / 1024
