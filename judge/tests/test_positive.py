"""What honest solutions do works in the jail: the other side of every refusal."""

from __future__ import annotations

import importlib.util
import inspect
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from supervised import Supervised

PROBLEM = Path(__file__).parent / "probe_problem_positive"
_LIMITS = {"testTimeMs": 5000, "totalTimeMs": 20000, "memoryMb": 512}


@pytest.fixture(scope="module")
def supervised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Supervised]:
    with Supervised({}, tmp_path_factory.mktemp("judge") / "log") as found:
        yield found


def threads() -> str:
    import queue
    import threading

    found: queue.Queue[int] = queue.Queue()
    workers = [threading.Thread(target=lambda n=n: found.put(n * n)) for n in range(16)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(found.queue) == [n * n for n in range(16)]
    return "fine"


def thread_pool() -> str:
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: float(np.ones((200, 200)).dot(np.ones(200))[0]) + n, range(32)))
    assert found == [200.0 + n for n in range(32)]
    return "fine"


def event_loop() -> str:
    import asyncio

    async def worker(n: int) -> int:
        await asyncio.sleep(0.001)
        return await asyncio.to_thread(lambda: n * 2)

    async def main() -> list[int]:
        return await asyncio.wait_for(asyncio.gather(*map(worker, range(20))), 5)

    assert asyncio.run(main()) == [2 * n for n in range(20)]
    return "fine"


async def coroutine() -> str:
    import asyncio

    await asyncio.sleep(0)
    return "fine"


def files_in_the_working_folder() -> str:
    import os
    import shutil
    import tempfile
    from pathlib import Path

    Path("a.txt").write_text("hello")
    assert Path("a.txt").read_text() == "hello"
    with tempfile.TemporaryDirectory() as folder, open(os.path.join(folder, "b"), "wb") as file:
        file.write(bytes(1 << 20))
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"x")
    os.makedirs("d/e/f")
    shutil.rmtree("d")
    return "fine"


def arrays_in_files() -> str:
    import io

    import numpy as np

    np.save("x.npy", np.arange(10))
    assert (np.load("x.npy", mmap_mode="r") == np.arange(10)).all()
    kept = io.BytesIO()
    np.savez_compressed(kept, a=np.eye(3))
    kept.seek(0)
    assert np.load(kept)["a"].trace() == 3
    return "fine"


def standard_library() -> str:
    import bisect
    import collections
    import decimal
    import fractions
    import functools
    import heapq
    import itertools
    import json
    import logging
    import random
    import re
    import statistics
    import time
    from dataclasses import dataclass, field
    from enum import Enum

    @dataclass(order=True)
    class Item:
        weight: float
        names: list = field(default_factory=list)

    class Kind(Enum):
        A = 1

    heap: list = []
    heapq.heappush(heap, Item(2.0))
    heapq.heappush(heap, Item(1.0))
    assert heapq.heappop(heap).weight == 1.0 and Kind(1) is Kind.A
    assert decimal.Decimal("0.1") + decimal.Decimal("0.2") == decimal.Decimal("0.3")
    assert fractions.Fraction(1, 3) * 3 == 1
    assert functools.lru_cache(lambda n: n)(3) == 3 and bisect.bisect([1, 2], 1) == 1
    assert list(itertools.accumulate([1, 2])) == [1, 3] and collections.Counter("aab")["a"] == 2
    assert json.loads(json.dumps({"a": [1.5, None]})) == {"a": [1.5, None]}
    assert re.findall(r"\d+", "a1b22") == ["1", "22"] and statistics.mean([1, 3]) == 2
    assert 0 <= random.random() < 1 and time.perf_counter() > 0 and time.time() > 1e9
    logging.getLogger("x").info("quiet")
    return "fine"


def generators_and_recursion() -> str:
    def depth(n: int) -> int:
        return 0 if n == 0 else 1 + depth(n - 1)

    def walk(tree: Any) -> Iterator[int]:
        for item in tree:
            if isinstance(item, list):
                yield from walk(item)
            else:
                yield item

    assert depth(900) == 900
    assert list(walk([1, [2, [3, [4]]]])) == [1, 2, 3, 4]
    return "fine"


def large_arrays() -> str:
    import numpy as np

    a = np.random.default_rng(0).normal(size=(600, 600))
    inverse = np.linalg.inv(a)
    assert np.allclose(a @ inverse, np.eye(600), atol=1e-6)
    u, s, v = np.linalg.svd(a[:200, :200])
    assert np.allclose((u * s) @ v, a[:200, :200])
    assert np.fft.irfft(np.fft.rfft(a[0]))[0] == pytest_approximately(a[0, 0])
    big = np.ones(20_000_000)  # 160 MB
    assert big.sum() == 20_000_000
    return "fine"


def pytest_approximately(x: float) -> Any:
    class Near:
        def __eq__(self, other: object) -> bool:
            return abs(float(other) - x) < 1e-9  # type: ignore[arg-type]

        __hash__ = None  # type: ignore[assignment]

    return Near()


def signals_and_limits() -> str:
    import contextlib
    import gc
    import os
    import signal
    import sys
    import warnings

    signal.signal(signal.SIGALRM, lambda *_: None)
    signal.alarm(0)
    warnings.warn("a warning is no error", stacklevel=1)
    gc.collect()
    sys.setrecursionlimit(3000)
    assert os.getpid() and os.cpu_count() and os.environ.get("HOME")
    with contextlib.suppress(OSError):
        open("/nonexistent")
    return "fine"


def memory_is_given_back() -> str:
    for _ in range(40):
        block = bytearray(64 << 20)
        block[::4096] = b"x" * len(block[::4096])
        del block
    return "fine"


