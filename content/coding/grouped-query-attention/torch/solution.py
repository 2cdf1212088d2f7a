import torch


def grouped_query_attention(q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, causal: bool = True) -> torch.Tensor:
    """Grouped-query attention (Ainslie et al., 2023): query head i reads key-value head i // (h / g)."""
    b, h, t, d = q.shape
    g, s = k.shape[1:3]
    if h % g:
        raise ValueError(f"{h} query heads cannot share {g} key-value heads evenly")
    wide = torch.promote_types(q.dtype, torch.float32)
    # The heads of a group become further queries of its one head: a product that broadcasts would copy the keys.
    folded = q.to(wide).reshape(b, g, -1, d)
    scores = (folded @ k.to(wide).mT / d**0.5).reshape(b, h, t, s)
    if causal:
        seen = torch.ones(t, s, dtype=torch.bool, device=q.device).tril(s - t)
        scores = scores.masked_fill(~seen, -torch.inf)
    weights = scores.softmax(dim=-1).reshape(b, g, -1, s)
    return (weights @ v.to(wide)).reshape(b, h, t, -1).to(q.dtype)
