"""What a worker of the supervisor's does with its request: judge, list tests or make mutants."""

from __future__ import annotations

import socket
from typing import Any

from sandbox import client
from sandbox.worker import Cancelled, Emit


def work(request: dict[str, Any], fds: list[int], emit: Emit, cancelled: Cancelled) -> None:
    if request["op"] == "judge":
        from holdout_judge import checker

        session = socket.socket(fileno=fds[0])
        try:
            checker.run(request, lambda tier, limits: client.spawn(session, limits), emit, cancelled)
        finally:
            session.detach()  # whoever gave it to us closes it, and by that ends what is left of the children
    elif request["op"] == "tests":
        _tests(request, emit)
    else:
        _mutants(request, emit)


def _tests(request: dict[str, Any], emit: Emit) -> None:
    from holdout_judge import checker

    try:
        emit({"event": "tests", "tests": checker.list_tests(request["problem"])})
    except Exception as error:
        emit({"event": "error", "message": f"the tests cannot be read: {error}"})


def _mutants(request: dict[str, Any], emit: Emit) -> None:
    import mutants

    try:
        emit({"event": "mutants", "mutants": mutants.generate(request["source"])})
    except SyntaxError as error:
        emit({"event": "error", "message": f"the source does not parse: {error.msg} (line {error.lineno})"})
