import numpy as np


def calibration_error(
    probabilities: np.ndarray, labels: np.ndarray, bins: int = 15, equal_mass: bool = False
) -> tuple[float, float]:
    """Expected and maximum calibration error over bins of equal width, or of equal mass."""
    raise NotImplementedError
