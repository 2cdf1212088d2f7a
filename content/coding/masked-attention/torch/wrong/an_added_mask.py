"""Misconception: a NaN that is replaced at the end has done no harm.
Shown to the learner: It is gone from the output, but the softmax of a row of -inf still lies in the graph, and its derivative is NaN whatever comes in from above. A mask that is added lets it through to q and k, and every weight of the layer is NaN after one step. Hidden scores must be replaced, so that no gradient passes them.
Must fail: a_query_that_sees_nothing
"""
import torch


def attention(q, k, v, padding=None, causal=False):
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    wide = torch.promote_types(q.dtype, torch.float32)
    seen = torch.ones(t, s, dtype=torch.bool, device=q.device)
    if causal:
        seen = seen.tril(s - t)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
        hidden = padding[:, None, :, None]
        k, v = k.masked_fill(hidden, 0), v.masked_fill(hidden, 0)
    bias = torch.zeros(seen.shape, dtype=wide, device=q.device).masked_fill(~seen, -torch.inf)
    scores = q.to(wide) @ k.to(wide).mT / d**0.5 + bias
    weights = torch.nan_to_num(scores.softmax(dim=-1))
    return (weights @ v.to(wide)).to(q.dtype)
