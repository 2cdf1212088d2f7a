from itertools import count, pairwise

from holdout_judge import case, growth, inout, oracle, property, stream


@case(visible=True, why="the worked example: the second hit on a document is passed over, and the third best comes")
def example(sol):
    same(sol.top_k([[(0.9, "a"), (0.3, "b")], [(0.8, "c"), (0.7, "a")]], 3), [(0.9, "a"), (0.8, "c"), (0.3, "b")])


@case(visible=True, why="every hit costs a disk access: one of each shard, and one more for each that is used")
def reads_what_decides(sol):
    shards = [Counted([9, 5, 4, 1]), Counted([8, 7, 6]), Counted([3, 2]), Counted([])]
    same(sol.top_k([stream(shard, chunk=1) for shard in shards], 3), [(9.0, "0.9"), (8.0, "1.8"), (7.0, "1.7")])
    assert [shard.read for shard in shards] == [2, 2, 1, 0], "more, or less, was read than decides"


@case(why="the last place is taken: whatever comes next in any shard cannot matter any more")
def stops_when_full(sol):
    shards = [Counted([9, 8]), Counted([7, 6])]
    same(sol.top_k([stream(shard, chunk=1) for shard in shards], 1), [(9.0, "0.9")])
    assert [shard.read for shard in shards] == [1, 1]


@case(why="nothing is asked, so nothing is read")
def nothing_asked(sol):
    shard = Counted([1])
    assert sol.top_k([stream(shard, chunk=1)], 0) == []
    assert shard.read == 0


@case(why="streams that end early, that are empty, and fewer hits than asked for")
def short_streams(sol):
    same(sol.top_k([[], [(0.2, "x")], [(0.1, "y"), (0.05, "z")]], 9), [(0.2, "x"), (0.1, "y"), (0.05, "z")])
    assert sol.top_k([], 3) == [] and sol.top_k([[], []], 3) == []


@case(why="a shard may compute hits for ever: a merge that collects first never answers")
def endless_streams(sol):
    got = sol.top_k([stream(endless(1), chunk=1), stream(endless(2), chunk=1)], 3)
    same(got, [(1.0, "1.1"), (0.5, "1.2"), (0.5, "2.2")])


@case(why="equal scores: the earlier shard goes first, all of its equal hits before the next shard's")
def ties_by_shard(sol):
    shards = [[(1.0, "z")], [(2.0, "b"), (1.0, "a"), (1.0, "c")], [(2.0, "a2")]]
    same(sol.top_k(shards, 5), [(2.0, "b"), (2.0, "a2"), (1.0, "z"), (1.0, "a"), (1.0, "c")])


@case(why="replicas: a document counts once, with its best hit, and leaves its other place to somebody else")
def replicas(sol):
    shards = [[(0.5, "a"), (0.4, "b")], [(0.7, "a"), (0.2, "c")], [(0.7, "a")]]
    same(sol.top_k(shards, 3), [(0.7, "a"), (0.4, "b"), (0.2, "c")])


@case(why="a hit that is passed over was used: its shard must be asked for the next one")
def passed_over_hits_are_used(sol):
    shards = [Counted([9, 1]), Counted([9, 8], names=["0.9", "1.8"])]
    same(sol.top_k([stream(shard, chunk=1) for shard in shards], 2), [(9.0, "0.9"), (8.0, "1.8")])
    assert [shard.read for shard in shards] == [2, 2]


@case(why="infinite scores are pinned and buried documents, and negative ones are scores like others")
def extreme_scores(sol):
    inf = float("inf")
    same(sol.top_k([[(inf, "ad"), (-inf, "x")], [(0.0, "m"), (-3.0, "n")]], 4),
         [(inf, "ad"), (0.0, "m"), (-3.0, "n"), (-inf, "x")])  # fmt: skip


@case(why="the list of shards belongs to the caller")
def input_stays(sol):
    _, after = inout(sol.top_k, [[(2.0, "a")], [(1.0, "b")]], 1)
    assert [[tuple(hit) for hit in shard] for shard in after[0]] == [[(2.0, "a")], [(1.0, "b")]]


@oracle(runs=20, why="agrees with the reference on drawn shards with many equal scores and replicas")
def agrees(rng):
    shards = []
    for _ in range(int(rng.integers(0, 6))):
        documents = rng.permutation(12)[: int(rng.integers(0, 8))]
        scores = sorted((float(score) for score in rng.integers(0, 6, size=len(documents))), reverse=True)
        shards.append([(score, f"d{document}") for score, document in zip(scores, documents, strict=True)])
    return shards, int(rng.integers(0, 10))


@property(
    runs=5, why="whatever the shards: no document twice, scores never rise, and a longer list begins with a shorter"
)
def laws_of_a_merge(sol, rng):
    shards = []
    for _ in range(5):
        scores = sorted((float(score) for score in rng.integers(0, 9, size=10)), reverse=True)
        shards.append([(score, f"d{document}") for score, document in zip(scores, rng.permutation(30), strict=False)])
    whole = sol.top_k(shards, 50)
    assert len({document for _, document in whole}) == len(whole)
    assert all(before[0] >= after[0] for before, after in pairwise(whole))
    assert [tuple(hit) for hit in sol.top_k(shards, 7)] == [tuple(hit) for hit in whole[:7]]


@growth(sizes=[400, 1_600, 6_400], at_most="n log n",
        why="looking at every shard for each hit is shards times hits: the heads belong into a heap")  # fmt: skip
def grows_with_the_shards(rng, n):
    scores = -rng.random((n, 3))
    scores.sort(axis=1)
    shards = [
        [(-float(score), f"{shard}.{place}") for place, score in enumerate(row)] for shard, row in enumerate(scores)
    ]
    return shards, n


def endless(shard):
    """Hits with the scores 1 / shard, 1 / (shard + 1), and so on for ever."""
    for number in count(shard):
        yield 1 / number, f"{shard}.{number}"


class Counted:
    """Hits with the given scores, which counts how many were read."""

    def __init__(self, scores, names=None):
        self.scores, self.names, self.read = scores, names, 0

    def __iter__(self):
        for place, score in enumerate(self.scores):
            self.read += 1
            yield float(score), self.names[place] if self.names else f"{self.number()}.{score}"

    def number(self):
        """Shards with a 9 first are called 0, others 1: enough for the tests here."""
        return 0 if self.scores[0] == 9 else 1


def same(got, expected):
    """These hits in this order; lists of two are as good as tuples."""
    assert [tuple(hit) for hit in got] == expected
