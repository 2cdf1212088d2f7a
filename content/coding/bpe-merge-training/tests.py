from collections import Counter

from holdout_judge import case, growth, property


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    words = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
    assert sol.train_bpe(words, 3) == [("e", "s"), ("es", "t"), ("l", "o")]


@case(
    visible=True,
    why="a pair inside a frequent word outweighs a pair in many rare ones, and counts twice where it stands twice",
)
def counts_weigh_by_word(sol):
    assert sol.train_bpe({"xy": 10, "ab": 1, "abc": 1, "abd": 1}, 1) == [("x", "y")]
    assert sol.train_bpe({"anan": 3, "xy": 5}, 1) == [("a", "n")]


@case(why="two trainings of the same corpus must give one tokeniser: equal counts go to the smallest pair")
def ties_go_to_the_smallest_pair(sol):
    assert sol.train_bpe({"zz": 2, "ab": 2, "ba": 2}, 3) == [("a", "b"), ("b", "a"), ("z", "z")]
    assert sol.train_bpe({"ba": 2, "ab": 2, "zz": 2}, 1) == [("a", "b")]


@case(why="overlapping pairs are joined from the left: aaa is aa + a, and aaaa is aa + aa")
def overlaps_join_from_the_left(sol):
    assert sol.train_bpe({"aaa": 2}, 5) == [("a", "a"), ("aa", "a")]
    assert sol.train_bpe({"aaaa": 2}, 5) == [("a", "a"), ("aa", "aa")]
    assert sol.train_bpe({"aaaaa": 3}, 5) == [("a", "a"), ("aa", "a"), ("aa", "aaa")]


@case(why="the pair (a, b) does not stand in xa + b, although the text a b does")
def symbols_are_not_text(sol):
    assert sol.train_bpe({"xa": 9, "xab": 4, "ab": 5}, 6) == [("x", "a"), ("a", "b"), ("xa", "b")]
    words = {"bc": 20, "ab": 9, "abc": 7, "xab": 6, "xbcd": 5, "cd": 8}
    assert sol.train_bpe(words, 9) == brute_force(words, 9)


@case(why="a pair over a word's border is one that no encoder could use")
def pairs_stay_inside_words(sol):
    assert sol.train_bpe({"ab": 1, "cd": 1, "b": 9, "c": 9}, 3) == []
    assert sol.train_bpe({"xa": 2, "bx": 2, "bxa": 1}, 1) == [("b", "x")]


@case(why="a pair that occurs once only memorises a word")
def stops_when_nothing_repeats(sol):
    assert sol.train_bpe({"abcd": 1}, 10) == []
    assert sol.train_bpe({"ab": 2, "cd": 1}, 10) == [("a", "b")]
    assert sol.train_bpe({"abab": 1}, 10) == [("a", "b")]


@case(why="no words, no merges, words of one letter: nothing to learn and nothing to raise")
def nothing_to_learn(sol):
    assert sol.train_bpe({}, 5) == []
    assert sol.train_bpe({"aa": 7}, 0) == []
    assert sol.train_bpe({"a": 100, "b": 100}, 5) == []


@case(why="a pair can vanish and come back when other merges change its neighbours")
def counts_follow_the_merges(sol):
    words = {"banana": 4, "bandana": 3, "nab": 2, "anna": 5, "nan": 1}
    assert sol.train_bpe(words, 12) == brute_force(words, 12)


@case(why="part numbers, accents and emoji are characters like others")
def any_characters(sol):
    words = {"é7-é7": 3, "7-": 2, "🙂🙂": 2}
    got = sol.train_bpe(words, 9)
    assert got == brute_force(words, 9)
    assert all(type(pair) is tuple and len(pair) == 2 for pair in got)


@property(runs=25, why="agrees with recounting everything, on words that repeat and overlap a lot")
def agrees_with_recounting(sol, rng):
    alphabet = "ab" if rng.random() < 0.5 else "abcd"
    words = {}
    for _ in range(int(rng.integers(1, 25))):
        word = "".join(rng.choice(list(alphabet), size=int(rng.integers(1, 12))))
        words[word] = int(rng.integers(1, 6))
    merges = int(rng.integers(1, 30))
    assert sol.train_bpe(words, merges) == brute_force(words, merges)


@property(runs=5, why="the corpus has no order")
def order_of_words_does_not_matter(sol, rng):
    words = {"".join(rng.choice(list("abc"), size=6)): int(rng.integers(1, 4)) for _ in range(20)}
    shuffled = {key: words[key] for key in rng.permutation(list(words)).tolist()}
    assert sol.train_bpe(words, 15) == sol.train_bpe(shuffled, 15)


@growth(sizes=[150, 450, 1350], at_most="n log n", why="a merge touches only the words that hold the pair")
def grows_with_the_corpus(rng, n):
    letters = list("etaoinshrdlu")
    words = {"".join(rng.choice(letters, size=int(rng.integers(3, 9)))): int(rng.integers(1, 50)) for _ in range(n)}
    return words, 10 * n  # to the end, so that every size does the same work a word


def brute_force(words, merges):
    """The definition: recount everything, every time."""
    parts, learnt = {word: list(word) for word in words}, []
    for _ in range(merges):
        counts = Counter()
        for word, count in words.items():
            for pair in zip(parts[word], parts[word][1:]):
                counts[pair] += count
        best = min(counts, key=lambda pair: (-counts[pair], pair), default=None)
        if best is None or counts[best] < 2:
            break
        learnt.append(best)
        for word, letters in parts.items():
            at, out = 0, []
            while at < len(letters):
                step = 2 if tuple(letters[at : at + 2]) == best else 1
                out.append("".join(letters[at : at + step]))
                at += step
            parts[word] = out
    return learnt
