"""What submissions of the attack suite begin with; this text is part of each of them."""

import ctypes
import errno
import json
import mmap
import os
import struct
import sys
import time

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def call(number, *arguments):
    """A raw system call: its result and the name of its error."""
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    ctypes.set_errno(0)
    found = libc.syscall(ctypes.c_long(number), *words)
    return found, errno.errorcode.get(ctypes.get_errno(), "")


def machine_code(code, *arguments):
    """Runs x86-64 bytes as a function of longs."""
    page = mmap.mmap(-1, 1 << 16, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    kind = ctypes.CFUNCTYPE(ctypes.c_long, *[ctypes.c_long] * len(arguments))
    return kind(address)(*[a(address) if callable(a) else a for a in arguments])


def managed(tries):
    """PWNED with what worked among named thunks; None when every one of them failed."""
    worked = []
    for name, run in tries.items():
        try:
            worked.append(f"{name}={run()!r:.80}")
        except (OSError, ValueError, MemoryError, AttributeError, LookupError, ImportError, RuntimeError):
            continue
    return f"PWNED: {worked}" if worked else None


def frame(header, body=b"", fd=3):
    """Writes a frame of our own straight to the wire."""
    text = json.dumps(header, separators=(",", ":")).encode()
    data = memoryview(struct.pack("<IQ", len(text), len(body)) + text + body)
    while data:
        data = data[os.write(fd, data) :]


def linger(seconds=30):
    """Waits, so that nothing but the forged bytes is ever answered."""
    time.sleep(seconds)


HERE = sys.platform
