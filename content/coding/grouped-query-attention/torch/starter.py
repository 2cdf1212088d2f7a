import torch


def grouped_query_attention(q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, causal: bool = True) -> torch.Tensor:
    """Attention in which each key-value head serves a run of query heads: (b, h, t, e), with a graph.

    q : (b, h, t, d). k : (b, g, s, d). v : (b, g, s, e). h is a multiple of g.
    """
    raise NotImplementedError
