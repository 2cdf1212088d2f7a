"""Twenty small tests of a PyTorch solution: what a submission costs besides its own work."""

import numpy as np
import torch
from holdout_judge import case

X = torch.from_numpy(np.arange(40.0).reshape(8, 5))


def declare(scale):
    def rows_sum_to_one(sol):
        assert abs(sol.softmax(X * scale).sum() - 8) < 1e-9

    rows_sum_to_one.__name__ = f"rows_sum_to_one_{scale}"
    return case(why="rows sum to one, whatever the scale")(rows_sum_to_one)


for _scale in range(20):
    declare(_scale)
