import itertools
import math
import random

from holdout_judge import case, property


@case(
    visible=True, why="the worked example of the prompt: with no penalty the shortest text wins, with one a longer one"
)
def example(sol):
    model = Model(lambda prefix: (0.5, 0.25, 0.25) if prefix else (0.35, 0.6, 0.05))
    agrees(sol.beam_search(model, 2, 3, 0, 1.0), ((1, 0), math.log(0.3) / 2))
    assert model.calls == 2, f"two calls of the model decide this, not {model.calls}"
    model = Model(model.row)
    agrees(sol.beam_search(model, 2, 3, 0, 0.0), ((0,), math.log(0.35)))
    assert model.calls == 2, f"two calls of the model decide this, not {model.calls}"


@case(visible=True, why="a text that has not ended within max_len tokens is no text, and the end token counts")
def nothing_ends(sol):
    rows = [(0.0, 0.5, 0.5)] * 3 + [(1.0, 0.0, 0.0)]
    assert sol.beam_search(Model(lambda prefix: rows[len(prefix)]), 3, 3, 0, 1.0) is None
    agrees(sol.beam_search(Model(lambda prefix: rows[len(prefix)]), 3, 4, 0, 1.0), ((1, 1, 1, 0), math.log(0.125) / 4))


@case(why="a finished text is not the best text: certainty may follow an unlikely start, and the length divides")
def the_long_text_wins(sol):
    settings = [(late_winner(0.6), width, alpha) for width, alpha in ((1, 1.0), (4, 1.0), (4, 0.5), (4, 0.0))]
    settings.append((late_winner(0.35), 4, 1.0))
    got = [sol.beam_search(Model(row), width, 12, 0, alpha) for row, width, alpha in settings]
    late = (1,) * 8 + (0,)
    agrees(got[0], (late, math.log(0.4) / 9))
    agrees(got[1], (late, math.log(0.4) / 9))
    agrees(got[2], (late, math.log(0.4) / 3))
    agrees(got[3], ((0,), math.log(0.6)))
    agrees(got[4], (late, math.log(0.65) / 9))


@case(why="each call is a pass of the model: when even the largest length cannot save a live text, the search is over")
def stops_in_time(sol):
    for alpha, max_len, calls in ((0.0, 50, 1), (0.5, 50, 1), (1.0, 10, 1), (1.0, 50, 3)):
        model = Model(lambda prefix: (0.6, 0.2, 0.2) if prefix else (0.9, 0.05, 0.05))
        agrees(sol.beam_search(model, 3, max_len, 0, alpha), ((0,), math.log(0.9)))
        assert model.calls == calls, f"{model.calls} calls of the model, {calls} decide it"
    model = Model(lambda prefix: (-1.0, -1.0), logs=True)
    agrees(sol.beam_search(model, 2, 9, 0, 0.0), ((0,), -1.0))
    assert model.calls == 1, "a live text that can only draw level, and is longer, cannot win"


@case(why="an ended text must not take a live one's place: at width 1 the search would be over")
def finished_texts_use_no_place(sol):
    table = {(): (0.3, 0.5, 0.2), (1,): (0.01, 0.5, 0.49), (2,): (1.0, 0.0, 0.0)}
    second = sol.beam_search(Model(lambda prefix: table.get(prefix, (0.0, 0.5, 0.5))), 2, 3, 0, 1.0)
    top = sol.beam_search(Model(lambda prefix: (0.95, 0.03, 0.02) if prefix else (0.5, 0.1, 0.4)), 1, 9, 0, 1.0)
    agrees(second, ((2, 0), math.log(0.2) / 2))
    agrees(top, ((2, 0), math.log(0.38) / 2))


@case(why="an end that is less probable than `width` continuations is finished all the same")
def improbable_ends_count(sol):
    model = Model(lambda prefix: (0.002, 0.5, 0.498) if prefix else (0.1, 0.5, 0.4))
    agrees(sol.beam_search(model, 2, 3, 0, 0.5), ((0,), math.log(0.1)))


@case(why="continuations compete with one another, not within their family: both survivors may be siblings")
def families_compete(sol):
    table = {
        (): (0.0, 0.8, 0.2),
        (1,): (0.0, 0.5, 0.5),
        (2,): (0.0, 1.0, 0.0),
        (1, 1): (0.1, 0.9, 0.0),
        (1, 2): (0.3, 0.7, 0.0),
        (2, 1): (1.0, 0.0, 0.0),
    }
    model = Model(table.get)
    agrees(sol.beam_search(model, 2, 3, 0, 1.0), ((1, 2, 0), math.log(0.12) / 3))
    assert set(model.seen) == {(), (1,), (2,), (1, 1), (1, 2)}


@case(
    why="two machines must write the same title: equal probabilities go to the smaller tuple, not to the better parent"
)
def ties_among_the_living(sol):
    table = {
        (): (-9.0, -2.0, -1.0),
        (1,): (-9.0, -1.0, -9.0),
        (2,): (-9.0, -2.0, -1.0),
        (1, 1): (-0.5, -9.0, -9.0),
        (2, 1): (-0.5, -9.0, -9.0),
        (2, 2): (-8.0, -9.0, -9.0),
    }
    agrees(sol.beam_search(Model(table.get, logs=True), 2, 3, 0, 0.0), ((1, 1, 0), -3.5))


@case(
    why="equal scores go to the shorter text, then to the smaller tuple, wherever the end token stands in the vocabulary"
)
def ties_among_the_finished(sol):
    table = {(): (-1.0, -1.0, -2.0), (0,): (-9.0, -9.0, -1.0), (1,): (-9.0, -9.0, -1.0)}
    agrees(sol.beam_search(Model(table.get, logs=True), 3, 2, 2, 0.0), ((2,), -2.0))
    agrees(sol.beam_search(Model(table.get, logs=True), 3, 2, 2, 1.0), ((0, 2), -1.0))


