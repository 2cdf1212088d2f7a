"""One contract, kept by every tier of isolation that this machine offers."""

from __future__ import annotations

import contextlib
import gc
import platform
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sandbox import canaries, client, seccomp, tiers
from sandbox.client import Forbidden, Limits, SandboxLost, Solution, SolutionDied, SolutionError, Stream, WireError

LIMITS = Limits(call_time_s=10.0, memory_mb=128, output_bytes=4096)
SHORT_S = 0.3


class Jail:
    """A running zygote and a session to it."""

    def __init__(self, tier: str, libraries: str = "numpy") -> None:
        self.tier = tier
        self.zygote = tiers.start(tier, libraries)
        self.session = self.zygote.session()

    @contextlib.contextmanager
    def running(self, source: str, forbidden: tuple[str, ...] = (), limits: Limits = LIMITS) -> Iterator[Solution]:
        solution = client.spawn(self.session, limits)
        try:
            solution.load(source, forbidden, 7)
            yield solution
        finally:
            solution.close()

    def returns(self, body: str, *args, **kwargs):
        """What `f(*args)` with the given body returns."""
        with self.running("import numpy as np\ndef f(*args):\n    " + body.replace("\n", "\n    ")) as solution:
            return solution.call((None, "f"), args, kwargs, 10.0)

    def stop(self) -> None:
        self.session.close()
        self.zygote.stop()


@pytest.fixture(scope="module", params=tiers.TIERS)
def jail(request):
    try:
        found = Jail(request.param)
    except OSError as error:
        pytest.skip(f"this machine does not offer the tier: {error}")
    yield found
    found.stop()


@pytest.fixture(scope="module")
def isolated():
    """The highest tier here that isolates at all."""
    held = canaries.choose(None)
    held.zygote.stop()
    if held.tier == "none":
        pytest.skip(f"nothing isolates on this machine: {held.reasons}")
    found = Jail(held.tier)
    yield found
    found.stop()


# -- what a solution may do ------------------------------------------------------------------------------------------


def test_values_go_in_and_come_out(jail):
    x = np.arange(6.0).reshape(2, 3).T
    got = jail.returns("return args[0] * 2, {'k': [args[1]]}, args[0].flags.f_contiguous", x, "a")
    assert np.array_equal(got[0], x * 2) and got[1:] == ({"k": ["a"]}, True)


def test_objects_stay_inside_and_can_be_used(jail):
    source = (
        "class Counter:\n  def __init__(self): self.n = 0\n  def add(self, k):\n    self.n += k\n    return self.n\n"
    )
    source += "def gen():\n  yield 1\n  yield 2\ndef adder(k): return lambda x: x + k\ndef read(c): return c.n\n"
    with jail.running(source) as solution:
        counter = solution.call((None, "Counter"), (), {}, 5)
        assert counter.type_name == "Counter"
        assert [solution.call((counter.id, "add"), (k,), {}, 5) for k in (1, 2)] == [1, 3]
        assert solution.getattr(counter.id, "n") == 3 == solution.call((None, "read"), (counter,), {}, 5)
        gen = solution.call((None, "gen"), (), {}, 5)
        assert "__next__" in gen.special
        assert [solution.call((gen.id, "__next__"), (), {}, 5) for _ in "12"] == [1, 2]
        with pytest.raises(SolutionError, match="StopIteration"):
            solution.call((gen.id, "__next__"), (), {}, 5)
        inner = solution.call((None, "adder"), (3,), {}, 5)
        assert solution.call((inner.id, "__call__"), (4,), {}, 5) == 7
        assert solution.names() == ["Counter", "gen", "adder", "read"]


def test_callbacks_and_streams_work_from_inside(jail):
    source = "def apply(f, xs): return [f(x) for x in xs]\ndef first(xs, n): return [x for x, _ in zip(xs, range(n))]\n"
    source += "def swallow(f):\n  try: f()\n  except KeyError: return 'caught'\n"
    with jail.running(source) as solution:
        assert solution.call((None, "apply"), (lambda x: x * 2, [1, 2]), {}, 5) == [2, 4]
        read = []
        lazy = Stream((read.append(n) or n for n in range(10**9)), chunk=1)
        assert solution.call((None, "first"), (lazy, 3), {}, 5) == [0, 1, 2]
        assert len(read) <= 4
        assert solution.call((None, "first"), (Stream(range(5000)), 5000), {}, 5) == list(range(5000))

        def fails(*_):
            raise KeyError("mine")

        assert solution.call((None, "swallow"), (fails,), {}, 5) == "caught"
        with pytest.raises(KeyError, match="mine"):
            solution.call((None, "apply"), (fails, [1]), {}, 5)
        nested = lambda x: solution.call((None, "apply"), (abs, [x]), {}, 5)[0]  # noqa: E731
        assert solution.call((None, "apply"), (nested, [-3]), {}, 5) == [3]


