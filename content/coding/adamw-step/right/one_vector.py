"""All gradients in one long vector for the norm; corrections folded into the step size, as in the first paper on Adam."""

import math

import numpy as np


def adamw_step(params, grads, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01, max_norm=None):
    b1, b2 = betas
    names = [name for name in params if grads[name] is not None]
    flat = [np.asarray(grads[name], dtype=np.float64).ravel() for name in names]
    if max_norm is not None and flat:
        length = np.linalg.norm(np.concatenate(flat))
        if length > max_norm:
            flat = [part * (max_norm / length) for part in flat]
    new_params, new_state = {**params}, {name: dict(entry) for name, entry in state.items()}
    for name, g in zip(names, flat):
        theta = np.asarray(params[name])
        entry = new_state.setdefault(name, {"step": 0, "m": np.zeros(theta.shape), "v": np.zeros(theta.shape)})
        g = g.reshape(theta.shape)
        entry["step"] += 1
        entry["m"] = entry["m"] + (1 - b1) * (g - entry["m"])
        entry["v"] = entry["v"] + (1 - b2) * (g * g - entry["v"])
        root = math.sqrt(1 - b2 ** entry["step"])
        rate = lr * root / (1 - b1 ** entry["step"])
        update = rate * entry["m"] / (np.sqrt(entry["v"]) + eps * root)
        new_params[name] = (theta.astype(np.float64) * (1 - lr * weight_decay) - update).astype(theta.dtype)
    return new_params, new_state
