"""The seccomp filter of a child: an allow-list compiled to classic BPF.

`python judge/sandbox/seccomp.py OUTDIR` writes one `<architecture>.bpf` each at set-up, to look at or load elsewhere;
the zygote compiles the same in memory in a millisecond, so that a stale file can never be in force. The calls are
looked up by binary search, so that installing and running the filter stay cheap.
The caller's own pid is known only after the fork: `with_pid` puts it in.
"""

from __future__ import annotations

import errno
import platform
import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from sandbox.syscalls import ARCHITECTURES, TABLE

PID_PLACE = 0x7FFFFFF7
_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32_BIT = 0x40000000
_FIRST_RECENT = 424  # newer calls have a fallback in the C library, which it takes on ENOSYS
_CLONE3 = 435

_LOAD, _AND, _JUMP, _RETURN = 0x20, 0x54, 0x05, 0x06
_IF_EQUAL, _IF_AT_LEAST = 0x15, 0x35
_ALLOW, _ERRNO, _KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
_NR, _ARCH, _ARGS = 0, 4, 16

# Calls that reach a file by its path, for kernels where nothing else keeps files apart.
_OPENING = [
    "open",
    "openat",
    "creat",
    "truncate",
    "mkdir",
    "mkdirat",
    "rmdir",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "readlink",
    "readlinkat",
]

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, constant


class Condition(NamedTuple):
    """Allow when the low word of an argument, masked, is one of `values`; else fail with `error`.

    The kernel reads all these arguments as 32-bit, but for pointers (`wide`), which must be zero in both words.
    """

    argument: int
    values: tuple[int, ...]
    mask: int = 0xFFFFFFFF
    error: int = errno.EPERM
    wide: bool = False


_CLONE_THREAD, _CLONE_NEW_AND_PTRACE = 0x00010000, 0x7E022000
CONDITIONS: dict[str, Condition] = {
    # A new thread of this process, in no new namespace.
    "clone": Condition(0, (_CLONE_THREAD,), mask=_CLONE_THREAD | _CLONE_NEW_AND_PTRACE),
    "kill": Condition(0, (PID_PLACE,)),
    "tgkill": Condition(0, (PID_PLACE,)),
    "prlimit64": Condition(0, (0,)),
    # FIONREAD, FIONBIO, FIOCLEX, FIONCLEX, TCGETS, TIOCGWINSZ
    "ioctl": Condition(1, (0x541B, 0x5421, 0x5451, 0x5450, 0x5401, 0x5413), error=errno.ENOTTY),
    # PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_GET_SECCOMP, PR_GET_NO_NEW_PRIVS, PR_SET_VMA
    "prctl": Condition(0, (15, 16, 3, 21, 39, 0x53564D41)),
    # no F_SETOWN, F_SETSIG, F_NOTIFY, F_SETPIPE_SZ, no locks: they signal others, pin kernel memory or block the host
    "fcntl": Condition(1, (0, 1, 2, 3, 4, 1030, 1032)),
    "socketpair": Condition(0, (1,)),  # AF_UNIX
    "sendto": Condition(4, (0,), wide=True),  # no address: a datagram pair could reach a host's socket
}  # fmt: skip


def numbers(architecture: str) -> dict[str, int]:
    """Allowed calls that the architecture has, by name."""
    column = 1 + ARCHITECTURES.index(architecture)
    lines = [line for line in TABLE.splitlines() if not line.startswith("#")]
    rows = [entry.split(":") for line in lines for entry in line.split()]
    return {row[0]: int(row[column]) for row in rows if row[column] != "-"}


def compile_filter(architecture: str, without: Sequence[str] = ()) -> bytes:
    """The filter as an array of `struct sock_filter`, with `PID_PLACE` where the child's pid belongs."""
    actions: dict[int, list[Instruction]] = {}
    for name, number in numbers(architecture).items():
        if name in without:
            continue
        actions[number] = _check(CONDITIONS[name]) if name in CONDITIONS else [(_RETURN, 0, 0, _ALLOW)]
    program: list[Instruction] = [
        (_LOAD, 0, 0, _ARCH),
        (_IF_EQUAL, 1, 0, _AUDIT[architecture]),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_LOAD, 0, 0, _NR),
    ]
    if architecture == "x86_64":
        program += [(_IF_AT_LEAST, 0, 1, _X32_BIT), (_RETURN, 0, 0, _KILL_PROCESS)]
    program += _search(_ranges(actions))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in program)


def with_pid(program: bytes, pid: int) -> bytes:
    """The program with the child's pid in place."""
    return program.replace(struct.pack("=I", PID_PLACE), struct.pack("=I", pid))


def for_this_machine(*, files_closed: bool = False) -> bytes | None:
    """The filter for the running kernel, or None where its architecture has none; `files_closed`: no file is opened."""
    architecture = {"arm64": "aarch64", "AMD64": "x86_64"}.get(platform.machine(), platform.machine())
    return (
        compile_filter(architecture, _OPENING if files_closed else ())
        if sys.platform == "linux" and architecture in ARCHITECTURES
        else None
    )


def _check(condition: Condition) -> list[Instruction]:
    low = _ARGS + 8 * condition.argument
    refused = (_RETURN, 0, 0, _ERRNO | condition.error)
    block: list[Instruction] = []
    if condition.wide:
        block += [(_LOAD, 0, 0, low + 4), (_IF_EQUAL, 1, 0, 0), refused]
    block.append((_LOAD, 0, 0, low))
    if condition.mask != 0xFFFFFFFF:
        block.append((_AND, 0, 0, condition.mask))
    for value in condition.values:
        block += [(_IF_EQUAL, 0, 1, value), (_RETURN, 0, 0, _ALLOW)]
    return [*block, refused]


def _ranges(actions: dict[int, list[Instruction]]) -> list[tuple[int, list[Instruction]]]:
    """First number and action of each run of calls treated alike, from 0 upwards."""
    found: list[tuple[int, list[Instruction]]] = []
    for number in range(max(max(actions), _CLONE3, _FIRST_RECENT) + 2):
        error = errno.ENOSYS if number >= _FIRST_RECENT else errno.EPERM
        action = actions.get(number, [(_RETURN, 0, 0, _ERRNO | error)])
        if not found or found[-1][1] != action:
            found.append((number, action))
    return found


def _search(ranges: Sequence[tuple[int, list[Instruction]]]) -> list[Instruction]:
    if len(ranges) == 1:
        return ranges[0][1]
    middle = len(ranges) // 2
    below, above = _search(ranges[:middle]), _search(ranges[middle:])
    return [(_IF_AT_LEAST, 0, 1, ranges[middle][0]), (_JUMP, 0, 0, len(below)), *below, *above]


def main(directory: Path) -> None:
    """Writes the filters of all architectures into `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    for architecture in ARCHITECTURES:
        (directory / f"{architecture}.bpf").write_bytes(compile_filter(architecture))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
