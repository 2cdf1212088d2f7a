"""Exhaustion of memory, descriptors and files. What it costs is watched from outside, see `host.Host`."""

from __future__ import annotations

from attacks import attack
from attacks.prelude import ctypes, libc, machine_code, mmap, os, sys, time

_MEMORY = ("memory-limit", "runtime-error")


@attack("memory-limit")
def heap(host):
    """Fill the heap with touched pages."""
    kept = []
    while len(kept) < 128:
        kept.append(bytearray(b"x") * (8 << 20))
    return "PWNED: a gigabyte of heap"


@attack("memory-limit")
def touched_zeros(host):
    """Fill NumPy arrays, whose zero pages count only once they are touched."""
    import numpy as np

    kept = []
    while len(kept) < 32:
        kept.append(np.zeros(4 << 20))
        kept[-1][::512] = 1
    return "PWNED: a gigabyte of arrays"


@attack()
def shared_mappings(host):
    """Map shared memory, which the limit on data does not count."""
    kept = []
    try:
        while len(kept) < 128:
            kept.append(mmap.mmap(-1, 8 << 20, mmap.MAP_SHARED | mmap.MAP_ANONYMOUS))
            kept[-1].write(b"x" * (8 << 20))
    except (OSError, MemoryError, ValueError):
        return None
    return "PWNED: a gigabyte of shared memory"


@attack()
def memory_files(host):
    """Keep memory in files without a name: memfd_create, memfd_secret, /dev/shm, O_TMPFILE."""
    taken = 0
    for make in (
        lambda: os.memfd_create("x"),
        lambda: os.open("/dev/shm/x", os.O_RDWR | os.O_CREAT),
        lambda: os.open("/tmp", os.O_RDWR | os.O_TMPFILE),
    ):
        try:
            while taken < 64:
                fd = make()
                os.write(fd, bytes(8 << 20))
                taken += 1
        except (OSError, MemoryError):
            continue
    return f"PWNED: {8 * taken} MB in files" if taken > 8 else None


@attack()
def fill_the_scratch_folder(host):
    """Fill the scratch folder, which is memory."""
    taken = 0
    for number in range(64):
        try:
            with open(f"/tmp/{number}", "wb") as file:
                taken += file.write(bytes(4 << 20))
        except OSError:
            continue
    return f"PWNED: {taken >> 20} MB" if taken > 64 << 20 else None


@attack()
def flood_of_inodes(host):
    """Make more files than anybody needs."""
    made = 0
    try:
        for number in range(20000):
            os.close(os.open(f"/tmp/{number}", os.O_CREAT | os.O_WRONLY))
            made += 1
    except OSError:
        pass
    return f"PWNED: {made} files" if made > 4000 else None


@attack()
def one_huge_file(host):
    """Make one file larger than the disk, sparse or not."""
    fd = os.open("/tmp/huge", os.O_CREAT | os.O_RDWR)
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    worked = []
    for name, run in {
        "sparse": lambda: os.ftruncate(fd, 1 << 40),
        "reserved": lambda: os.posix_fallocate(fd, 0, 1 << 30),
    }.items():
        try:
            run()
            worked.append(name)
        except OSError:
            continue
    return f"PWNED: {worked}" if worked else None


@attack()
def deep_folders(host):
    """Nest folders until paths are too long for whoever cleans up."""
    os.chdir("/tmp")
    try:
        for _ in range(20000):
            os.mkdir("d")
            os.chdir("d")
    except OSError:
        return None
    return "PWNED: 20000 levels"


@attack("memory-limit")
def multiplied_string(host):
    """Ask for one huge string, and use it."""
    return f"PWNED: {len(('x' * (1 << 31)).upper())}"


@attack(*_MEMORY, "time-limit")
def huge_integer(host):
    """Raise an integer to a power that no memory holds."""
    return f"PWNED: {(10 ** (10**10)).bit_length()}"


