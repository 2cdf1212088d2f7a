"""Misconception: give every item its random key, then sort and keep the best k.
Shown to the learner: The keys are right, but sorting them needs all of them at once. Only the k best so far can ever win: keep those in a heap and let the rest go.
Must fail: weighted_in_constant_memory
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
    keyed = []
    for position, (item, weight) in enumerate(stream):
        if not weight >= 0:
            raise ValueError(weight)
        if weight > 0:
            keyed.append((rng.standard_exponential() / weight, position, item))
    return [item for _, _, item in sorted(keyed)[:k]]
