"""Mutants differ in one place, compile, are named stably, and leave words and shapes alone."""

from __future__ import annotations

import ast
from textwrap import dedent

import mutants
import pytest


def ids(source: str) -> list[str]:
    return [mutant["id"] for mutant in mutants.generate(dedent(source))]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("return a < b", {"2:comparison:a < b->a <= b", "2:comparison:a < b->a > b"}),
        ("return 0 < a < b", {"2:comparison:0 < a < b->0 <= a < b", "2:comparison:0 < a < b->0 < a <= b"}),
        ("return a + b", {"2:arithmetic:a + b->a - b"}),
        ("return a @ b", {"2:arithmetic:a @ b->a * b"}),
        ("return -a", {"2:unary:-a->a"}),
        ("return a[1]", {"2:constant:1->2", "2:constant:1->0"}),
        ("return a + 1e-12", {"2:epsilon:a + 1e-12->a", "2:constant:1e-12->0.0"}),
        (
            "return a.sum(axis=0)",
            {"2:constant:0->1", "2:keyword:axis=0->nothing", "2:opposite:a.sum(axis=0)->a.mean(axis=0)"},
        ),
        ("return a.sum(keepdims=True)", {"2:constant:True->False"}),
        ("return np.clip(a, 0, 1)", {"2:clipping:np.clip(a, 0, 1)->a"}),
        (
            "return np.maximum(a, b)",
            {"2:clipping:np.maximum(a, b)->a", "2:opposite:np.maximum(a, b)->np.minimum(a, b)"},
        ),
        ("return f(a, b)", {"2:swapped arguments:f(a, b)->f(b, a)"}),
        ("return a and b", {"2:logic:a and b->a or b"}),
        ("return a[1:b]", {"2:slice:1:b->:b", "2:slice:1:b->1:"}),
        ("a += b\n    return a", {"2:arithmetic:a += b->a -= b", "2:statement:a += b->pass"}),
        ("if a: b = 2\n    return b", {"2:negated condition:a->not a", "2:statement:if a:->pass"}),
        ("return [c for c in a if c]", {"2:negated condition:c->not c"}),
        ("for c in a: b.append(c)", {"2:statement:for c in a:->pass", "2:statement:b.append(c)->pass"}),
    ],
)
def test_operators(body: str, wanted: set[str]) -> None:
    assert wanted <= set(ids(f"def g(a, b):\n    {body}\n"))


def test_a_default_argument_is_changed() -> None:
    assert {"1:constant:0.5->1.0", "1:constant:0.5->-0.5"} <= set(ids("def g(a=0.5):\n    return a\n"))


SOURCE = '''
"""What it does: a < b."""
import numpy as np

LIMIT = 3


class Box:
    """Holds 1 thing."""

    def __init__(self, size: int = 2) -> None:
        """Keeps 1 + 1."""
        self.size = size

    def add(self, x: "np.ndarray") -> float:
        if x.ndim != 1:
            raise ValueError(f"shape {x.ndim + 1} is not {1 + 1}")
        assert len(x) > 0, "no " + "rows"
        total = x.sum()
        total = total * 2 if total > LIMIT else total
        return total + self.size + 1 + 1
'''


def test_every_mutant_compiles_and_is_unlike_all_others() -> None:
    found = mutants.generate(SOURCE)
    assert len(found) > 20
    assert len({mutant["id"] for mutant in found}) == len(found)
    assert len({mutant["source"] for mutant in found}) == len(found)
    original = ast.unparse(ast.parse(SOURCE))
    for mutant in found:
        compile(mutant["source"], "m", "exec")
        assert mutant["source"].strip() != original
        assert mutant["line"] == int(mutant["id"].split(":")[0])


def test_words_annotations_and_first_bindings_stay() -> None:
    found = ids(SOURCE)
    assert not [ident for ident in found if int(ident.split(":")[0]) in (2, 9, 12)]  # docstrings
    assert [ident.split(":")[1] for ident in found if ident.startswith("17:")] == ["statement"]  # not its words
    assert "18:arithmetic:'no ' + 'rows'->'no ' - 'rows'" not in found
    assert not [ident for ident in found if "self.size = size" in ident or "total = x.sum()->pass" in ident]
    assert "20:statement:total = total * 2 if total > LIMIT else total->pass" in found
    assert "16:statement:if x.ndim != 1:->pass" in found


def test_the_same_text_twice_on_a_line_is_numbered() -> None:
    found = ids("def g(a):\n    return a + 1, a - 1\n")
    assert {"2:constant:1->2", "2:constant:1->2#2"} <= set(found)


def test_ids_are_stable() -> None:
    assert ids(SOURCE) == ids(SOURCE)


def test_what_compiles_to_the_same_is_left_out() -> None:
    found = ids("def g(a, b):\n    if not a in b: return 1\n")
    same = [ident for ident in found if ident.split(":")[1] in ("comparison", "negated condition", "unary")]
    assert len(same) == 1  # `a in b` by three ways


def test_bad_source_raises_a_syntax_error() -> None:
    with pytest.raises(SyntaxError):
        mutants.generate("def (:")
