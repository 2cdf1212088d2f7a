"""Misconception: the whole of attention may run in the dtype of its inputs.
Shown to the learner: In float16 a score above 65,504 is infinite, and infinity minus infinity is NaN; in bfloat16 the scores keep three digits, and the softmax turns their error into another distribution. Compute scores and softmax in float32.
Must fail: half_precision_is_computed_in_float32
"""
import torch


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    seen = torch.ones(t, s, dtype=torch.bool, device=q.device)
    if causal:
        seen = seen.tril(s - t)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
        hidden = padding[:, None, :, None]
        k, v = k.masked_fill(hidden, 0), v.masked_fill(hidden, 0)
    scores = (q @ k.mT / d**0.5).masked_fill(~seen, -torch.inf)
    return scores.softmax(dim=-1).masked_fill(~seen, 0) @ v
