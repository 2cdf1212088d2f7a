"""One token after the other, with the cases of the minimum written out."""

import math

import numpy as np


def group_advantages(rewards):
    rows = []
    for row in rewards.astype(np.float64).tolist():
        if len(set(row)) == 1:
            rows.append([0.0] * len(row))
            continue
        mean = math.fsum(row) / len(row)
        deviation = math.sqrt(math.fsum((reward - mean) ** 2 for reward in row) / len(row))
        rows.append([(reward - mean) / deviation for reward in row])
    return np.array(rows)


def clipped_policy_loss(logp, old_logp, advantages, mask, epsilon=0.2):
    gradient = np.zeros(mask.shape)
    places = np.argwhere(mask).tolist()
    total, held_back = 0.0, 0
    for i, j in places:
        advantage = float(advantages[i])
        log_ratio = float(logp[i, j]) - float(old_logp[i, j])
        ratio = math.exp(max(-20.0, min(20.0, log_ratio)))
        gained = advantage > 0 and ratio > 1 + epsilon
        lost = advantage < 0 and ratio < 1 - epsilon
        if gained or lost:
            held_back += 1
            total += advantage * (1 + epsilon if gained else 1 - epsilon)
        else:
            total += advantage * ratio
            if -20 <= log_ratio <= 20:
                gradient[i, j] = -advantage * ratio / len(places)
    count = len(places) or 1
    return -total / count, held_back / count, gradient
