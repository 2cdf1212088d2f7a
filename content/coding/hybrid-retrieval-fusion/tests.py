from holdout_judge import case, close, inout, oracle, property, raises

KEYWORD = [("leave", "c3"), ("leave", "c1"), ("travel", "c9")]
VECTOR = [("parents", "c2"), ("leave", "c1")]


@case(visible=True, why="the worked example of the prompt: both lists speak for one document")
def example(sol):
    same(sol.fuse([KEYWORD, VECTOR], 2, k=0), [("leave", "c3", 1.5), ("parents", "c2", 1.0)])


@case(visible=True, why="rank counts documents: a document with ten chunks must not push the next one down by ten")
def ranks_count_documents(sol):
    ranking = [("a", f"c{number}") for number in range(10)] + [("b", "c0")]
    same(sol.fuse([ranking], 5, k=0), [("a", "c0", 1.0), ("b", "c0", 0.5)])


@case(why="several chunks of a document are one voice of that retriever, not several")
def one_voice_for_each_ranking(sol):
    same(sol.fuse([[("a", "1"), ("b", "1"), ("a", "2"), ("a", "2")]], 5, k=1), [("a", "1", 1 / 2), ("b", "1", 1 / 3)])


@case(why="found by one retriever alone: the other adds nothing, it does not punish")
def missing_adds_nothing(sol):
    same(sol.fuse([[("a", "1")], [("b", "2")], []], 5, k=4), [("a", "1", 1 / 5), ("b", "2", 1 / 5)])


@case(why="the usual constant of 60: second in both lists beats first in only one")
def agreement_wins_with_the_default(sol):
    got = sol.fuse([[("x", "1"), ("both", "2")], [("y", "1"), ("both", "3")]], 5)
    same(got, [("both", "2", 2 / 62), ("x", "1", 1 / 61), ("y", "1", 1 / 61)])


@case(why="weights say whom we trust more, and decide which chunk is shown")
def weights_decide(sol):
    got = sol.fuse([KEYWORD, VECTOR], 5, k=0, weights=[1, 4])
    same(got, [("parents", "c2", 4.0), ("leave", "c1", 3.0), ("travel", "c9", 0.5)])


@case(why="the chunk is the one from the ranking that adds most, of equals from the first")
def chunk_of_the_strongest_voice(sol):
    first, second = [("x", "0"), ("a", "late")], [("a", "early")]
    assert [chunk for document, chunk, _ in sol.fuse([first, second], 5) if document == "a"] == ["early"]
    assert [chunk for document, chunk, _ in sol.fuse([second, [("a", "other")]], 5)] == ["early"]


@case(why="a retriever with weight 0 is switched off: what only it found has no score and is left out")
def weight_zero_switches_off(sol):
    same(sol.fuse([KEYWORD, VECTOR], 5, k=0, weights=[0, 1]), [("parents", "c2", 1.0), ("leave", "c1", 0.5)])


@case(why="equal scores are common with few lists: by name, so that the answer does not change from run to run")
def ties_by_name(sol):
    got = sol.fuse([[("b", "1"), ("c", "1")], [("c", "2"), ("b", "2")], [("a", "9")]], 9, k=0)
    assert [document for document, _, _ in got] == ["b", "c", "a"]
    assert [document for document, _, _ in sol.fuse([[("b", "1")], [("a", "1")]], 1)] == ["a"]


@case(why="no retriever, no result, no room: an empty list, not an error")
def nothing_found(sol):
    for rankings, limit in (([], 3), ([[], []], 3), ([KEYWORD], 0)):
        assert sol.fuse(rankings, limit) == []


@case(why="a weight too few would silently switch off the last retriever")
def weights_must_fit(sol):
    raises(ValueError, sol.fuse, [KEYWORD, VECTOR], 5, 60, [1.0])
    raises(ValueError, sol.fuse, [KEYWORD], 5, 60, [1.0, 1.0])
    raises(ValueError, sol.fuse, [KEYWORD], 5, 60, [])


@case(why="the rankings are logged after the answer: they stay as they are")
def inputs_stay(sol):
    _, after = inout(sol.fuse, [KEYWORD, VECTOR], 2)
    assert after[0] == [KEYWORD, VECTOR]


@oracle(runs=25, rtol=1e-12, why="agrees with the reference on drawn rankings with many shared documents")
def agrees(rng):
    rankings = [drawn(rng) for _ in range(int(rng.integers(0, 4)))]
    weights = [float(weight) for weight in rng.integers(0, 4, size=len(rankings))]
    return rankings, int(rng.integers(0, 9)), float(rng.integers(0, 70)), weights


@property(runs=5, why="a longer answer begins with the shorter one, and no document comes twice")
def limit_only_cuts(sol, rng):
    rankings = [drawn(rng) for _ in range(3)]
    whole = sol.fuse(rankings, 100)
    same(sol.fuse(rankings, 3), whole[:3])
    assert len({document for document, _, _ in whole}) == len(whole)


def drawn(rng):
    """Up to twelve chunks of eight documents."""
    size = int(rng.integers(0, 13))
    return [(f"d{document}", f"c{chunk}") for document, chunk in rng.integers(0, 8, size=(size, 2))]


def same(got, expected):
    """The same documents and chunks in the same order, and scores but for rounding."""
    assert [entry[:2] for entry in got] == [entry[:2] for entry in expected]
    close([entry[2] for entry in got], [float(entry[2]) for entry in expected], rtol=1e-12)
