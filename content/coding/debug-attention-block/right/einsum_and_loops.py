"""Heads one by one from slices, softmax over a masked array, normalisation from sums."""

import numpy as np


def layer_norm(x, gain, bias):
    w = x.shape[-1]
    centred = x - x.sum(axis=-1, keepdims=True) / w
    variance = np.einsum("btw,btw->bt", centred, centred) / w
    return gain * centred / np.sqrt(variance + 1e-5)[..., None] + bias


def split_heads(x, heads):
    return np.stack(np.split(x, heads, axis=2), axis=1)


def merge_heads(x):
    return np.concatenate([x[:, head] for head in range(x.shape[1])], axis=2)


def attention_weights(q, k, padding):
    b, h, t, d = q.shape
    scores = np.einsum("bhid,bhjd->bhij", q, k) / np.sqrt(d)
    future = np.triu(np.ones((t, t), dtype=bool), 1)
    hidden = np.broadcast_to(future | padding[:, None, None, :], (b, h, t, t))
    scores = np.ma.array(scores, mask=hidden)
    weights = np.ma.exp(scores - scores.max(axis=3, keepdims=True))
    return (weights / weights.sum(axis=3, keepdims=True)).filled(0.0)


def block(x, params, heads, padding):
    w = x.shape[2]
    mixed = layer_norm(x, params["gain"], params["bias"]) @ params["w_qkv"]
    q, k, v = (split_heads(mixed[..., i * w : (i + 1) * w], heads) for i in range(3))
    out = np.einsum("bhij,bhjd->bhid", attention_weights(q, k, padding), v)
    return x + merge_heads(out) @ params["w_out"]
