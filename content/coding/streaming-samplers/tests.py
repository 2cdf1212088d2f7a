from collections import Counter
from itertools import combinations

import numpy as np
from holdout_judge import case, chi_square_p, growth, property, raises, statistical, stream


@case(visible=True, why="a quiet day: when there are no more than k conversations, all of them come back, once each")
def short_streams(sol):
    for length, k in ((3, 5), (3, 3), (1, 9), (0, 4), (4, 0), (0, 0)):
        names = "abcd"[:length]
        expected = list(names) if k else []
        assert sorted(sol.reservoir_sample(stream(names), k, generator(1))) == expected
        pairs = [(name, 0.5) for name in names]
        assert sorted(sol.weighted_sample(stream(pairs), k, generator(1))) == expected


@case(visible=True, why="weight zero says never: such an item is not drawn even when that leaves fewer than k")
def zero_weight_is_never_drawn(sol):
    pairs = [("calm", 0.0), ("unsure", 0.7), ("calm", 0.0), ("lost", 1e-90), ("calm", 0.0)]
    for k in (2, 3, 5):
        assert sorted(sol.weighted_sample(pairs, k, generator(k))) == ["lost", "unsure"]
    assert sol.weighted_sample([("calm", 0.0)], 1, generator(0)) == []


@statistical(why="uniform means every set of k, not only every item: all 20 trios of six are counted")
def every_set_is_equally_likely(sol, rng):
    trios = list(combinations(range(6), 3))
    drawn = Counter(tuple(sorted(sol.reservoir_sample(list(range(6)), 3, one))) for one in rng.spawn(900))
    assert set(drawn) <= set(trios), "a sample was not three different items"
    return chi_square_p([drawn[trio] for trio in trios], [900 / 20] * 20)


@statistical(why="over a long stream neither the morning nor the evening is favoured")
def no_hour_is_favoured(sol, rng):
    drawn = np.array(sol.reservoir_sample(stream(range(20_000)), 1_000, rng))
    assert len(drawn) == len(set(drawn.tolist())) == 1_000
    return chi_square_p(np.bincount(drawn // 2_000, minlength=10), [100] * 10)


@statistical(why="a single weighted draw is the easiest law to state: proportional to weight, wherever the item stands")
def one_draw_is_proportional(sol, rng):
    p_values = []
    for weights in ([1, 2, 3, 10], [10, 3, 2, 1]):
        drawn = Counter(sol.weighted_sample(list(enumerate(map(float, weights))), 1, one)[0] for one in rng.spawn(300))
        p_values.append(chi_square_p([drawn[i] for i in range(4)], [300 * w / 16 for w in weights]))
    return p_values


@statistical(why="without replacement: the second draw is proportional among those left, whatever the order of arrival")
def pairs_follow_the_law(sol, rng):
    p_values = []
    for weights in ([6, 1, 2, 1], [1, 2, 1, 6]):
        pairs = list(enumerate(map(float, weights)))
        drawn = Counter(tuple(sorted(sol.weighted_sample(pairs, 2, one))) for one in rng.spawn(400))
        law = pair_law(weights)
        assert set(drawn) <= set(law), "a sample was not two different items"
        p_values.append(chi_square_p([drawn[pair] for pair in law], [400 * p for p in law.values()]))
    return p_values


@statistical(why="only ratios of weights matter: scores decayed over weeks are tiny, importance ratios are huge")
def scale_of_the_weights_does_not_matter(sol, rng):
    p_values = []
    for scale in (1e-100, 1e-6, 1e18, 1e99):
        pairs = [(i, weight * scale) for i, weight in enumerate([4.0, 1.0, 3.0])]
        drawn = Counter(sol.weighted_sample(pairs, 1, one)[0] for one in rng.spawn(120))
        p_values.append(chi_square_p([drawn[i] for i in range(3)], [60, 15, 45]))
    return p_values


@case(why="a heavy item is drawn first, but no weight is so small that it cannot fill the last place")
def weights_of_all_sizes_in_one_stream(sol):
    pairs = [("dust", 1e-100), ("star", 1e100), ("dust", 1e-100), ("planet", 1.0)]
    assert sol.weighted_sample(pairs, 1, generator(3)) == ["star"]
    assert sorted(sol.weighted_sample(pairs, 2, generator(3))) == ["planet", "star"]
    assert sorted(sol.weighted_sample(pairs, 3, generator(3))) == ["dust", "planet", "star"]


@case(why="NaN compares false with everything and would sit in the sample unnoticed; a negative weight means nothing")
def bad_weights_are_refused(sol):
    for bad in (-1.0, -1e-12, float("nan")):
        for k in (1, 3):
            raises(ValueError, sol.weighted_sample, [("a", 1.0), ("b", 2.0), ("c", bad)], k, generator(0))


@property(runs=5, why="a reviewer asks why this conversation: the run must be repeatable from the generator alone")
def same_generator_same_sample(sol, rng):
    seed = int(rng.integers(1 << 30))
    weighted = [(i, 1.0 + i % 3) for i in range(300)]
    for sample, items in ((sol.reservoir_sample, list(range(300))), (sol.weighted_sample, weighted)):
        first = sample(items, 10, generator(seed))
        assert sample(items, 10, generator(seed)) == first, "the same generator state gave another sample"
        assert sample(items, 10, generator(seed + 1)) != first, "another generator gave the same sample"


@case(why="conversations are dicts: not hashable, not comparable, and a text sent twice is two events")
def items_of_any_type(sol):
    event = {"text": "hello"}
    assert sol.reservoir_sample([event] * 9, 4, generator(5)) == [event] * 4
    assert sol.weighted_sample([(event, 0.5)] * 9, 4, generator(5)) == [event] * 4
    assert sol.weighted_sample([(np.arange(2), 1.0)] * 3, 1, generator(5))[0].tolist() == [0, 1]


@growth(sizes=[4_000, 12_000, 36_000], at_most="1", measure="memory", of="reservoir_sample",
        why="thirty million conversations do not fit: memory depends on k, not on the stream")  # fmt: skip
def uniform_in_constant_memory(rng, n):
    return stream(conversation(i) for i in range(n)), 50, rng


@growth(sizes=[4_000, 12_000, 36_000], at_most="1", measure="memory", of="weighted_sample",
        why="the weighted sample too holds k items, not one key for every conversation of the day")  # fmt: skip
def weighted_in_constant_memory(rng, n):
    return stream((conversation(i), 1.0 + i % 7) for i in range(n)), 50, rng


@growth(sizes=[1_000, 4_000, 12_000], at_most="n", of="reservoir_sample",
        why="a large sample must not make each arrival dearer: one step per item")  # fmt: skip
def uniform_grows_linearly(rng, n):
    return list(range(n)), n // 8, rng


@growth(sizes=[1_000, 4_000, 12_000], at_most="n log n", of="weighted_sample",
        why="finding the weakest of k by a scan costs n × k; a heap has it at hand")  # fmt: skip
def weighted_grows_like_a_heap(rng, n):
    return list(enumerate(rng.random(n).tolist())), n // 8, rng


def conversation(number):
    """An item of half a kilobyte."""
    return f"conversation {number} ".ljust(500, ".")


def generator(seed):
    """A fresh generator in a known state."""
    return np.random.default_rng(seed)


def pair_law(weights):
    """Probability of each pair of positions under two successive draws."""
    total = sum(weights)
    return {
        (i, j): weights[i] / total * weights[j] / (total - weights[i])
        + weights[j] / total * weights[i] / (total - weights[j])
        for i, j in combinations(range(len(weights)), 2)
    }
