import numpy as np


def verify(draft: np.ndarray, q: np.ndarray, p: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Tokens (b, k + 1), padded with -1, and their number (b,), distributed as the target model's.

    draft : (b, k) integers drawn from q; q : (b, k, v) draft model; p : (b, k + 1, v) target model.
    """
    raise NotImplementedError