@attack(*_MEMORY)
def bottomless_recursion(host):
    """Recurse without end after lifting Python's own limit, so that the C stack overflows."""
    sys.setrecursionlimit(1 << 30)

    class Deep:
        def __getattr__(self, name):
            return getattr(self, name + "x")

    return f"PWNED: {Deep().x}"


@attack(*_MEMORY, "time-limit")
def memory_of_the_c_library(host):
    """Take memory behind Python's back, touching each page: malloc, sbrk, and growing a mapping."""
    libc.malloc.restype = libc.sbrk.restype = ctypes.c_void_p
    taken = 0
    while taken < 128:
        block = libc.malloc(ctypes.c_size_t(8 << 20))
        if not block:
            raise MemoryError
        ctypes.memset(block, 1, 8 << 20)
        taken += 1
    return "PWNED: a gigabyte"


@attack()
def locked_and_huge_pages(host):
    """Lock memory so that it cannot be paged out, and ask for huge pages."""
    page = mmap.mmap(-1, 8 << 20)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    worked = ["mlock"] * (libc.mlock(ctypes.c_void_p(address), 8 << 20) == 0)
    worked += ["mlockall"] * (libc.mlockall(3) == 0)
    try:
        mmap.mmap(-1, 1 << 30, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000)
        worked.append("huge")
    except (OSError, ValueError):
        pass
    return f"PWNED: {worked}" if worked else None


@attack()
def all_descriptors(host):
    """Open descriptors until none is left on the machine."""
    kept = []
    try:
        while len(kept) < 5000:
            kept.append(os.open("/dev/null", os.O_RDONLY))
    except OSError:
        pass
    return f"PWNED: {len(kept)} descriptors" if len(kept) > 1024 else None


@attack()
def full_pipes(host):
    """Fill the kernel's buffers: pipes made larger, socket pairs, events."""
    import fcntl
    import socket

    taken = 0
    kept = []
    try:
        while True:
            ends = os.pipe()
            kept.append(ends)
            os.set_blocking(ends[1], False)
            try:
                fcntl.fcntl(ends[1], 1031, 1 << 20)
            except OSError:
                pass
            try:
                while True:
                    taken += os.write(ends[1], bytes(65536))
            except BlockingIOError:
                kept.append(socket.socketpair())
    except OSError:
        pass
    return f"PWNED: {taken >> 20} MB in pipes" if taken > 24 << 20 else None


@attack()
def threads_with_descriptors_of_their_own(host):
    """Clone threads that do not share the table of descriptors, each with its own limit (one is enough to tell)."""
    if os.uname().machine != "x86_64":
        return None
    # clone(VM|FS|SIGHAND|THREAD) without FILES; the thread pauses for ever on a stack it does not touch
    code = "4889fe b838000000 bf000b0100 31d2 4d31d2 4d31c0 0f05 85c0 7401 c3 b822000000 0f05 ebf7"
    made = sum(machine_code(bytes.fromhex(code), lambda page: page + 60000) > 0 for _ in range(600))
    return f"PWNED: {made} tables" if made > 512 else None


@attack("time-limit", *_MEMORY, limits={"testTimeMs": 500})
def list_that_grows(host):
    """Append to a list for ever from a generator that never ends."""
    import itertools

    return f"PWNED: {len(list(itertools.repeat(1)))}"


@attack("memory-limit", "wrong-answer", "time-limit")
def bomb_of_zeros(host):
    """Unpack a few kilobytes into gigabytes."""
    import zlib

    packed = zlib.compress(bytes(64 << 20), 9)
    made = []
    while len(made) < 16:
        made.append(zlib.decompress(packed))
    return "PWNED: a gigabyte unpacked"


@attack("time-limit", *_MEMORY, limits={"testTimeMs": 500})
def threads_that_take_memory(host):
    """Take memory and time from many threads at once, each catching what stops it."""
    import threading

    def take():
        kept = []
        while True:
            try:
                kept.append(bytearray(1 << 20))
            except MemoryError:
                time.sleep(0)

    for _ in range(16):
        threading.Thread(target=take, daemon=True).start()
    time.sleep(60)
