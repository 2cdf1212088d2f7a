"""Misconception: min() of the sample is cheap enough to take for every arrival.
Shown to the learner: A scan of k entries an arrival is n × k steps. A heap keeps the weakest entry on top: looking costs nothing, replacing it log k.
Must fail: weighted_grows_like_a_heap
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
    best = []
    for position, (item, weight) in enumerate(stream):
        if not weight >= 0:
            raise ValueError(weight)
        if weight > 0:
            best.append((-rng.standard_exponential() / weight, position, item))
        if len(best) > k:
            best.remove(min(best))
    return [item for _, _, item in best]
