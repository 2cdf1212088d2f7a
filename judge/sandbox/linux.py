"""The few Linux calls the jail needs and Python 3.11 does not offer, through the C library."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Sequence

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWPID, CLONE_NEWNET = 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
CAP_SYS_ADMIN = 21

_PR_CAPBSET_READ, _PR_CAPBSET_DROP, _PR_CAP_AMBIENT = 23, 24, 47
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _PR_SET_PDEATHSIG = 38, 22, 1
_SECCOMP_MODE_FILTER = 2
_CAPABILITY_VERSION_3 = 0x20080522
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_SYS_CAPSET = {"x86_64": 126, "aarch64": 91}

_libc = ctypes.CDLL(None, use_errno=True)


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


class _CapabilityHeader(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def current_core() -> int:
    """The core that the calling thread runs on."""
    return int(_libc.sched_getcpu())


def unshare(flags: int) -> None:
    _checked(_libc.unshare(flags), "unshare")


def setns(fd: int, kind: int) -> None:
    _checked(_libc.setns(fd, kind), "setns")


def mount_tmpfs(target: str, options: str, flags: int) -> None:
    _checked(_libc.mount(b"tmpfs", target.encode(), b"tmpfs", flags, options.encode()), f"mount on {target}")


def die_with_parent() -> None:
    _checked(_libc.prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0), "prctl")


def no_new_privileges() -> None:
    _checked(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")


def install_filter(program: bytes) -> None:
    """Puts the calling thread under a seccomp filter (an array of `struct sock_filter`)."""
    described = _Program(len(program) // 8, program)
    _checked(_libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(described), 0, 0), "seccomp")


def drop_bounding_set() -> None:
    """Gives up every capability for good, for this process and all it forks."""
    capability = 0
    while _libc.prctl(_PR_CAPBSET_READ, capability, 0, 0, 0) >= 0:
        _checked(_libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0), "prctl")
        capability += 1


def keep_capabilities(kept: Sequence[int]) -> None:
    """Makes the permitted and effective sets exactly `kept` and the inheritable and ambient sets empty."""
    _libc.prctl(_PR_CAP_AMBIENT, 4, 0, 0, 0)
    mask = sum(1 << capability for capability in kept)
    words = [mask & 0xFFFFFFFF, mask & 0xFFFFFFFF, 0, mask >> 32, mask >> 32, 0]
    header = _CapabilityHeader(_CAPABILITY_VERSION_3, 0)
    data = (ctypes.c_uint32 * 6)(*words)
    _checked(_libc.syscall(_SYS_CAPSET[os.uname().machine], ctypes.byref(header), data), "capset")


def landlock_version() -> int:
    """Version of Landlock in the running kernel; 0 where it has none."""
    return max(0, _libc.syscall(_LANDLOCK_CREATE, None, 0, 1))


def landlock(readable: Sequence[str], writable: Sequence[str]) -> None:
    """Restricts the process, for good, to reading below `readable` and to all but devices below `writable`.

    Everything else in the file system is out of reach, whatever the user may do.
    """
    version = landlock_version()
    handled = (1 << 13) - 1  # execute, read, write, list, make and remove: version 1
    handled |= (1 << 13 if version >= 2 else 0) | (1 << 14 if version >= 3 else 0) | (1 << 15 if version >= 5 else 0)
    read_only = (1 << 2) | (1 << 3)
    attributes = (ctypes.c_uint64 * 1)(handled)
    ruleset = _checked(_libc.syscall(_LANDLOCK_CREATE, attributes, 8, 0), "landlock")
    try:
        for paths, allowed in ((readable, read_only), (writable, handled & ~1)):
            for path in paths:
                _allow_beneath(ruleset, path, allowed)
        no_new_privileges()
        _checked(_libc.syscall(_LANDLOCK_RESTRICT, ruleset, 0), "landlock")
    finally:
        os.close(ruleset)


def _allow_beneath(ruleset: int, path: str, allowed: int) -> None:
    if not os.path.exists(path):
        return
    if not os.path.isdir(path):
        allowed &= (1 << 1) | (1 << 2) | (1 << 14)
    parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _PathBeneath(allowed, parent)
        _checked(_libc.syscall(_LANDLOCK_ADD, ruleset, 1, ctypes.byref(rule), 0), "landlock")
    finally:
        os.close(parent)
