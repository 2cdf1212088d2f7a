"""The canaries' attacks, run as a submission. Each returns whether the attack succeeded; errors count as held."""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import os
import signal
import socket
import sys


def reads_host_file(path: str) -> bool:
    with open(path) as file:
        return bool(file.read())


def writes(directories: list[str], name: str) -> bool:
    """Leaves a file in each directory that allows it; whether one reached the host, the host looks."""
    for directory in directories:
        with contextlib.suppress(OSError):
            os.close(os.open(os.path.join(directory, name), os.O_CREAT | os.O_WRONLY))
    return False


def forks() -> bool:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return True


def executes() -> bool:
    os.waitpid(os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {}), 0)
    return True


def connects(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        return True


def makes_socket() -> bool:
    for family in (socket.AF_UNIX, socket.AF_INET, getattr(socket, "AF_NETLINK", socket.AF_INET6)):
        with contextlib.suppress(OSError):
            socket.socket(family, socket.SOCK_DGRAM).close()
            return True
    return False


def traces(pid: int) -> bool:
    """Seizes a process beside us; seizing does not stop it, and ends when we do."""
    seize = 0x4206
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.ptrace(seize, target, None, None) == 0 for target in {pid, os.getppid()} - {0})


def signals(pid: int) -> bool:
    """Reaches the zygote or any process beside us; asks with signal 0, which harms nobody."""
    for target in {pid, os.getppid()} - {0, os.getpid()}:
        with contextlib.suppress(OSError):
            os.kill(target, 0)
            return True
    return False


def sees_processes() -> bool:
    return any(name.isdigit() and int(name) != os.getpid() for name in os.listdir("/proc"))


def allocates(megabytes: int) -> bool:
    """Takes private memory, then shared memory, and touches every page."""
    try:
        size = megabytes << 20
        held = [bytearray(size), mmap.mmap(-1, size)]
        held[1].write(bytes(size))
    except (MemoryError, OSError):
        return False
    return True


def hangs() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        pass
