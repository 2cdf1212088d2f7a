import json
import os

import numpy as np

from holdout_judge import case

HOST = json.loads(os.environ.get("HOLDOUT_PROBE", "{}"))


@case(visible=True, why="an attack says PWNED when it believes that it managed")
def attack(sol):
    got = sol.attack(HOST)
    assert not str(got).startswith("PWNED"), got
    assert not isinstance(got, tuple) or repr(np.asarray(got))  # as authors do: NumPy reads whatever came back
