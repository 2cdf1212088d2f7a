"""How a forked child is shut in, by tier.

full     new pid, mount, ipc and uts namespaces; a tmpfs of its own; no /proc; no capability; seccomp; limits
reduced  no namespaces: a session of its own, Landlock for files where the kernel has it (else no file can be opened),
         seccomp, limits
none     limits only; children are processes started afresh, see `nursling`

The network namespace is the zygote's (empty, from bubblewrap): a child can create no socket but a connected pair, so
one of its own would add nothing and costs more than all the others together.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import resource
import sys
from typing import NamedTuple

from sandbox import seccomp

if sys.platform == "linux":
    from sandbox import linux

_HERE = os.path.dirname(__file__)
# This folder, but not the harness beside it; the loader and what libraries it may still load.
_READABLE = [*(path for path in sys.path if path != os.path.dirname(_HERE)), _HERE]
_READABLE += ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"]
PIPE_FD = 3
_ABOVE_FDS = 64  # where a descriptor is in no other's way
_SCRATCH = "/tmp"
_SCRATCH_OPTIONS = "size=16m,nr_inodes=1024,mode=0700"
_MB = 1 << 20
_SLACK_MB = 96  # BLAS and thread buffers that every numerical program maps, whatever its data
_MAX_FILES = 64
_MAX_THREADS = 256
_MAX_PROCESSES = 700
_MAX_FILE_BYTES = 16 * _MB
_MAX_CPU_S = 300  # far above any time limit: the last resort when nobody watches


class Base(NamedTuple):
    """What a child inherits from the zygote, in bytes; limits count from here."""

    address_space: int
    data: int
    rss: int


def memory_now() -> Base:
    """Memory of this process as the kernel counts it."""
    try:
        with open("/proc/self/statm") as file:
            size, resident, _, _, _, data, _ = (int(n) * os.sysconf("SC_PAGE_SIZE") for n in file.read().split())
        return Base(size, data, resident)
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return Base(0, 0, peak * (1 if sys.platform == "darwin" else 1024))


class Nursery:
    """Forks children and shuts them in; made once in the zygote, after its imports."""

    def __init__(self, tier: str) -> None:
        self.tier = tier
        self.base = memory_now()
        self.files_closed = tier == "reduced" and linux.landlock_version() == 0
        self.filter = seccomp.for_this_machine(files_closed=self.files_closed) if tier != "none" else None
        if tier != "none" and self.filter is None:
            raise OSError("no seccomp filter for this machine")
        if tier == "full":
            self._own_pids = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
            _bound_processes()
            # Children inherit these mounts: no process, memory map, kernel setting or device is to be read in the jail.
            for path in filter(os.path.exists, ("/proc", "/dev")):
                linux.mount_tmpfs(path, "size=4k,nr_inodes=1,mode=0555", linux.MS_RDONLY | linux.MS_NOSUID)
            linux.drop_bounding_set()
            linux.keep_capabilities([linux.CAP_SYS_ADMIN])

    def fork(self) -> int:
        """As `os.fork`; in tier full the child leads a new pid namespace, and all its threads die with it."""
        if self.tier != "full":
            return os.fork()
        linux.unshare(linux.CLONE_NEWPID)
        try:
            pid = os.fork()
        except OSError:
            linux.setns(self._own_pids, linux.CLONE_NEWPID)
            raise
        if pid:
            linux.setns(self._own_pids, linux.CLONE_NEWPID)
        return pid

    def separate(self) -> None:
        """Gives the calling process its own view of the system; no submission is known yet."""
        if self.tier == "full":
            linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWIPC | linux.CLONE_NEWUTS)
            linux.mount_tmpfs(_SCRATCH, _SCRATCH_OPTIONS, linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC)
            os.chdir(_SCRATCH)
        elif sys.platform == "linux":
            linux.die_with_parent()

    def restrict(self) -> None:
        """Takes away, for good, whatever a submission must not have; descriptors are arranged already.

        Memory alone is bounded later, by `limit_memory`: how much is allowed depends on the submission.
        """
        if self.tier != "full":
            os.setsid()
        limit_resources(own_processes=self.tier == "full")
        if self.filter is None:
            return
        linux.keep_capabilities([])
        if self.tier == "reduced" and not self.files_closed:
            linux.landlock(_READABLE, [])
        linux.no_new_privileges()
        linux.install_filter(seccomp.with_pid(self.filter, os.getpid()))


def _bound_processes() -> None:
    """Bounds the threads of all children together, which no rlimit does for root.

    Since Linux 6.14 each pid namespace has its own `pid_max`; before, the file is the whole machine's: not touched.
    """
    release = [int(part) for part in re.findall(r"\d+", os.uname().release)[:2]]
    if release >= [6, 14]:
        with contextlib.suppress(OSError), open("/proc/sys/kernel/pid_max", "w") as file:
            file.write(str(_MAX_PROCESSES))


def arrange_descriptors(pipe: int, output: int) -> None:
    """Leaves exactly: 0 an input at its end, 1 and 2 the output, 3 the pipe."""
    ended, write = os.pipe()  # a null device would be the host's own, open to whoever owns it
    os.close(write)
    ended, output, pipe = (fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, _ABOVE_FDS) for fd in (ended, output, pipe))
    os.dup2(ended, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.dup2(pipe, PIPE_FD)
    os.closerange(PIPE_FD + 1, os.sysconf("SC_OPEN_MAX"))


def limit_resources(*, own_processes: bool) -> None:
    """Sets what the kernel itself enforces. No single limit is relied on alone.

    `own_processes`: the user's other processes do not count against this one's threads.
    """
    wanted = {
        "RLIMIT_NOFILE": _MAX_FILES,
        "RLIMIT_FSIZE": _MAX_FILE_BYTES,
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": _MAX_CPU_S,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_MEMLOCK": 0,
    }
    if own_processes:
        wanted["RLIMIT_NPROC"] = _MAX_THREADS
    _set_limits(wanted)


def limit_memory(base: Base, memory_mb: int) -> None:
    """Bounds the memory of this process, for good, to `memory_mb` above what it had from the zygote."""
    allowed = (memory_mb + _SLACK_MB) * _MB
    if base.address_space:
        _set_limits({"RLIMIT_AS": base.address_space + allowed, "RLIMIT_DATA": base.data + allowed})


def _set_limits(wanted: dict[str, int]) -> None:
    for name, value in wanted.items():
        which = getattr(resource, name, None)
        if which is not None:
            _, hard = resource.getrlimit(which)
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            try:
                resource.setrlimit(which, (value, value))
            except (ValueError, OSError):
                if sys.platform == "linux":
                    raise
