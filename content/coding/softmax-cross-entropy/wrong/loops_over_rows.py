"""Misconception: a loop over the rows is fine, since each row is only a few NumPy calls.
Shown to the learner: Each of those calls costs about a microsecond before it does any work. Over hundreds of thousands of short rows that is seconds a step; the same calls on the whole (n, k) array pay it once.
Must fail: a_whole_step_at_once
"""
import numpy as np


def cross_entropy(logits, targets, ignore_index=-100):
    counted = [i for i, label in enumerate(targets) if label != ignore_index]
    for i in counted:
        if not 0 <= targets[i] < logits.shape[1]:
            raise ValueError("bad target")
    loss, grad = 0.0, np.zeros_like(logits)
    for i in counted:
        z = logits[i].astype(np.float64) - logits[i].max()
        log_p = z - np.log(np.exp(z).sum())
        loss -= log_p[targets[i]]
        row = np.exp(log_p)
        row[targets[i]] -= 1
        grad[i] = row / len(counted)
    return float(loss / max(len(counted), 1)), grad
