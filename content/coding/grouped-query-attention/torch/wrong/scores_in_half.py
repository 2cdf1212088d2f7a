"""Misconception: the whole of attention may run in the dtype of its inputs.
Shown to the learner: In float16 a score above 65,504 is infinite, and infinity minus infinity is NaN; in bfloat16 the scores keep three digits, and the softmax turns their error into another distribution. Compute scores and softmax in float32.
Must fail: half_precision_is_computed_in_float32
"""
import torch


def grouped_query_attention(q, k, v, causal=True):
    b, h, t, d = q.shape
    g, s = k.shape[1:3]
    if h % g:
        raise ValueError("heads")
    scores = (q.reshape(b, g, -1, d) @ k.mT / d**0.5).reshape(b, h, t, s)
    if causal:
        seen = torch.ones(t, s, dtype=torch.bool, device=q.device).tril(s - t)
        scores = scores.masked_fill(~seen, -torch.inf)
    return (scores.softmax(dim=-1).reshape(b, g, -1, s) @ v).reshape(b, h, t, -1)
