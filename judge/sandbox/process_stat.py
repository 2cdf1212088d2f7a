"""CPU time and memory of another process, as its kernel counts them."""

from __future__ import annotations

import subprocess
import sys
import time

_CPUCLOCK_SCHED = 2


def cpu_seconds(pid: int) -> float:
    """CPU seconds of a process so far, all threads; raises OSError when it is gone."""
    if sys.platform == "linux":
        return time.clock_gettime((~pid << 3) | _CPUCLOCK_SCHED)
    text = _ps(pid, "time")
    if not text:
        raise ProcessLookupError(pid)
    seconds = 0.0
    for part in text.replace("-", ":").split(":"):  # [[days-]hours:]minutes:seconds.hundredths
        seconds = seconds * 60 + float(part)
    return seconds


def memory_bytes(pid: int, field: str) -> int:
    """A field of /proc/PID/status (VmRSS, VmHWM) in bytes, resident memory elsewhere; 0 when the process is gone."""
    if sys.platform != "linux":
        text = _ps(pid, "rss")
        return int(text) * 1024 if text else 0
    try:
        with open(f"/proc/{pid}/status") as lines:
            return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(field)), 0)
    except OSError:
        return 0


def threads(pid: int) -> int:
    """Number of threads of a process; 1 where this is not told."""
    try:
        with open(f"/proc/{pid}/status") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("Threads:")), 1)
    except OSError:
        return 1


def waited_seconds(pid: int) -> float:
    """Seconds that a process (its first thread) was ready to run and waited for a core; 0 where this is not counted."""
    try:
        with open(f"/proc/{pid}/schedstat") as file:
            return int(file.read().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def _ps(pid: int, field: str) -> str:
    return subprocess.run(["/bin/ps", "-o", f"{field}=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
