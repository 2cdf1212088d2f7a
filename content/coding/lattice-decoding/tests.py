from holdout_judge import case, growth, inout, property


@case(
    visible=True, why="the worked example of the prompt: the cheaper sound loses to the better sentence, across a pause"
)
def example(sol):
    edges = [(0, 1, "ice", 10), (0, 1, "eyes", 8), (1, 2, "", 1), (2, 3, "cream", 5)]
    bigram = {("<s>", "ice"): 3, ("<s>", "eyes"): 3, ("ice", "cream"): 1, ("cream", "</s>"): 2}
    assert sol.best_sentence(edges, 0, 3, bigram, 20) == (22, ["ice", "cream"])


@case(visible=True, why="a lattice that was cut off has no sentence: None, not an infinite cost")
def out_of_reach(sol):
    edges = [(0, 1, "a", 1), (2, 3, "b", 1), (3, 0, "c", 1)]
    assert sol.best_sentence(edges, 0, 3, {}, 1) is None
    assert sol.best_sentence([], 0, 1, {}, 1) is None
    assert sol.best_sentence(edges, 7, 3, {}, 1) is None
    assert sol.best_sentence(edges, 2, 1, {}, 1) == (7, ["b", "c", "a"])


@case(why="a way that is dearer up to a node may be the better one from there, since its last word fits what follows")
def the_last_word_is_part_of_the_state(sol):
    edges = [(0, 1, "new", 5), (0, 1, "gnu", 1), (0, 1, "knew", 2), (1, 2, "york", 3), (1, 2, "cork", 4)]
    bigram = {("new", "york"): 0, ("gnu", "york"): 9, ("knew", "york"): 9, ("gnu", "cork"): 7, ("york", "</s>"): 3}
    first = sol.best_sentence(edges, 0, 2, bigram, 8)
    second = sol.best_sentence(edges, 0, 2, bigram | {("knew", "cork"): 1, ("cork", "</s>"): 2}, 8)
    assert first == (19, ["new", "york"])
    assert second == (17, ["knew", "cork"])


@case(why="the end of the sentence costs like a word: the first way to arrive need not be the best one")
def the_end_has_its_cost(sol):
    edges = [(0, 1, "non", 2), (0, 1, "a", 1), (1, 2, "stop", 1), (1, 2, "stops", 3)]
    bigram = {("non", "stop"): 0, ("non", "stops"): 0, ("stop", "</s>"): 9, ("stops", "</s>"): 1}
    assert sol.best_sentence(edges, 0, 2, bigram, 5) == (11, ["non", "stops"])
    edges = [(0, 1, "stop", 1), (0, 1, "stops", 3), (1, 1, "now", 1)]
    bigram |= {("stop", "now"): 0, ("now", "</s>"): 1}
    assert sol.best_sentence(edges, 0, 1, bigram, 5) == (8, ["stop", "now"])


@case(why="a pause is no word: it costs its sound alone, and the words on both sides of it are still neighbours")
def pauses_are_no_words(sol):
    edges = [(0, 1, "", 2), (1, 2, "good", 1), (2, 3, "", 4), (3, 4, "", 1), (4, 5, "day", 1), (5, 6, "", 3)]
    bigram = {("<s>", "good"): 1, ("good", "day"): 2, ("day", "</s>"): 3}
    assert sol.best_sentence(edges, 0, 6, bigram, 50) == (18, ["good", "day"])
    assert sol.best_sentence([(0, 1, "", 2), (1, 2, "", 3)], 0, 2, {("<s>", "</s>"): 4}, 50) == (9, [])


@case(why="an utterance of nothing: the empty sentence pays for its end, and a detour may still be cheaper")
def start_is_goal(sol):
    assert sol.best_sentence([], 4, 4, {("<s>", "</s>"): 6}, 1) == (6, [])
    assert sol.best_sentence([(4, 4, "hm", 1)], 4, 4, {("<s>", "</s>"): 6}, 2) == (5, ["hm"])


@case(why="a filler loops at its node, and pays where two words hardly ever meet: the same node, twice, in one way")
def a_node_may_be_passed_twice(sol):
    edges = [(0, 1, "send", 1), (1, 1, "uh", 2), (1, 2, "mail", 1), (2, 2, "", 0), (2, 1, "", 0), (1, 1, "", 0)]
    bigram = {("send", "mail"): 30, ("send", "uh"): 1, ("uh", "mail"): 1, ("mail", "</s>"): 0, ("uh", "uh"): 0}
    assert sol.best_sentence(edges, 0, 2, bigram, 4) == (10, ["send", "uh", "mail"])


@case(why="the first pass numbers its nodes as it makes them, so an edge may lead to a smaller number")
def numbers_of_nodes_mean_nothing(sol):
    edges = [(9, -4, "a", 1), (-4, 7, "b", 1), (7, 2, "c", 1), (9, 2, "d", 9), (2, 3, "e", 1)]
    assert sol.best_sentence(edges, 9, 3, {}, 1) == (9, ["a", "b", "c", "e"])


