import numpy as np
from holdout_judge import case, close, forbid, growth, oracle, property, statistical, z_test_p

for package in ("datasketch", "scipy", "networkx"):
    forbid(package, why="the parts are the exercise")


@case(visible=True, why="the worked example of the prompt: a run that comes twice is one shingle")
def example(sol):
    wanted = {("to", "be"), ("be", "or"), ("or", "not"), ("not", "to")}
    assert sol.shingles("to be or not to be".split(), 2) == wanted
    assert sol.jaccard({1, 2, 3}, {2, 3, 4}) == 0.5


@case(
    visible=True, why="two different headlines of two words are not the same document, though both are shorter than k"
)
def short_documents(sol):
    assert sol.shingles(["rain", "falls"], 3) == {("rain", "falls")}
    assert sol.shingles(["rain", "falls"], 2) == {("rain", "falls")}
    assert sol.shingles(["rain"], 1) == {("rain",)}
    assert sol.shingles([], 3) == set()
    assert sol.shingles(["a", "b", "c"], 2) == {("a", "b"), ("b", "c")}
    words = ["a", "b", "c"]
    assert sol.shingles(words, 3) == {("a", "b", "c")} and words == ["a", "b", "c"]


@case(why="an excerpt is not its source: what only one of them holds counts in the union; nothing equals nothing")
def similarity_of_sets(sol):
    assert sol.jaccard({1}, {1, 2, 3, 4}) == 0.25
    assert sol.jaccard({(1, 2)}, {(1, 2)}) == 1.0
    assert sol.jaccard({1, 2}, {3}) == 0.0
    assert sol.jaccard(set(), {3}) == 0.0
    assert sol.jaccard(set(), set()) == 1.0


@case(level=2, visible=True, why="the worked example: (x + 2) mod 7 and (3 x + 5) mod 7, the smaller of each")
def signatures_by_hand(sol):
    got = sol.signatures([{0, 2}, {1}], np.array([1, 3]), np.array([2, 5]), 7)
    close(got, np.array([[2, 4], [3, 1]]))


@case(level=2, why="hashes near 2**31 multiply to 2**62: they fit into int64, and into nothing smaller or in floats")
def large_hashes(sol):
    p = 2**31 - 1
    a, b, members = [p - 1, p - 2, 1_234_567_891], [p - 1, 0, 987_654_321], [p - 1, p - 2, 2**30 + 7, 1_999_999_999]
    wanted = [min((u * x + v) % p for x in members) for u, v in zip(a, b, strict=True)]
    close(sol.signatures([set(members)], np.array(a), np.array(b), p), np.array([wanted]))


@case(level=2, why="an empty document has p everywhere, which no hash reaches; no documents have no signatures")
def empty_sets(sol):
    got = sol.signatures([set(), {1}, set()], np.array([2, 1]), np.array([0, 3]), 5)
    close(got, np.array([[5, 5], [2, 4], [5, 5]]))
    close(sol.signatures([], np.array([2, 1]), np.array([0, 3]), 5), np.zeros((0, 2), dtype=np.int64))


@oracle(level=2, runs=6, of="signatures", why="agrees with the reference over numbers of sets, members and functions")
def signatures_agree(rng):
    p = int(rng.choice([101, 7919, 2**31 - 1]))
    sets = [set(rng.integers(0, p, size=rng.integers(0, 12)).tolist()) for _ in range(rng.integers(1, 6))]
    h = int(rng.integers(1, 9))
    return sets, rng.integers(1, p, size=h), rng.integers(0, p, size=h), p


@case(level=2, why="places are compared one by one: the same numbers in other places are no agreement")
def estimate_by_place(sol):
    assert sol.estimate(np.array([1, 2, 3, 4]), np.array([1, 3, 2, 4])) == 0.5
    assert sol.estimate(np.array([1, 2]), np.array([2, 1])) == 0.0
    assert sol.estimate(np.array([5]), np.array([5])) == 1.0


@statistical(level=2, why="over random functions the share of equal places is the Jaccard similarity, here 1/3")
def estimates_the_similarity(sol, rng):
    p, h = 2**31 - 1, 2_000
    members = rng.choice(p, size=60, replace=False).tolist()
    a, b = rng.integers(1, p, size=h), rng.integers(0, p, size=h)
    first, second = sol.signatures([set(members[:40]), set(members[20:])], a, b, p)
    return z_test_p(sol.estimate(first, second), 1 / 3, np.sqrt(2 / 9 / h))


