"""Time, output and answers without end: everything that makes whoever waits wait longer, or read more."""

from __future__ import annotations

from attacks import add, attack
from attacks.prelude import frame, libc, linger, machine_code, os, sys, time

_SHORT = {"testTimeMs": 300}


@attack("time-limit", limits=_SHORT)
def busy_loop(host):
    """Loop for ever, catching everything."""
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


@attack("time-limit", limits=_SHORT)
def busy_threads(host):
    """Loop for ever in many threads that are not daemons."""
    import threading

    for _ in range(32):
        threading.Thread(target=lambda: sum(iter(int, 1))).start()
    while True:
        pass


@attack("time-limit", limits=_SHORT)
def busy_in_c(host):
    """Loop for ever in C, where no Python signal handler runs, all signals blocked."""
    import signal

    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    if os.uname().machine == "x86_64":
        machine_code(b"\xeb\xfe")
    pow(3, 10**8)
    linger()


@attack("time-limit", limits=_SHORT)
def sleep_long(host):
    """Sleep."""
    time.sleep(3600)


@attack("time-limit", limits=_SHORT)
def read_what_never_comes(host):
    """Read from a pipe that nobody writes to, holding a lock twice."""
    here, _ = os.pipe()
    os.read(here, 1)


@attack("time-limit", limits=_SHORT)
def eat_the_next_request(host):
    """Read the wire itself, so that the loop that serves it waits for ever."""
    while True:
        os.read(3, 1)


@attack("time-limit", limits=_SHORT)
def catastrophic_pattern(host):
    """Match a regular expression that backtracks for ever."""
    import re

    re.match(r"(a+)+$", "a" * 60 + "b")


@attack("time-limit", "runtime-error", limits=_SHORT)
def object_that_never_dies(host):
    """Hang in __del__, in a weak reference's callback, and at exit."""
    import atexit

    class Clings:
        def __del__(self):
            linger()

    atexit.register(linger)
    Clings()
    sys.exit(0)


@attack("time-limit", "runtime-error", limits=_SHORT)
def hang_at_exit(host):
    """Leave threads that refuse to end, then ask the interpreter to finish in order."""
    import atexit
    import threading

    threading.Thread(target=linger).start()
    atexit.register(linger)
    libc.exit(0)


@attack("time-limit", limits=_SHORT)
def drip_of_bytes(host):
    """Answer a byte at a time, so that every wait is short and the whole is not."""
    os.write(3, b"\x40\x00\x00\x00" + bytes(8))
    while True:
        os.write(3, b" ")
        time.sleep(0.01)


@attack("time-limit", "wrong-answer", limits=_SHORT)
def callbacks_for_ever(host):
    """Ask the checker questions without end instead of answering."""
    while True:
        frame({"n": 1, "st": 0})


@attack(limits=_SHORT)
def infinite_generator(host):
    """Return a generator that never ends, and a container of infinite length."""

    class Endless:
        def __iter__(self):
            return self

        def __next__(self):
            return 1

        def __len__(self):
            return sys.maxsize

        def __getitem__(self, index):
            return self

        def __str__(self):
            linger()

    return Endless()


@attack("output-limit")
def flood_of_output(host):
    """Print for ever."""
    while True:
        print("x" * 4096)


@attack("output-limit")
def flood_of_errors(host):
    """Write to standard error for ever, past Python."""
    while True:
        os.write(2, b"x" * 65536)


@attack("time-limit", "runtime-error", "wrong-answer", "output-limit", limits=_SHORT)
def flood_of_every_descriptor(host):
    """Write rubbish to every descriptor there is."""
    while True:
        for fd in range(64):
            try:
                os.write(fd, os.urandom(4096))
            except OSError:
                continue


@attack(limits=_SHORT)
def output_after_the_answer(host):
    """Print for ever from a thread, while the answer is read and the child is put away."""
    import threading

    def flood():
        while True:
            os.write(1, b"x" * 1024)
            time.sleep(0.001)

    threading.Thread(target=flood, daemon=True).start()


@attack("wrong-answer", "memory-limit", "time-limit")
def huge_answer(host):
    """Return more than the pipe carries."""
    import numpy as np

    return np.zeros(20_000_000)


@attack("wrong-answer", "memory-limit", "time-limit", "runtime-error")
def answer_of_many_parts(host):
    """Return a list of millions of small lists."""
    return [[] for _ in range(3_000_000)]


@attack("wrong-answer", "runtime-error")
def answer_that_holds_itself(host):
    """Return a list that is its own item, and a dict that is its own value."""
    inner = []
    inner.append(inner)
    return {"a": inner}


@attack("wrong-answer", "runtime-error")
def deep_answer(host):
    """Return a list nested a hundred thousand levels deep."""
    deep = []
    for _ in range(100_000):
        deep = [deep]
    return deep


@attack("runtime-error", "time-limit", "memory-limit")
def monstrous_exception(host):
    """Raise an exception whose name, text and chain are monstrous."""
    error = type("E" * 100_000, (Exception,), {})("x" * 50_000_000)
    for _ in range(1000):
        following = ValueError("y" * 1000)
        following.__cause__ = error
        error = following
    raise type("F" * 1_000_000, (Exception,), {})("z" * 30_000_000) from error


@attack("time-limit", "runtime-error", limits=_SHORT)
def exception_that_hangs(host):
    """Raise an exception that hangs when it is asked for its text."""

    class Hangs(Exception):
        def __str__(self):
            linger()

        __repr__ = __str__

    raise Hangs


@attack("runtime-error", "time-limit", limits=_SHORT)
def storm_of_alarms(host):
    """Interrupt every system call of the loop that serves, thousands of times a second."""
    import signal

    signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, 1e-5, 1e-5)
    raise ValueError


_DEFINE = "def attack(host):\n    return None\n"
add("hang_at_import", "Hang before any function is defined.", "while True:\n    pass\n", "time-limit", limits=_SHORT)
add("exit_at_import", "End the process at the top level.", "import os\nos._exit(0)\n", "runtime-error")
add("flood_at_import", "Print without end at the top level.", "while True: print('x' * 9999)\n", "output-limit")
add("source_of_zero_bytes", "Send bytes that are no text.", "\x00\x01\ufeff" * 1000 + _DEFINE, "runtime-error")
add(
    "source_of_surrogates",
    "Send characters that no encoding holds.",
    "# \ud800\udfff\n" + _DEFINE,
    "runtime-error",
    "accepted",
)
add(
    "source_with_a_long_chain",
    "Overflow whoever walks the syntax tree.",
    f"{_DEFINE}def g(x):\n    return x{'.a' * 2500}\n",
)
add("source_of_nested_brackets", "Overflow the parser.", f"x = {'(' * 5000}1{')' * 5000}\n{_DEFINE}", "runtime-error")
add(
    "source_of_minus_signs",
    "Overflow the compiler.",
    f"{_DEFINE}def g():\n    return {'-' * 90000}1\n",
    "runtime-error",
    "memory-limit",
)
_ALIASES = "".join(f"    a{n + 1} = a{n}.b\n" for n in range(20_000))
add(
    "source_of_aliases",
    "Blow up the resolution of names.",
    f"{_DEFINE}def g():\n    import numpy as a0\n{_ALIASES}",
    lasts_s=8.0,
)
add("source_of_ten_megabytes", "Send ten megabytes.", f"{_DEFINE}# {'x' * 10_000_000}\n", lasts_s=8.0)
