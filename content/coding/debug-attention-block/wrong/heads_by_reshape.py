"""Misconception: a reshape to the right shape holds the right numbers.
Shown to the learner: A reshape reads the numbers in their order in memory, token by token. Cut each token into heads first, and only then bring the heads to the front.
Must fail: heads_hold_columns
"""

import numpy as np


def layer_norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """Each token of x (b, t, w) with mean 0 and variance 1, then scaled and shifted by column."""
    mean, variance = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-5) * gain + bias


def split_heads(x: np.ndarray, heads: int) -> np.ndarray:
    """(b, t, w) to (b, heads, t, w / heads)."""
    b, t, w = x.shape
    return x.reshape(b, heads, t, w // heads)


def merge_heads(x: np.ndarray) -> np.ndarray:
    """(b, heads, t, d) to (b, t, heads * d)."""
    b, heads, t, d = x.shape
    return x.reshape(b, t, heads * d)


def attention_weights(q: np.ndarray, k: np.ndarray, padding: np.ndarray) -> np.ndarray:
    """Causal softmax weights (b, h, t, t) over the keys that are no padding; 0 where a query sees none."""
    t, d = q.shape[2:]
    seen = (np.tri(t) == 1) & ~padding[:, None, None, :]
    scores = np.where(seen, q @ k.mT / d**0.5, -np.inf)
    top = scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(top), top, 0.0))  # -inf - -inf would be NaN
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total > 0, total, 1.0)


def block(x: np.ndarray, params: dict[str, np.ndarray], heads: int, padding: np.ndarray) -> np.ndarray:
    """Pre-norm causal self-attention with a residual connection, (b, t, w) to (b, t, w)."""
    normed = layer_norm(x, params["gain"], params["bias"])
    q, k, v = (split_heads(part, heads) for part in np.split(normed @ params["w_qkv"], 3, axis=-1))
    return x + merge_heads(attention_weights(q, k, padding) @ v) @ params["w_out"]
