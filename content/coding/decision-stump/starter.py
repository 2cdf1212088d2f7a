import numpy as np


def best_split(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> tuple[int, float, float]:
    """(feature, threshold, weighted Gini impurity) of the best stump; (-1, 0.0, impurity) if nothing can be split.

    x : (n, d); y : (n,) of 0 and 1; w : (n,) above zero.
    """
    raise NotImplementedError
