import torch


def ddpm_step(
    x: torch.Tensor,
    predicted_noise: torch.Tensor,
    t: torch.Tensor,
    alpha_bar: torch.Tensor,
    noise: torch.Tensor,
    clip: float | None = 1.0,
) -> torch.Tensor:
    """One reverse step of a denoising diffusion model, each sample at its own time.

    x, predicted_noise, noise : (b, ...). t : (b,) integers. alpha_bar : (T,).
    """
    raise NotImplementedError