def test_changed_arguments_come_back(jail):
    with jail.running("def f(x, y):\n  x[0] = 9\n  y.append(1)\n  return 0") as solution:
        x = np.zeros(2)
        value, after = solution.call_inout((None, "f"), (x, []), {}, 5)
    assert value == 0 and after[0].tolist() == [9, 0] and after[1] == [1] and x[0] == 0


def test_threads_asyncio_and_a_scratch_file_work(jail):
    body = """
import asyncio, concurrent.futures, tempfile, threading
with concurrent.futures.ThreadPoolExecutor(4) as pool:
    threads = sum(pool.map(lambda x: x * x, range(10)))
async def main():
    await asyncio.sleep(0.001)
    return await asyncio.gather(*(asyncio.to_thread(lambda k=k: k) for k in range(3)))
return threads, asyncio.run(main()), float(np.linalg.norm(np.ones((50, 50)) @ np.ones((50, 50))))
"""
    assert jail.returns(body) == (285, [0, 1, 2], 2500.0)
    assert jail.returns("async def g(): return 5\nreturn [await_ for await_ in [g().close()]]") == [None]
    if jail.tier == "full":
        assert jail.returns("open('/tmp/x', 'w').write('hello')\nreturn open('/tmp/x').read()") == "hello"


def test_chance_is_the_same_for_each_submission_and_hashes_are_fixed(jail):
    body = "import random\nreturn random.random(), float(np.random.rand()), hash('holdout')"
    assert jail.returns(body) == jail.returns(body)


def test_output_is_kept_and_nothing_is_left_in_buffers(jail):
    with jail.running("print('at import')\ndef f():\n  print('é', end='')") as solution:
        solution.call((None, "f"), (), {}, 5)
        assert solution.stdout().decode() == "at import\né"


# -- how a solution fails --------------------------------------------------------------------------------------------


def test_an_exception_carries_the_candidates_own_lines(jail):
    with jail.running("import json\ndef f():\n    return g()\ndef g():\n    return json.loads('{')\n") as solution:
        with pytest.raises(SolutionError) as caught:
            solution.call((None, "f"), (), {}, 5)
        assert caught.value.type_name == "JSONDecodeError"
        assert caught.value.frames == [(3, "f"), (5, "g")]
        with pytest.raises(SolutionError, match="AttributeError"):
            solution.call((None, "missing"), (), {}, 5)


@pytest.mark.parametrize(
    ("source", "kind"),
    [("x =", "SyntaxError"), ("import nowhere", "ModuleNotFoundError"), ("\x00", "SyntaxError|ValueError"),
     ("raise SystemExit(3)", "SystemExit"), ("1/0", "ZeroDivisionError"), ("(" * 5000, "SyntaxError|MemoryError|RecursionError")],
)  # fmt: skip
def test_a_source_that_does_not_load_is_reported(jail, source, kind):
    with pytest.raises((SolutionError, SolutionDied)) as caught, jail.running(source):
        pass
    assert isinstance(caught.value, SolutionDied) or caught.value.type_name in kind.split("|")


@pytest.mark.parametrize(
    ("body", "kind"),
    [("while True: pass", "time-limit"), ("import time; time.sleep(60)", "time-limit"), ("return np.ones(1 << 30)", "memory-limit"),
     ("x = []\nwhile True: x.append(bytes(1 << 20))", "memory-limit"), ("print('x' * 9999)", "output-limit"),
     ("import os; os._exit(0)", "runtime-error"), ("import os; os.abort()", "runtime-error"), ("import os; os.close(3)", "runtime-error"),
     ("import ctypes; ctypes.string_at(0)", "runtime-error"), ("import os\nwhile True: os.write(1, b'x' * 4096)", "output-limit")],
)  # fmt: skip
def test_a_death_has_its_kind_and_the_next_child_is_unharmed(jail, body, kind):
    limits = LIMITS if kind != "time-limit" else LIMITS._replace(call_time_s=SHORT_S)
    with jail.running("import numpy as np\ndef f():\n    " + body.replace("\n", "\n    "), limits=LIMITS) as solution:
        with pytest.raises(SolutionDied) as caught:
            solution.call((None, "f"), (), {}, limits.call_time_s)
            solution.stdout()
        assert caught.value.kind == kind
        with pytest.raises(SolutionDied):
            solution.call((None, "f"), (), {}, 1)
    assert jail.returns("return 1") == 1


