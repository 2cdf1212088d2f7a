"""Plain loops over pairs and tokens, softmax by row, log-sigmoid by cases."""

import math

import numpy as np


def row_log_softmax(row):
    row = np.asarray(row, dtype=np.float64)
    top = row.max()
    return row - (top + math.log(np.exp(row - top).sum()))


def dpo_loss(logits, reference_logits, tokens, mask, beta=0.1):
    _, n, t, k = logits.shape
    gradient = np.zeros((2, n, t, k))
    margins, losses = [], []
    for i in range(n):
        margin = 0.0
        for side, sign in ((0, 1.0), (1, -1.0)):
            for p in range(t):
                if mask[side, i, p]:
                    ours, own = row_log_softmax(logits[side, i, p]), tokens[side, i, p]
                    margin += beta * sign * (ours[own] - row_log_softmax(reference_logits[side, i, p])[own])
                    gradient[side, i, p] = -sign * np.exp(ours)
                    gradient[side, i, p, own] += sign
        if margin >= 0:
            loss, wrongness = math.log1p(math.exp(-margin)), math.exp(-margin) / (1 + math.exp(-margin))
        else:
            loss, wrongness = math.log1p(math.exp(margin)) - margin, 1 / (1 + math.exp(margin))
        gradient[:, i] *= -beta * wrongness / n
        margins.append(margin)
        losses.append(loss)
    return sum(losses) / n, np.array(margins), gradient
