from collections.abc import Iterator

import numpy as np


def standardise(train: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both arrays with zero mean and unit spread."""
    scaled = []
    for part in (train, other):
        spread = part.std(axis=0)
        scaled.append((part - part.mean(axis=0)) / np.where(spread == 0, 1.0, spread))
    return scaled[0], scaled[1]


def batches(
    x: np.ndarray, y: np.ndarray, size: int, rng: np.random.Generator
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Every row once, in random order; the last batch may be short."""
    x = x[rng.permutation(len(x))]
    for start in range(0, len(x), size):
        yield x[start : start + size], y[start : start + size]


def log_loss(w: np.ndarray, x: np.ndarray, y: np.ndarray) -> float:
    """Mean log-loss of logits x @ w, stable for any logit."""
    logits = x @ w
    return float(np.mean(np.logaddexp(0.0, logits) - y * logits))


def gradient(w: np.ndarray, x: np.ndarray, y: np.ndarray, size: int = 32) -> np.ndarray:
    """Gradient of the log-loss over a batch."""
    residual = 1.0 / (1.0 + np.exp(-(x @ w))) - y
    return x.T @ residual / size


def step(
    w: np.ndarray, velocity: np.ndarray, grad: np.ndarray, lr: float, momentum: float
) -> tuple[np.ndarray, np.ndarray]:
    """One step of heavy-ball momentum."""
    velocity = momentum * velocity - lr * grad
    return w + velocity, velocity


def fit(
    x: np.ndarray,
    y: np.ndarray,
    x_val: np.ndarray,
    y_val: np.ndarray,
    epochs: int,
    size: int,
    lr: float,
    momentum: float,
    seed: int,
) -> tuple[np.ndarray, list[float]]:
    """Weights of the epoch with the lowest validation loss, and the validation loss of every epoch."""
    x, x_val = standardise(x, x_val)
    rng = np.random.default_rng(seed)
    w, velocity = np.zeros(x.shape[1]), np.zeros(x.shape[1])
    best, losses = w, []
    for _ in range(epochs):
        for x_batch, y_batch in batches(x, y, size, rng):
            new_w, velocity = step(w, velocity, gradient(w, x_batch, y_batch, size), lr, momentum)
            w[:] = new_w
        losses.append(log_loss(w, x_val, y_val))
        if losses[-1] == min(losses):
            best = w
    return best, losses
