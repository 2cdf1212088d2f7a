"""Forbidden names are found through aliases, imports and look-ups, with their line; what is not used is not found."""

from __future__ import annotations

import pytest

from holdout_judge.forbidden import find_forbidden
from holdout_judge.registry import Forbid

RULES = [
    Forbid("numpy.sort", "w"),
    Forbid(".sort", "w"),
    Forbid("sorted", "w"),
    Forbid("scipy.optimize", "w"),
    Forbid("sklearn", "w"),
]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("import numpy as np\nnp.sort(x)", 2),
        ("from numpy import sort as s\ns(x)", 1),
        ("import numpy\nn = numpy\nn.sort(x)", 3),
        ("import numpy as np\na, b = np, 1\na.sort(1)", 3),
        ("import numpy as np\nif (n := np): n.sort(x)", 2),
        ('import numpy as np\ngetattr(np, "sort")', 2),
        ('import numpy as np\ngetattr(np, "so" + "rt")', 2),
        ('import numpy as np\ng = getattr\ng(np, "sort")', 3),
        ('__import__("numpy").sort(x)', 1),
        ('import importlib\nimportlib.import_module("numpy").sort(x)', 1),
        ("from numpy import *\nsort(x)", 2),
        ("x = [3, 1]\nx.sort()", 2),
        ("list.sort(x)", 1),
        ('import operator\noperator.methodcaller("sort")(x)', 2),
        ("sorted(x)", 1),
        ("s = sorted\ns(x)", 1),
        ("sorted = sorted\nsorted(x)", 1),
        ("import scipy.optimize", 1),
        ("from scipy import optimize", 1),
        ("import scipy as sp\nf = sp.optimize.minimize", 2),
        ("from scipy.optimize import minimize", 1),
        ("def f():\n    import sklearn.metrics as m", 2),
        ("from sklearn.metrics import roc_auc_score", 1),
    ],
)
def test_a_forbidden_name_is_found(source: str, line: int) -> None:
    use = find_forbidden(source, RULES)
    assert use is not None and use.line == line


@pytest.mark.parametrize(
    "source",
    [
        'vars(list)["sort"](x)',
        'list.__dict__["so" + name](x)',
        'exec("x.so" + "rt()")',
        'import sys\nsys.modules["numpy"]',
        "from sys import modules",
        "import builtins as b\nb.min",
        "f.__globals__",
        "import gc",
        "import ctypes",
        'x.__getattribute__("s" + t)',
        "def f(): pass\nf.__code__",
        "import sys\nsys._getframe(1)",
    ],
)
def test_a_way_round_is_refused_where_something_is_forbidden(source: str) -> None:
    use = find_forbidden(source, RULES)
    assert use is not None and "a way round" in use.message
    assert find_forbidden(source, []) is None


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as np\nnp.argsort(x)",
        "import numpy as np\nnp.sort_complex(x)",
        "def sorted(x): return x\nsorted(3)",
        "def f(sorted): return sorted",
        "class Heap:\n    def sort(self): pass\n    def go(self): self.sort()",
        "class A:\n    def __init__(self): self.sort = 3",
        'import re\nre.compile("sort")',
        "import scipy\nscipy.stats",
        "gc = 3\nprint(gc)",
        '"""numpy.sort and sorted are forbidden"""',
        "x = 'sorted'",
        "import collections\ncollections.Counter(x).most_common()",
        "this is not Python",
        "\x00",
        "f = x" + ".a" * 3000,
        "a0 = 1\n" + "\n".join(f"a{i + 1} = a{i}.x" for i in range(3000)),
        "(" * 500 + ")" * 500,
    ],
)
def test_what_is_not_used_is_not_found(source: str) -> None:
    assert find_forbidden(source, RULES) is None


def test_the_message_names_line_name_and_reason() -> None:
    use = find_forbidden("import numpy as np\n\nnp.sort(x)", [Forbid("numpy.sort", "sorting is the exercise")])
    assert use is not None
    assert use.message == "Line 3 uses numpy.sort, which this problem forbids: sorting is the exercise."
