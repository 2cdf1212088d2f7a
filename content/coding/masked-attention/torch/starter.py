import torch


def attention(
    q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, padding: torch.Tensor | None = None, causal: bool = False
) -> torch.Tensor:
    """Scaled dot-product attention of all heads, with a graph: (b, h, t, e) in the dtype of q.

    q : (b, h, t, d). k : (b, h, s, d). v : (b, h, s, e). padding : (b, s) booleans, True where a key must not be seen.
    causal : query i sees key j only if j <= i + (s - t). A query that sees nothing returns zeros.
    """
    raise NotImplementedError
