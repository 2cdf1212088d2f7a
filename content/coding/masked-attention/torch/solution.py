import torch


def attention(
    q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, padding: torch.Tensor | None = None, causal: bool = False
) -> torch.Tensor:
    """Scaled dot-product attention (Vaswani et al., 2017) over the keys that may be seen; zeros where there is none."""
    t, s, d = q.shape[2], k.shape[2], q.shape[3]
    wide = torch.promote_types(q.dtype, torch.float32)
    seen = torch.ones(t, s, dtype=torch.bool, device=q.device)
    if causal:
        seen = seen.tril(s - t)
    if padding is not None:
        seen = seen & ~padding[:, None, None, :]
        hidden = padding[:, None, :, None]
        # before the products: a NaN times a weight of 0 is NaN, forwards and backwards
        k, v = k.masked_fill(hidden, 0), v.masked_fill(hidden, 0)
    scores = (q.to(wide) @ k.to(wide).mT / d**0.5).masked_fill(~seen, -torch.inf)
    # The softmax of a row of -inf is NaN, and so is its derivative: masked_fill replaces both by 0, one on each side.
    weights = scores.softmax(dim=-1).masked_fill(~seen, 0)
    return (weights @ v.to(wide)).to(q.dtype)
