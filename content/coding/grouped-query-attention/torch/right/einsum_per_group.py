import torch


def grouped_query_attention(q, k, v, causal=True):
    b, h, t, d = q.size()
    g, s, e = k.size(1), k.size(2), v.size(3)
    if h % g != 0:
        raise ValueError("h must be a multiple of g")
    kind = q.dtype if q.dtype.itemsize >= 4 else torch.float32
    rows = q.to(kind).unflatten(1, (g, h // g)).flatten(2, 3) * d**-0.5  # (b, g, r t, d)
    scores = torch.bmm(rows.flatten(0, 1), k.to(kind).flatten(0, 1).transpose(1, 2))
    if causal:
        late = torch.arange(s) - (s - t) > torch.arange(t)[:, None]
        scores = scores.unflatten(1, (h // g, t)).masked_fill(late, float("-inf")).flatten(1, 2)
    powers = torch.exp(scores - scores.detach().amax(dim=-1, keepdim=True))
    out = torch.bmm(powers, v.to(kind).flatten(0, 1)) / powers.sum(dim=-1, keepdim=True)
    return out.view(b, h, t, e).to(q.dtype)
