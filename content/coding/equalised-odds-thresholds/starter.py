import numpy as np


def fair_thresholds(
    scores: np.ndarray, labels: np.ndarray, groups: np.ndarray, loss: float, tolerance: float
) -> tuple[float, float]:
    """Thresholds of groups 0 and 1 that earn most among those whose TPR and FPR differ by at most `tolerance`."""
    raise NotImplementedError
