"""The same tests in one fresh process without isolation: what a judge costs that starts Python for every submission.

Usage: python fresh_judgement.py TESTS SOLUTION; prints how many tests passed.
"""

import sys
import types

tests, solution = sys.argv[1:]
bodies = []


def case(**_):
    def register(body):
        bodies.append(body)
        return body

    return register


harness = types.ModuleType("holdout_judge")
harness.case = case
sys.modules["holdout_judge"] = harness

sol = types.ModuleType("solution")
for path, space in ((solution, sol.__dict__), (tests, {"__name__": "tests"})):
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), space)
for body in bodies:
    body(sol)
print(len(bodies))
