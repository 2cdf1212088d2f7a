import torch


def ddpm_step(x, predicted_noise, t, alpha_bar, noise, clip=1.0):
    with torch.no_grad():
        a = alpha_bar.double()
        prev = torch.cat([torch.ones(1, dtype=torch.float64), a[:-1]])
        beta = (prev - a) / prev
        rows = torch.stack(
            [
                torch.rsqrt(a),
                torch.sqrt(1 / a - 1),
                prev.sqrt() * beta / (1 - a),
                torch.sqrt(a / prev) * (1 - prev) / (1 - a),
                torch.sqrt(beta * (1 - prev) / (1 - a)),
            ]
        )
        kind = torch.float32 if x.dtype in (torch.half, torch.bfloat16) else x.dtype
        rows = rows.index_select(1, t.long()).to(kind)
        rows = rows[(...,) + (None,) * (x.dim() - 1)]
        eps = noise.detach().to(kind)  # under no_grad, .to of the same dtype is still the tensor with its graph
    z, e = x.to(kind), predicted_noise.to(kind)
    x0 = rows[0] * z - rows[1] * e
    if clip is not None:
        x0 = torch.clip(x0, -clip, clip)
    return (rows[2] * x0 + rows[3] * z + rows[4] * eps).to(x.dtype)
