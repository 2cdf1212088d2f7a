from itertools import pairwise

from holdout_judge import case, growth, inout, property


@case(visible=True, why="the worked examples of the prompt")
def example(sol):
    assert sol.encode(b"lower", [(108, 111), (256, 119), (101, 114)]) == [257, 258]
    assert sol.encode(b"aaa", [(97, 97)]) == [256, 97]


@case(visible=True, why="the earliest merge goes first, wherever it stands and however long the other token would be")
def rank_decides(sol):
    simple = [sol.encode(b"abc", pairs("b+c a+b")), sol.encode(b"abc", pairs("b+c a+b ab+c"))]
    longer = [sol.encode(b"abcd", pairs("b+c a+b c+d ab+cd")), sol.encode(b"abcd", pairs("c+d b+c a+bc a+b"))]
    assert simple == [[97, 256], [97, 256]]
    assert longer == [[97, 256, 100], [259, 256]]


@case(why="overlapping pairs are replaced from the left, on every level: aaa is aa + a, and aaaaaa is three, then two")
def overlaps_go_from_the_left(sol):
    doubled = pairs("a+a aa+aa")
    wanted = [[97], [256], [256, 97], [257], [257, 97], [257, 256], [257, 256, 97], [257, 257]]
    for length, tokens in enumerate(wanted, 1):
        assert sol.encode(b"a" * length, doubled) == tokens
    assert sol.encode(b"baaab", pairs("a+a b+aa a+b")) == [257, 258]


@case(why="a new token has two neighbours: a word may grow to the left as well as to the right")
def new_pairs_on_both_sides(sol):
    assert sol.encode(b"abcde", pairs("c+d b+cd a+bcd abcd+e")) == [259]
    assert sol.encode(b"abcde", pairs("c+d cd+e b+cde a+bcde")) == [259]
    assert sol.encode(b"abab", pairs("a+b ab+ab")) == [257]


@case(why="a pair whose half was taken by another merge is gone, although it was there when the piece was read")
def taken_halves_are_gone(sol):
    assert sol.encode(b"abcab", pairs("b+c c+a a+b")) == [97, 256, 258]
    assert sol.encode(b"abc", pairs("a+b b+c ab+c")) == [258]
    assert sol.encode(b"xabx", pairs("a+b x+a b+x")) == [120, 256, 120]
    assert sol.encode(b"aabb", pairs("a+b a+a b+b")) == [97, 256, 98]


@case(why="the same letters from two merges are two tokens, and only one of them is in the next merge")
def tokens_are_not_text(sol):
    rank_first = sol.encode(b"abc", pairs("b+c a+b"))
    late = sol.encode(b"abcd", [*pairs("a+b b+c"), (256, 99), (97, 257), (259, 100)])
    early = sol.encode(b"abcd", [(98, 99), (97, 98), (97, 256), (257, 99), (259, 100)])
    assert (rank_first, late, early) == ([97, 256], [258, 100], [258, 100])


@case(why="nothing, one byte, no merges, merges that never apply: the bytes come back as numbers")
def nothing_to_merge(sol):
    assert sol.encode(b"", pairs("a+b")) == []
    assert sol.encode(b"a", pairs("a+a")) == [97]
    assert sol.encode(b"ab", []) == [97, 98]
    assert sol.encode(b"ba", pairs("a+b")) == [98, 97]


@case(why="a piece is bytes, not text: zero, 255 and broken UTF-8 are tokens like others")
def any_bytes(sol):
    assert sol.encode(bytes([0, 0, 255, 254, 0]), [(0, 0), (255, 254), (257, 0)]) == [256, 258]
    assert sol.encode(bytes(range(256)), []) == list(range(256))
    assert sol.encode(bytes([254, 255, 0, 254, 255]), [(255, 0), (254, 255)]) == [254, 256, 257]


@property(runs=30, why="agrees with the definition on pieces that repeat and overlap a lot, merges in any order of use")
def agrees_with_the_definition(sol, rng):
    letters = b"ab" if rng.random() < 0.5 else b"abc"
    merges = random_merges(rng, letters, int(rng.integers(0, 25)))
    for length in (int(rng.integers(1, 8)), int(rng.integers(8, 120))):
        data = bytes(rng.choice(list(letters), size=length).tolist())
        assert sol.encode(data, merges) == by_definition(data, merges)


@property(runs=3, why="the list of merges is shared by all requests")
def merges_are_left_alone(sol, rng):
    merges = random_merges(rng, b"ab", 20)
    _, after = inout(sol.encode, b"abbaabab" * 5, merges)
    assert after[1] == merges


@growth(
    sizes=[150, 600, 2400], at_most="n log n", why="a merge changes two pairs: reading the piece again is quadratic"
)
def grows_like_a_heap(rng, n):
    """Half of the piece grows into one token from the left, a merge a byte; the other half doubles and doubles."""
    chain = [1, *rng.integers(98, 123, size=n // 2).tolist()]  # a first byte that does not come back
    merges = [(chain[0], chain[1])] + [(256 + i, byte) for i, byte in enumerate(chain[2:])]
    merges += [(97, 97)] + [(256 + len(merges) + i,) * 2 for i in range(n.bit_length())]
    return bytes(chain) + b"a" * (n // 2), merges


def pairs(words):
    """Merges from text: "a+b ab+c" is [(97, 98), (256, 99)]."""
    known, merges = {}, []
    for number, word in enumerate(words.split()):
        left, right = word.split("+")
        merges.append(tuple(known.get(part) or ord(part) for part in (left, right)))
        known[left + right] = 256 + number
    return merges


def random_merges(rng, letters, count):
    """Pairs that occur when a random piece is merged in a random order, so that most of them are used."""
    tokens, merges = rng.choice(list(letters), size=200).tolist(), []
    for _ in range(count):
        present = sorted(set(pairwise(tokens)) - set(merges))
        if not present:
            break
        merges.append(present[int(rng.integers(len(present)))])
        tokens = replaced(tokens, merges[-1], 255 + len(merges))
    return merges


def by_definition(data, merges):
    """Merge after merge, each over the whole piece; since a merge refers to earlier tokens only, one round is enough."""
    tokens = list(data)
    for number, pair in enumerate(merges):
        tokens = replaced(tokens, pair, 256 + number)
    return tokens


def replaced(tokens, pair, token):
    out = []
    for one in tokens:
        if out and (out[-1], one) == pair:
            out[-1] = token
        else:
            out.append(one)
    return out
