"""Misconception: whether the learning rate sits inside or outside the velocity is a matter of taste.
Shown to the learner: With a constant rate the weights are the same, the velocity is not: as soon as the rate is scheduled, or a checkpoint is resumed, the two differ. The contract puts it inside. You were told that the places you suspect first are right.
Must fail: momentum_as_written
"""
from collections.abc import Iterator

import numpy as np


def standardise(train: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both arrays in units of the training set's spread, around its mean."""
    mean, spread = train.mean(axis=0), train.std(axis=0)
    spread = np.where(spread == 0, 1.0, spread)
    return (train - mean) / spread, (other - mean) / spread


def batches(
    x: np.ndarray, y: np.ndarray, size: int, rng: np.random.Generator
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Every row once, with its label, in random order; the last batch may be short."""
    order = rng.permutation(len(x))
    for start in range(0, len(x), size):
        rows = order[start : start + size]
        yield x[rows], y[rows]


def log_loss(w: np.ndarray, x: np.ndarray, y: np.ndarray) -> float:
    """Mean log-loss of logits x @ w, stable for any logit."""
    logits = x @ w
    return float(np.mean(np.logaddexp(0.0, logits) - y * logits))


def gradient(w: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Gradient of the mean log-loss over the rows given."""
    residual = 1.0 / (1.0 + np.exp(-(x @ w))) - y
    return x.T @ residual / len(y)


def step(
    w: np.ndarray, velocity: np.ndarray, grad: np.ndarray, lr: float, momentum: float
) -> tuple[np.ndarray, np.ndarray]:
    """One step of heavy-ball momentum; the inputs stay as they are."""
    velocity = momentum * velocity - grad
    return w + lr * velocity, velocity


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
            w, velocity = step(w, velocity, gradient(w, x_batch, y_batch), lr, momentum)
        losses.append(log_loss(w, x_val, y_val))
        if losses[-1] == min(losses):
            best = w.copy()
    return best, losses
