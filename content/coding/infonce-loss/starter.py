import numpy as np


def infonce_loss(
    queries: np.ndarray, keys: np.ndarray, temperature: float, ids: np.ndarray | None = None
) -> tuple[float, np.ndarray, np.ndarray]:
    """Symmetric in-batch contrastive loss and its gradients (n, d) by both sides."""
    raise NotImplementedError