@case(why="a word is settled when it is taken from the queue: a direct edge is found first and may be dearer")
def found_first_is_not_cheapest(sol):
    edges = [(0, 3, "so", 9), (0, 1, "", 1), (1, 2, "", 1), (2, 3, "so", 1), (3, 4, "it", 1)]
    assert sol.best_sentence(edges, 0, 4, {}, 0) == (4, ["so", "it"])


@case(why="two servers must show the same text: equal costs go to fewer words, then to the smaller list")
def ties(sol):
    edges = [(0, 2, "b", 4), (0, 1, "a", 1), (1, 2, "a", 1), (0, 2, "c", 4)]
    assert sol.best_sentence(edges, 0, 2, {}, 2) == (8, ["b"])
    edges = [
        (0, 1, "b", 0),
        (0, 5, "", 0),
        (5, 1, "a", 0),
        (1, 2, "z", 0),
        (1, 3, "y", 0),
        (2, 4, "", 0),
        (3, 4, "", 0),
    ]
    assert sol.best_sentence(edges, 0, 4, {}, 1) == (3, ["a", "y"])
    edges = [(0, 1, "b", 3), (0, 2, "a", 1), (1, 3, "x", 1), (2, 3, "x", 3), (0, 4, "a", 2), (4, 3, "w", 2)]
    assert sol.best_sentence(edges, 0, 3, {}, 0) == (4, ["a", "w"])
    edges = [(0, 1, "c", 0), (1, 3, "d", 2), (0, 2, "b", 2), (2, 3, "d", 0)]
    assert sol.best_sentence(edges, 0, 3, {}, 0) == (2, ["b", "d"])


@property(runs=40, why="agrees with relaxing all edges until nothing changes, on small graphs full of cycles and ties")
def agrees_with_relaxation(sol, rng):
    nodes, top = int(rng.integers(2, 7)), int(rng.integers(1, 9))
    edges = [
        (int(a), int(b), ["", "u", "v", "w"][int(rng.integers(4))], int(rng.integers(top)))
        for a, b in rng.integers(nodes, size=(int(rng.integers(1, 14)), 2))
    ]
    seen = ("<s>", "u", "v", "w", "</s>")
    bigram = {(a, b): int(rng.integers(top)) for a in seen for b in seen if rng.random() < 0.7}
    backoff = int(rng.integers(top))
    assert sol.best_sentence(edges, 0, nodes - 1, bigram, backoff) == by_relaxing(edges, 0, nodes - 1, bigram, backoff)


@case(why="the lattice goes on to the confidence scores, and the language model is shared: neither may grow or change")
def inputs_are_left_alone(sol):
    edges, bigram = [(0, 1, "b", 1), (0, 1, "a", 1), (1, 2, "", 0)], {("a", "b"): 3}
    _, after = inout(sol.best_sentence, edges, 0, 2, bigram, 1)
    assert after == (edges, 0, 2, bigram, 1)


@growth(sizes=[75, 300, 1200], at_most="n log n",
        why="thousands of open hypotheses at a time: a heap has the cheapest at hand, a scan looks at all of them")  # fmt: skip
def grows_like_a_heap(rng, n):
    """Start, a layer of n nodes, another one with two edges into each, and the goal, so dear that all come first."""
    costs = iter(rng.integers(1, 5000, size=4 * n).tolist())
    edges = [(0, 1 + i, f"w{i % 97}", next(costs)) for i in range(n)]
    edges += [(1 + i, n + 1 + (i * k + 5) % n, f"w{(i + k) % 89}", next(costs)) for i in range(n) for k in (1, 3)]
    edges += [(n + 1 + i, 2 * n + 1, "end", 20_000) for i in range(n)]
    return edges, 0, 2 * n + 1, {("w1", "w2"): 3, ("w5", "w6"): 1}, 7


def by_relaxing(edges, start, goal, bigram, backoff):
    """Labels (cost, number of words, words) of all states, improved until nothing changes."""
    labels = {(start, "<s>"): (0, 0, ())}
    changed = True
    while changed:
        changed = False
        for source, target, word, cost in edges:
            for (node, last), (total, count, words) in list(labels.items()):
                if node != source:
                    continue
                new = (total + cost, count, words)
                if word:
                    new = (new[0] + bigram.get((last, word), backoff), count + 1, (*words, word))
                state = (target, word or last)
                if state not in labels or new < labels[state]:
                    labels[state] = new
                    changed = True
    ended = [
        (total + bigram.get((last, "</s>"), backoff), count, words)
        for (node, last), (total, count, words) in labels.items()
        if node == goal
    ]
    return (min(ended)[0], list(min(ended)[2])) if ended else None
