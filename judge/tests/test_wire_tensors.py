"""PyTorch tensors over the wire: their numbers, dtype, strides and gradient; never their graph."""

from __future__ import annotations

from typing import Any

import pytest
from test_wire import carried

from sandbox.frames import WireError
from sandbox.wire import Decoder

torch = pytest.importorskip("torch")

TENSORS = {
    "float32": lambda: torch.arange(6.0).reshape(2, 3),
    "float64": lambda: torch.ones(3, dtype=torch.float64),
    "float16": lambda: torch.tensor([1.5, float("nan"), float("inf")], dtype=torch.float16),
    "bfloat16": lambda: torch.tensor([1.5, -3.0], dtype=torch.bfloat16),
    "int64": lambda: torch.tensor([[1, -2]]),
    "bool": lambda: torch.tensor([True, False]),
    "complex64": lambda: torch.tensor([1 + 2j]).conj(),
    "scalar": lambda: torch.tensor(2.5),
    "empty": lambda: torch.zeros(0, 4),
    "expanded": lambda: torch.ones(3, 1).expand(3, 4),
    "parameter": lambda: torch.nn.Parameter(torch.ones(2)),
}


@pytest.mark.parametrize("name", TENSORS)
@pytest.mark.parametrize("to_solution", [True, False])
def test_tensors_arrive_as_they_were(name: str, to_solution: bool) -> None:
    sent = TENSORS[name]()
    got = carried(sent, to_solution=to_solution)
    assert type(got) is torch.Tensor and got.dtype == sent.dtype and got.requires_grad == sent.requires_grad
    assert torch.equal(got.isnan(), sent.isnan()) and torch.equal(got.nan_to_num(), sent.detach().nan_to_num())


@pytest.mark.parametrize("view", [lambda x: x.t(), lambda x: x[:, ::2], lambda x: x[:, 1]], ids=["T", "gaps", "column"])
def test_a_view_is_no_more_contiguous_than_it_was(view: Any) -> None:
    sent = view(torch.arange(24.0).reshape(4, 6))
    got = carried(sent)
    assert torch.equal(got, sent) and got.is_contiguous() == sent.is_contiguous() and not got.is_contiguous()


def test_the_gradient_travels_and_the_graph_does_not() -> None:
    x = torch.ones(2, dtype=torch.bfloat16, requires_grad=True)
    y = x * 3
    y.sum().backward()
    got = carried([x, y, x.detach()])
    assert torch.equal(got[0].grad, x.grad) and got[0].requires_grad
    assert got[1].grad is None and got[1].requires_grad and got[1].is_leaf
    assert got[2].grad is None and not got[2].requires_grad


@pytest.mark.parametrize(
    "strange",
    [
        lambda: torch.eye(2).to_sparse(),
        lambda: torch.ones(2, device="meta"),
        lambda: torch.ones(2).to(torch.float8_e5m2),
    ],
    ids=["sparse", "meta", "float8"],
)
def test_what_numpy_cannot_hold_is_no_value(strange: Any) -> None:
    with pytest.raises(WireError):
        carried(strange())


F8 = ["a", "<f8", [2], 0, "C"]
MALFORMED = {
    "no array": ["q", 3, False, False, None],
    "of strings": ["q", ["a", "<U4", [1], 0, "C"], False, False, None],
    "too short": ["q", F8, False],
    "gradient of integers": ["q", ["a", "<i8", [2], 0, "C"], True, False, None],
    "bits of floats": ["q", ["a", "<f4", [4], 0, "C"], False, True, ["q", F8, False, False, None]],
    "gradient is a number": ["q", F8, True, False, 3],
    "gradient of another shape": ["q", F8, True, False, ["q", ["a", "<f8", [1], 1, "C"], False, False, None]],
    "gradient of another dtype": ["q", F8, True, False, ["q", ["a", "<i8", [2], 1, "C"], False, False, None]],
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_tensors_are_wire_errors(name: str) -> None:
    buffers = [memoryview(bytes(16)), memoryview(bytes(16 if "dtype" in name else 8))]
    with pytest.raises(WireError):
        Decoder(buffers, {}, layouts=False).value(MALFORMED[name])


def test_gradients_of_gradients_end() -> None:
    item: Any = None
    for _ in range(200):
        item = ["q", ["a", "<f8", [0], 0, "C"], True, False, item]
    with pytest.raises(WireError):
        Decoder([memoryview(b"")], {}, layouts=False).value(item)
