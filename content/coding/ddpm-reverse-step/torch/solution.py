import torch


def ddpm_step(
    x: torch.Tensor,
    predicted_noise: torch.Tensor,
    t: torch.Tensor,
    alpha_bar: torch.Tensor,
    noise: torch.Tensor,
    clip: float | None = 1.0,
) -> torch.Tensor:
    """One reverse step of a denoising diffusion model (Ho et al., 2020), each sample at its own time."""
    wide = torch.promote_types(x.dtype, torch.float32)

    def spread(coefficient: torch.Tensor) -> torch.Tensor:
        """(b,) -> (b, 1, ...), in the dtype of the arithmetic: without it, (b,) would line up with the last axis."""
        return coefficient.to(wide).reshape(-1, *[1] * (x.ndim - 1))

    table = alpha_bar.detach().to(torch.float64)
    bar = table[t]
    before = torch.where(t > 0, table[t - 1], 1.0)  # at t = 0 the other branch reads the last entry, and is not taken
    beta = 1 - bar / before
    for_x0 = before.sqrt() * beta / (1 - bar)
    for_x = (1 - beta).sqrt() * (1 - before) / (1 - bar)
    for_noise = ((1 - before) / (1 - bar) * beta).sqrt()

    current = x.to(wide)
    x0 = (current - spread((1 - bar).sqrt()) * predicted_noise.to(wide)) / spread(bar.sqrt())
    if clip is not None:
        x0 = x0.clamp(-clip, clip)
    mean = spread(for_x0) * x0 + spread(for_x) * current
    return (mean + spread(for_noise) * noise.detach().to(wide)).to(x.dtype)