@case(level=3, visible=True, why="two bands of two: one whole band in common is enough, half of each is not")
def bands_by_hand(sol):
    rows = np.array([[1, 2, 3, 4], [1, 2, 9, 9], [1, 8, 3, 7], [6, 6, 3, 4], [1, 2, 3, 4]])
    assert sol.candidate_pairs(rows, 2) == [(0, 1), (0, 3), (0, 4), (1, 4), (3, 4)]
    assert sol.candidate_pairs(rows, 1) == [(0, 4)]
    got = sol.candidate_pairs(rows, 4)
    assert got == [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 4), (2, 3), (2, 4), (3, 4)]


@case(level=3, why="the first band of one document and the second of another may hold the same numbers: no agreement")
def bands_stay_apart(sol):
    assert sol.candidate_pairs(np.array([[1, 2, 3, 4], [3, 4, 1, 2]]), 2) == []
    assert sol.candidate_pairs(np.array([[1, 2], [1, 3], [2, 1]]), 2) == [(0, 1)]
    assert sol.candidate_pairs(np.zeros((1, 4), dtype=np.int64), 2) == []
    assert sol.candidate_pairs(np.zeros((0, 4), dtype=np.int64), 2) == []


@oracle(level=3, runs=6, of="candidate_pairs", why="agrees with the reference over documents, bands and collisions")
def pairs_agree(rng):
    bands, rows = int(rng.integers(1, 5)), int(rng.integers(1, 4))
    return rng.integers(0, 3, size=(int(rng.integers(1, 15)), bands * rows)), bands


@growth(level=3, sizes=[100, 400, 1_600], at_most="n log n", of="candidate_pairs",
        why="a billion documents make 5 * 10**17 pairs, and nearly all of them are different")  # fmt: skip
def without_all_pairs(rng, n):
    return rng.integers(0, 2**31 - 1, size=(n, 8)), 4


@case(level=4, visible=True, why="a chain links its ends; the largest stays, of equal ones the first")
def groups_by_hand(sol):
    pairs = [(0, 3), (4, 1), (3, 1)]
    assert sol.representatives(6, pairs, [10, 30, 99, 30, 20, 5]) == [1, 1, 2, 1, 1, 5]
    assert sol.representatives(3, [], [1, 1, 1]) == [0, 1, 2]
    assert sol.representatives(0, [], []) == []


@case(level=4, why="pairs come in any order, twice, turned round, or within a group that is already known")
def repeated_pairs(sol):
    pairs = [(2, 1), (1, 2), (0, 1), (2, 0), (1, 0), (0, 1)]
    assert sol.representatives(4, pairs, [7, 7, 7, 9]) == [0, 0, 0, 3]
    assert sol.representatives(4, pairs[::-1], [7, 7, 8, 9]) == [2, 2, 2, 3]


@case(level=4, why="three thousand copies in a chain, each longer than the last: no recursion is that deep by default")
def long_chains(sol):
    n = 3_000
    pairs = [(i, i + 1) for i in range(n - 1)]
    assert sol.representatives(n, pairs, list(range(n))) == [n - 1] * n
    assert sol.representatives(n, pairs, [1] * (n - 1) + [2]) == [n - 1] * n


@oracle(level=4, runs=10, of="representatives", why="agrees with the reference over numbers of documents and pairs")
def groups_agree(rng):
    n = int(rng.integers(1, 20))
    pairs = [tuple(pair) for pair in rng.integers(0, n, size=(rng.integers(0, 2 * n), 2)).tolist()]
    return n, pairs, rng.integers(1, 5, size=n).tolist()


@growth(level=4, sizes=[250, 1_000, 4_000], at_most="n log n", of="representatives",
        why="groups grow by merging: renaming a whole group at each merge costs the square of its size")  # fmt: skip
def merges_in_near_linear_time(rng, n):
    return n, [(i, i + 1) for i in range(n - 1)], list(range(n))


@property(level=4, runs=2, why="the whole way: copies with changed headers end in one group, other articles stay alone")
def from_words_to_groups(sol, rng):
    p, h = 2**31 - 1, 60
    articles = [rng.integers(0, 10**6, size=80).tolist() for _ in range(6)]
    copies = [list(map(str, rng.integers(0, 10**6, size=2).tolist() + articles[i])) for i in (0, 0, 0, 3)]
    texts = [list(map(str, article)) for article in articles] + copies
    number = {}
    sets = [{number.setdefault(run, len(number)) for run in sol.shingles(words, 3)} for words in texts]
    rows = sol.signatures(sets, rng.integers(1, p, size=h), rng.integers(0, p, size=h), p)
    pairs = [(i, j) for i, j in sol.candidate_pairs(rows, 20) if sol.jaccard(sets[i], sets[j]) > 0.8]
    assert sol.representatives(10, pairs, [len(words) for words in texts]) == [6, 1, 2, 9, 4, 5, 6, 6, 6, 9]