@case(why="a grammar forbids tokens: the impossible is not taken, and where nothing lives the model is not asked")
def dead_ends(sol):
    table = {(): (0.0, 0.5, 0.5), (1,): (0.0, 0.0, 0.0), (2,): (0.0, 0.0, 0.0)}
    model = Model(table.get)
    assert sol.beam_search(model, 4, 9, 0, 1.0) is None
    assert model.calls == 2
    table[(2,)] = (0.25, 0.0, 0.0)
    agrees(sol.beam_search(Model(table.get), 4, 9, 0, 2.0), ((2, 0), math.log(0.125) / 4))


@case(why="a rare text has a probability below the smallest float: sums of logarithms do not underflow, products do")
def tiny_probabilities(sol):
    model = Model(lambda prefix: (-400.0, -401.0) if prefix else (-410.0, -400.0), logs=True)
    agrees(sol.beam_search(model, 2, 3, 0, 1.0), ((1, 0), -400.0))


@property(runs=12, why="with room for every text, the search is exhaustive: it must find the best of all there are")
def wide_enough_is_exact(sol, rng):
    seed, alpha = int(rng.integers(1 << 30)), float(rng.uniform(0, 1.5))
    v, max_len, end = int(rng.integers(2, 4)), int(rng.integers(1, 5)), 1
    model = random_model(seed, v)
    agrees(sol.beam_search(Model(model), 100, max_len, end, alpha), best_of_all(model, v, max_len, end, alpha))


@property(
    runs=25, why="agrees with a plain search to the limit over widths, lengths and penalties, in the fewest calls"
)
def agrees_with_a_plain_search(sol, rng):
    seed, alpha = int(rng.integers(1 << 30)), float(rng.choice([0.0, 0.6, 1.0, 2.0]))
    v, width, max_len = (int(n) for n in rng.integers((2, 1, 1), (6, 5, 9)))
    row, model = random_model(seed, v), Model(random_model(seed, v))
    expected, calls = searched(row, width, max_len, 0, alpha)
    agrees(sol.beam_search(model, width, max_len, 0, alpha), expected)
    assert model.calls == calls, f"{model.calls} calls of the model, {calls} decide it"
    assert model.widest <= width


class Model:
    """The callback from a function of one prefix; it checks how it is called."""

    def __init__(self, row, logs=False):
        self.row, self.logs = row, logs
        self.calls, self.widest, self.seen = 0, 0, []

    def __call__(self, prefixes):
        assert len(prefixes) > 0, "the model was called without prefixes"
        assert len(set(prefixes)) == len(prefixes), "the model was asked twice about one prefix"
        assert {len(prefix) for prefix in prefixes} == {self.calls}, "one call for each length, with all live texts"
        self.calls += 1
        self.widest = max(self.widest, len(prefixes))
        self.seen += prefixes
        rows = [self.row(tuple(prefix)) for prefix in prefixes]
        return [list(row) if self.logs else [math.log(x) if x else -math.inf for x in row] for row in rows]


def agrees(got, expected):
    """Whether a search returned these tokens and this score (or None)."""
    if expected is None:
        assert got is None, "no text can be finished"
        return
    assert type(got) is tuple and len(got) == 2 and type(got[0]) is tuple, "a tuple of tokens and a score were expected"
    assert got[0] == expected[0], f"{expected[0]} was expected, {got[0]} came"
    assert math.isclose(got[1], expected[1], rel_tol=1e-9), "the score is not the expected one"


def late_winner(now):
    """Ends at once with probability `now`; otherwise goes on for eight tokens, certain of each."""

    def row(prefix):
        if not prefix:
            return now, 1 - now
        return (0.0, 1.0) if len(prefix) < 8 else (1.0, 0.0)

    return row


def random_model(seed, v):
    """Next-token probabilities that depend on the whole prefix; some are 0."""

    def row(prefix):
        chance = random.Random(f"{seed} {prefix}")
        weights = [chance.random() ** 3 if chance.random() < 0.85 else 0.0 for _ in range(v)]
        return [weight / (sum(weights) or 1.0) for weight in weights]

    return row


def best_of_all(row, v, max_len, end, alpha):
    """The best of all texts, by trying each."""
    found = []
    for length in range(1, max_len + 1):
        for body in itertools.product([token for token in range(v) if token != end], repeat=length - 1):
            text = (*body, end)
            chances = [row(text[:at])[text[at]] for at in range(length)]
            if all(chances):
                found.append((sum(map(math.log, chances)) / length**alpha, text))
    return max(((text, score) for score, text in found), key=lambda pair: pair[1], default=None)


def searched(row, width, max_len, end, alpha):
    """(result, fewest calls) of a beam search that always runs to the limit and is looked at afterwards."""
    live, finished, enough = {(): 0.0}, {}, None
    for length in range(1, max_len + 1):
        grown = {(*p, t): s + math.log(x) for p, s in live.items() for t, x in enumerate(row(p)) if x}
        finished |= {p: s / length**alpha for p, s in grown.items() if p[-1] == end}
        alive = sorted((p for p in grown if p[-1] != end), key=lambda p: -grown[p])[:width]
        live = {p: grown[p] for p in alive}
        best = max(finished.values(), default=-math.inf)
        if enough is None and all(s / max_len**alpha <= best for s in live.values()):
            enough = length
    winner = max(finished, key=finished.get, default=None)
    return winner and (winner, finished[winner]), enough or max_len
