"""Misconception: where nothing counts, a fresh zero is the loss.
Shown to the learner: A fresh tensor has no graph, so backward() raises in the middle of the night, on the one batch that is all padding. Let the 0 come out of the computation: the sum over no rows is 0 and has a graph.
Must fail: all_rows_ignored
"""
import torch


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, ignore_index: int = -100) -> torch.Tensor:
    counted = targets != ignore_index
    labels = targets[counted].long()
    if ((labels < 0) | (labels >= logits.shape[1])).any():
        raise ValueError("bad target")
    if len(labels) == 0:
        return torch.zeros(())
    log_p = logits[counted].log_softmax(dim=1, dtype=torch.promote_types(logits.dtype, torch.float32))
    return -log_p.gather(1, labels[:, None]).mean()
