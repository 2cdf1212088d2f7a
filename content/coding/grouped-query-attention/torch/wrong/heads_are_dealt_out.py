"""Misconception: query head i reads key-value head i modulo g.
Shown to the learner: Both ways are fair, but only one is that of the checkpoint: groups are runs of neighbours, i // r. Tensor.repeat deals the heads out in turn; repeat_interleave keeps neighbours together.
Must fail: agrees_with_the_library
"""
import torch


def grouped_query_attention(q, k, v, causal=True):
    b, h, t, d = q.shape
    g, s = k.shape[1:3]
    if h % g:
        raise ValueError("heads")
    wide = torch.promote_types(q.dtype, torch.float32)
    folded = q.to(wide).unflatten(1, (h // g, g)).transpose(1, 2).flatten(2, 3)
    scores = (folded @ k.to(wide).mT / d**0.5).unflatten(2, (h // g, t))
    if causal:
        seen = torch.ones(t, s, dtype=torch.bool, device=q.device).tril(s - t)
        scores = scores.masked_fill(~seen, -torch.inf)
    out = scores.softmax(dim=-1).flatten(2, 3) @ v.to(wide)
    return out.unflatten(2, (h // g, t)).transpose(1, 2).reshape(b, h, t, -1).to(q.dtype)
