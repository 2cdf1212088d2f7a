"""Misconception: the reservoir trick carries over: accept with probability k · w / (sum so far), evict one evenly.
Shown to the learner: That aims at inclusion probabilities proportional to the weight, which is another law than drawing one after the other, and it fails as soon as one item deserves more than one place. The law asked for needs the weights of those that leave, too.
Must fail: pairs_follow_the_law
"""
def reservoir_sample(stream, k, rng):
    sample = []
    for before, item in enumerate(stream):
        if before < k:
            sample.append(item)
        elif (slot := rng.integers(before + 1)) < k:
            sample[slot] = item
    return sample


def weighted_sample(stream, k, rng):
    sample, total = [], 0.0
    for item, weight in stream:
        if not weight >= 0:
            raise ValueError(weight)
        if weight == 0:
            continue
        total += weight
        if len(sample) < k:
            sample.append(item)
        elif k and rng.random() < k * (weight / total):
            sample[rng.integers(k)] = item
    return sample