def test_forged_frames_are_wire_errors_or_values_never_more(jail):
    forged = [
        b"\xff" * 64,
        b"\x02\x00\x00\x00" + b"\x00" * 8 + b"[]",
        b"\x0f\x00\x00\x00" + b"\x00" * 8 + b'{"v":1,"n":"no"}',
    ]
    for data in forged:
        with jail.running("def f(data):\n  import os\n  os.write(3, data)\n  return 5") as solution:
            with pytest.raises((WireError, SolutionDied)):
                solution.call((None, "f"), (data,), {}, 1)


# -- measured from outside -------------------------------------------------------------------------------------------


def test_time_and_memory_are_measured_from_outside(jail):
    source = "import numpy as np\nimport time\ndef spin(s):\n  end = time.process_time() + s\n  while time.process_time() < end: pass\n"
    source += "def take(n): return float(np.ones(n << 17).sum())\n"
    with jail.running(source) as solution:
        spent = solution.measure((None, "spin"), (0.2,), {}, 10)
        assert 0.15 < spent.cpu_s < 0.6
        taken = solution.measure((None, "take"), (40,), {}, 10)
        assert taken.value == 40 << 17 and 30 << 20 < taken.peak_bytes < 80 << 20
        assert solution.measure((None, "take"), (1,), {}, 10).peak_bytes < 20 << 20
        usage = solution.close()
        assert usage.exit == "closed" and usage.cpu_s > 0.15 and usage.peak_rss_bytes > 40 << 20
        assert solution.close() is usage


def test_work_moved_into_transport_is_counted(jail):
    source = "import gc, time\nstate = {}\ndef f(x): return 1\n"
    source += "def cheat(message):\n  end = time.process_time() + 0.3\n  while time.process_time() < end: pass\n"
    source += (
        "for thing in gc.get_objects():\n  if type(thing).__name__ == 'Server':\n    park = thing.operations['park']\n"
    )
    source += "    thing.operations['park'] = lambda m: (cheat(m), park(m))[1]\n"
    gc.collect()
    with jail.running(source) as solution:
        assert solution.measure((None, "f"), (1,), {}, 10).cpu_s > 0.1


# -- what a solution may not do --------------------------------------------------------------------------------------


def test_every_canary_holds_where_something_isolates(isolated):
    found = canaries.probe(isolated.zygote)
    assert [name for name, held in found.items() if not held] == []


def test_a_child_sees_nothing_of_the_one_before(isolated):
    where = "/tmp/left" if isolated.tier == "full" else "left"
    write = f"import sys, builtins\nbuiltins.left = 1\ntry: open({where!r}, 'w').close()\nexcept OSError: pass"
    isolated.returns(write)
    assert isolated.returns(f"import os, builtins\nreturn os.path.exists({where!r}), hasattr(builtins, 'left')") == (
        False,
        False,
    )


def test_only_the_pipe_and_the_output_are_open(isolated):
    body = "import os\nfound = []\nfor fd in range(4096):\n  try: found.append((fd, os.fstat(fd).st_mode >> 12))\n"
    got = isolated.returns(body + "  except OSError: pass\nreturn found")
    assert got == [(0, 1), (1, 1), (2, 1), (3, 12)]  # pipes and a socket


def test_threads_die_with_their_process(isolated):
    body = "import threading, time\ndef spin():\n  while True: time.sleep(0.001)\n"
    body += "[threading.Thread(target=spin, daemon=True).start() for _ in range(4)]\nimport os\nos._exit(0)"
    with pytest.raises(SolutionDied):
        isolated.returns(body)
    assert isolated.returns("return 1") == 1


@pytest.mark.skipif(platform.system() != "Linux", reason="seccomp is Linux's")
def test_the_filter_refuses_what_it_should(isolated):
    """Raw system calls, by number, from inside: the error each meets."""
    calls = {
        "x86_64": {
            "clone3": 435,
            "fork": 57,
            "memfd_create": 319,
            "io_uring_setup": 425,
            "bpf": 321,
            "keyctl": 250,
            "unshare": 272,
            "perf_event_open": 298,
            "userfaultfd": 323,
            "pidfd_open": 434,
            "mount": 165,
            "setns": 308,
            "shmget": 29,
        }
    }.get(platform.machine())
    if calls is None:
        pytest.skip(f"system call numbers are written down for x86_64 only; this machine is {platform.machine()}")
    body = "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nfound = {}\nfor name, number in args[0].items():\n"
    body += "  found[name] = (libc.syscall(number, 0, 0, 0, 0, 0), ctypes.get_errno())\nreturn found"
    got = isolated.returns(body, calls)
    assert got.pop("clone3") == (-1, 38) and got.pop("io_uring_setup") == (-1, 38)
    assert got.pop("pidfd_open") == (-1, 38) and set(got.values()) == {(-1, 1)}


