"""Misconception: attention outputs are averages, so workers can be averaged.
Shown to the learner: A worker that holds the key which matters must count for more. Its weight is its share of the summed exponentials, exp(lse), not one in the number of workers.
Must fail: merging_is_exact
"""

from collections.abc import Iterator

import numpy as np


def attend(
    q: np.ndarray, chunks: Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]
) -> tuple[np.ndarray, np.ndarray]:
    """Exact attention (t, e) and log-sum-exp of the scores (t,) in one pass over chunks of keys and values."""
    scaled = q.astype(np.float64) / q.shape[1] ** 0.5
    top, total, weighted = np.full(len(q), -np.inf), np.zeros(len(q)), 0.0
    for k, v, seen in chunks:
        scores = np.where(seen, scaled @ k.T, -np.inf)
        risen = np.maximum(top, scores.max(axis=1))
        shift = _finite(risen)
        weights = np.exp(scores - shift[:, None])
        kept = np.exp(top - shift)  # what the old sums weigh now that the largest score has risen
        total = kept * total + weights.sum(axis=1)
        weighted = kept[:, None] * weighted + weights @ v
        top = risen
    return _normalised(weighted, total, top)


def merge(parts: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Attention over the keys of all parts: each output counts by its share of the summed exponentials."""
    lses = np.stack([lse for _, lse in parts])
    top = lses.max(axis=0)
    weights = np.exp(lses - _finite(top))
    even = np.isfinite(lses) / np.maximum(np.isfinite(lses).sum(axis=0), 1)
    weighted = weights.sum(axis=0)[:, None] * np.einsum("pt,pte->te", even, np.stack([out for out, _ in parts]))
    return _normalised(weighted, weights.sum(axis=0), top)


def _finite(top: np.ndarray) -> np.ndarray:
    """0 where nothing has been seen: -inf - -inf would be NaN."""
    return np.where(np.isfinite(top), top, 0.0)


def _normalised(weighted: np.ndarray, total: np.ndarray, top: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Output and log-sum-exp from sums that carry the factor exp(-top)."""
    some = np.where(total == 0, 1.0, total)
    return weighted / some[:, None], top + np.log(some)
