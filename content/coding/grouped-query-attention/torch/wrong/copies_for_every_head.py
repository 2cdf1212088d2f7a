"""Misconception: repeat_interleave, or a product that broadcasts, costs no memory worth speaking of.
Shown to the learner: It writes the keys and values out once for every query head, and while decoding the cache is nearly all the memory there is. Fold the heads of a group into the axis of queries: then one product per key-value head serves them all.
Must fail: the_cache_is_not_copied
"""
import torch


def grouped_query_attention(q, k, v, causal=True):
    h, t, d = q.shape[1:]
    g, s = k.shape[1:3]
    if h % g:
        raise ValueError("heads")
    wide = torch.promote_types(q.dtype, torch.float32)
    k, v = (x.to(wide).repeat_interleave(h // g, dim=1) for x in (k, v))
    scores = q.to(wide) @ k.mT / d**0.5
    if causal:
        seen = torch.ones(t, s, dtype=torch.bool, device=q.device).tril(s - t)
        scores = scores.masked_fill(~seen, -torch.inf)
    return (scores.softmax(dim=-1) @ v).to(q.dtype)
