"""Misconception: the dtype of the logits is good enough for their loss.
Shown to the learner: In bfloat16 the loss keeps three digits, and a mean over the batch moves in steps larger than what a training step changes. Convert to float32 first; the gradient still comes back in the dtype of the logits.
Must fail: half_precision_is_computed_in_float32
"""
import torch


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, ignore_index: int = -100) -> torch.Tensor:
    counted = targets != ignore_index
    labels = targets[counted].long()
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError("bad target")
    log_p = logits[counted].log_softmax(dim=1)
    return -log_p.gather(1, labels[:, None]).sum() / max(len(labels), 1)