def estimators() -> str:
    import numpy as np
    from sklearn.cluster import KMeans
    from sklearn.decomposition import PCA
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    rng = np.random.default_rng(0)
    x = np.concatenate([rng.normal(-2, 1, (60, 4)), rng.normal(2, 1, (60, 4))])
    y = np.repeat([0, 1], 60)
    model = make_pipeline(StandardScaler(), PCA(2), LogisticRegression())
    assert model.fit(x, y).score(x, y) > 0.95
    assert cross_val_score(model, x, y, cv=3).min() > 0.9
    assert RandomForestClassifier(10, random_state=0).fit(x, y).score(x, y) > 0.95
    assert len(set(KMeans(2, n_init=2, random_state=0).fit(x).labels_[:60])) == 1
    return "fine"


def science() -> str:
    import numpy as np
    from scipy import optimize, sparse, stats

    assert abs(optimize.minimize_scalar(lambda t: (t - 3) ** 2).x - 3) < 1e-6
    assert abs(stats.norm.cdf(0) - 0.5) < 1e-12
    assert (sparse.csr_matrix(np.eye(5)) @ np.ones(5)).sum() == 5
    return "fine"


def adam() -> str:
    import torch

    torch.manual_seed(0)
    weight = torch.zeros(3, requires_grad=True)
    target = torch.tensor([1.0, -2.0, 0.5])
    optimiser = torch.optim.Adam([weight], lr=0.1)
    for _ in range(300):
        optimiser.zero_grad()
        loss = ((weight - target) ** 2).sum()
        loss.backward()
        optimiser.step()
    assert torch.allclose(weight, target, atol=1e-2)
    return "fine"


_EVERYWHERE = [
    threads, thread_pool, event_loop, coroutine, arrays_in_files, standard_library, generators_and_recursion,
    large_arrays, signals_and_limits, memory_is_given_back,
]  # fmt: skip


def _submission(*functions: Callable[..., Any]) -> str:
    sources = [textwrap.dedent(inspect.getsource(function)) for function in functions]
    head = "from __future__ import annotations\nfrom typing import Any\nfrom collections.abc import Iterator\n"
    return "\n\n".join([head, *sources, f"check = {functions[0].__name__}\n"])


def _judge(supervised: Supervised, tier: str, *functions: Callable[..., Any]) -> dict[str, Any]:
    return supervised.judge(PROBLEM, _submission(*functions), tier=tier, limits=_LIMITS)


def _said(verdict: dict[str, Any]) -> str:
    return f"{verdict['verdict']}: {verdict.get('message')} {[test['message'] for test in verdict['tests']]}"


@pytest.mark.parametrize("function", _EVERYWHERE, ids=lambda function: function.__name__)
def test_honest_code_works(supervised: Supervised, function: Callable[..., Any]) -> None:
    if function is arrays_in_files and supervised.tier == "reduced":
        pytest.skip("in the reduced tier there is no folder to write to")
    verdict = _judge(supervised, "numpy", function, pytest_approximately)
    assert verdict["verdict"] == "accepted", _said(verdict)


def test_files_can_be_written_in_the_working_folder(supervised: Supervised) -> None:
    if supervised.tier == "reduced":
        pytest.skip("tier reduced has no folder that a submission may write to; it holds in full")
    verdict = _judge(supervised, "numpy", files_in_the_working_folder)
    assert verdict["verdict"] == "accepted", _said(verdict)


@pytest.mark.parametrize("function", [estimators, science], ids=lambda function: function.__name__)
def test_scientific_libraries_work(supervised: Supervised, function: Callable[..., Any]) -> None:
    if "sklearn" not in supervised.ready["tiers"]:
        pytest.skip("scikit-learn is not installed here")
    verdict = _judge(supervised, "sklearn", function)
    assert verdict["verdict"] == "accepted", _said(verdict)


def test_torch_trains(supervised: Supervised) -> None:
    if "torch" not in supervised.ready["tiers"] or importlib.util.find_spec("torch") is None:
        pytest.skip("PyTorch is not installed here: the torch tier cannot be tried")
    verdict = _judge(supervised, "torch", adam)
    assert verdict["verdict"] == "accepted", _said(verdict)


def test_torch_lacks_only_memory(supervised: Supervised) -> None:
    if "torch" not in supervised.ready["tiers"]:
        pytest.skip("PyTorch is not installed here")
    source = "import torch\n\n\ndef check():\n    return torch.empty(1 << 33).sum().item()\n"
    assert supervised.judge(PROBLEM, source, tier="torch")["verdict"] == "memory-limit"


def test_prints_come_back_in_order(supervised: Supervised) -> None:
    source = (
        "import sys\nprint('loaded')\n"
        "def check():\n    print('called', flush=False)\n    sys.stderr.write('and said\\n')\n    return 'fine'\n"
    )
    verdict = supervised.judge(PROBLEM, source)
    assert verdict["verdict"] == "accepted", _said(verdict)
    assert verdict["stdout"] == "loaded\ncalled\nand said\n"


def test_what_was_printed_before_a_crash_is_shown(supervised: Supervised) -> None:
    source = "def check():\n    print('so far')\n    import os\n    os._exit(1)\n"
    verdict = supervised.judge(PROBLEM, source)
    assert verdict["verdict"] == "runtime-error", _said(verdict)
    assert "so far" in verdict["stdout"]


def test_an_error_names_the_own_lines_only(supervised: Supervised) -> None:
    source = "def inner(x):\n    return 1 / x\n\n\ndef check():\n    return inner(0)\n"
    test = supervised.judge(PROBLEM, source)["tests"][0]
    assert test["status"] == "error"
    assert [(line["line"], line["function"]) for line in test["trace"]] == [(6, "check"), (2, "inner")]
