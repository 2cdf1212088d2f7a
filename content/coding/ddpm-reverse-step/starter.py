import numpy as np


def ddpm_step(
    x: np.ndarray,
    predicted_noise: np.ndarray,
    t: np.ndarray,
    alpha_bar: np.ndarray,
    noise: np.ndarray,
    clip: float | None = 1.0,
) -> np.ndarray:
    """One reverse step of a denoising diffusion model, each sample at its own time.

    x, predicted_noise, noise : (b, ...). t : (b,) integers. alpha_bar : (T,).
    """
    raise NotImplementedError