@pytest.mark.skipif(platform.machine() != "x86_64", reason="x32 is x86_64's")
def test_the_x32_interface_is_deadly(isolated):
    with pytest.raises(SolutionDied) as caught:
        isolated.returns("import ctypes\nctypes.CDLL(None).syscall(0x40000000 + 39)\nreturn 1")
    assert caught.value.kind == "runtime-error"


def test_both_architectures_have_a_filter_and_the_pid_fits_in_it(tmp_path):
    seccomp.main(tmp_path)
    for architecture in ("x86_64", "aarch64"):
        program = (tmp_path / f"{architecture}.bpf").read_bytes()
        assert len(program) % 8 == 0 and len(program) // 8 < 4096
        patched = seccomp.with_pid(program, 1234)
        changed = {n // 8 for n in range(len(program)) if program[n] != patched[n]}
        assert len(changed) == 2  # kill and tgkill


# -- the zygote ------------------------------------------------------------------------------------------------------


def test_a_lost_zygote_is_told_from_a_dead_solution():
    jail = Jail("reduced" if platform.system() == "Linux" else "none")
    solution = client.spawn(jail.session, LIMITS)
    solution.load("def f():\n  while True: pass", [], 0)
    threading.Timer(0.2, jail.zygote.process.kill).start()
    with pytest.raises(SandboxLost):
        solution.call((None, "f"), (), {}, 5)
    jail.stop()


def test_when_the_checker_goes_its_children_go():
    held = canaries.choose(None)
    held.zygote.stop()
    jail = Jail(held.tier)
    solution = client.spawn(jail.session, LIMITS)
    pid = solution._link.jailed.pid
    assert Path(f"/proc/{pid}").exists() or platform.system() != "Linux"
    jail.session.close()
    deadline = time.monotonic() + 5
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not Path(f"/proc/{pid}").exists()
    jail.zygote.stop()


# -- forbidden names -------------------------------------------------------------------------------------------------

SORT = ("numpy.sort",)
CAUGHT = [
    (SORT, "return np.sort([2, 1])"), (SORT, "return np.apply_along_axis(np.sort, 0, np.array([2, 1]))"),
    (SORT, "return getattr(np, 'so' + 'rt')([2, 1])"), (SORT, "import sys; return sys.modules['numpy'].sort([2, 1])"),
    (SORT, "import importlib; return importlib.import_module('numpy').sort([1])"), (SORT, "return list(map(np.sort, [[1]]))"),
    (SORT, "from functools import partial; return partial(np.sort)([1])"), (SORT, "return np._core.fromnumeric.sort([1])"),
    (SORT, "try: np.sort([1])\nexcept BaseException: return 1"), (SORT, "return np.sort.__wrapped__([1])"),
    (("heapq.heappop",), "import _heapq; return _heapq.heappop([1])"), (("sorted",), "import builtins; return builtins.sorted([1])"),
    (("heapq.heappop",), "import sys\nfor m in ('heapq', '_heapq'): sys.modules.pop(m, None)\nimport heapq; return heapq.heappop([1])"),
    (("statistics",), "import statistics; return statistics.mean([1])"), (("sqlite3",), "import sqlite3"), ((".sort",), "return getattr([1], 'sort')()"),
    (("numpy.linalg",), "return np.linalg.norm([1.0])"), (("collections.OrderedDict",), "import collections; return collections.OrderedDict()"),
]  # fmt: skip
ALLOWED = [
    (SORT, "return float(np.median([3, 1, 2])), np.unique([2, 1]).tolist()"), (("numpy.linalg.svd",), "return np.linalg.pinv(np.eye(2)).tolist()"),
    (("heapq.heappop",), "import heapq; return heapq.nlargest(1, [1, 2])"), (("numpy.linalg",), "return np.polyfit([1, 2], [1, 2], 1).round(6).tolist()"),
    (("collections.OrderedDict",), "import inspect, collections; return isinstance({}, collections.OrderedDict), str(inspect.signature(f))"),
]  # fmt: skip


@pytest.mark.parametrize(("names", "body"), CAUGHT)
def test_a_forbidden_name_is_caught_however_it_is_reached(isolated, names, body):
    source = "import numpy as np\ndef f():\n    " + body.replace("\n", "\n    ")
    with pytest.raises(Forbidden) as caught, isolated.running(source, names) as solution:
        solution.call((None, "f"), (), {}, 10)
    assert caught.value.name == names[0]


@pytest.mark.parametrize(("names", "body"), ALLOWED)
def test_libraries_go_on_using_what_the_submission_may_not(isolated, names, body):
    source = "import numpy as np\ndef f():\n    " + body.replace("\n", "\n    ")
    with isolated.running(source, names) as solution:
        solution.call((None, "f"), (), {}, 10)
