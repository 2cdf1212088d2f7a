from holdout_judge import case, property, raises


@case(
    visible=True,
    fault="order-of-arrival-lost",
    why="the worked example: a request that stands there twice gets two scores",
)
def example(sol):
    assert Rig(sol).predict([3, 1, 3]) == [3.0, 1.0, 3.0]


@case(
    fault="order-of-arrival-lost",
    why="known and unknown requests are mixed: each caller gets the score of its own request",
)
def order_of_the_requests(sol):
    rig = Rig(sol)
    assert rig.predict([5, 6]) == [5.0, 6.0]
    assert rig.predict([7, 5, 8, 6, 9]) == [7.0, 5.0, 8.0, 6.0, 9.0]
    assert rig.model.batches == [[5, 6], [7, 8, 9]]


@case(fault="version-not-in-key", why="after a deployment the new model answers, however fresh the old one's score is")
def a_new_version_answers_itself(sol):
    rig = Rig(sol)
    assert rig.predict([3]) == [3.0]
    newer = Model(factor=10.0)
    rig.server.deploy(newer, "v2")
    assert rig.predict([3]) == [30.0] and newer.batches == [[3]]


@case(
    fault="version-not-in-key", why="a rollback finds what the old version had computed, and not the new one's scores"
)
def a_rollback_keeps_its_own(sol):
    rig = Rig(sol)
    rig.predict([4])
    rig.server.deploy(Model(factor=10.0), "v2")
    rig.predict([4])
    rig.server.deploy(rig.model, "v1.0")
    assert rig.predict([4]) == [4.0] and rig.model.batches == [[4]]


@case(
    fault="reading-prolongs-life", why="a popular request is read all the time, and must be computed again all the same"
)
def reading_does_not_prolong_life(sol):
    rig = Rig(sol)
    rig.predict([1])
    for rig.now in (40.0, 59.0, 70.0):
        rig.predict([1])
    assert rig.model.batches == [[1], [1]]


@case(fault="failure-becomes-a-score", why="a model that stays busy has said nothing: the caller must hear of it")
def a_lasting_failure_is_raised(sol):
    rig = Rig(sol, failures=3)
    raises(RuntimeError, rig.server.predict, [2])
    assert rig.model.batches == [[2]] * 3


@case(fault="failure-becomes-a-score", why="after an outage scores come from the model again, not from the cache")
def nothing_is_remembered_of_a_failure(sol):
    rig = Rig(sol, failures=3)
    try:
        rig.server.predict([2])
    except RuntimeError:
        pass
    assert rig.predict([2]) == [2.0]


@case(why="a model that was busy twice answers at the third attempt, and its answer counts")
def a_short_failure_is_bridged(sol):
    rig = Rig(sol, failures=2)
    assert rig.predict([2]) == [2.0] and rig.model.batches == [[2]] * 3


@case(why="at exactly ttl_s a score is gone, a moment before it is not")
def the_end_of_a_life(sol):
    rig = Rig(sol)
    rig.predict([1])
    rig.now = 59.5
    rig.predict([1])
    assert rig.model.batches == [[1]]
    rig.now = 60.0
    rig.predict([1])
    assert rig.model.batches == [[1], [1]]


@case(why="the model takes its time: a score is as old as the model's answer, not as the question")
def life_begins_with_the_answer(sol):
    rig = Rig(sol)
    rig.model.takes_s, rig.model.rig = 30.0, rig
    rig.predict([1])
    rig.now = 89.0
    rig.predict([1])
    assert rig.model.batches == [[1]]


@case(why="batches are filled up, in the order of first appearance, each request once")
def batches(sol):
    rig = Rig(sol)
    rig.predict([1, 2, 3, 4, 2, 5, 6, 1, 7, 8, 9])
    assert rig.model.batches == [[1, 2, 3, 4], [5, 6, 7, 8], [9]]


@case(why="what an earlier batch of the same call has brought is known, although the call failed")
def earlier_batches_are_kept(sol):
    rig = Rig(sol, max_batch=2)
    rig.model.fails_on = 3
    try:
        rig.server.predict([1, 2, 3])
    except RuntimeError:
        pass
    rig.model.fails_on = None
    before = len(rig.model.batches)
    rig.predict([1, 2])
    assert len(rig.model.batches) == before


@case(why="nothing asked, nothing sent; a score of 0 is a score and is remembered like any other")
def nothing_and_zero(sol):
    rig = Rig(sol)
    assert rig.predict([]) == [] and rig.model.batches == []
    assert rig.predict([0]) == [0.0] and rig.predict([0]) == [0.0]
    assert rig.model.batches == [[0]]


@case(why="the defaults of the prompt: four in a batch, three attempts, a minute")
def other_settings(sol):
    rig = Rig(sol, max_batch=1, ttl_s=5.0, attempts=1, failures=1)
    raises(RuntimeError, rig.server.predict, [1])
    rig.predict([1, 2])
    rig.now = 5.0
    rig.predict([1])
    assert rig.model.batches == [[1], [1], [2], [1]]


@property(runs=5, why="whatever comes when: every score is that of its request and of the version in charge")
def scores_belong_to_requests(sol, rng):
    rig, factor = Rig(sol), 1.0
    for number in range(12):
        rig.now += float(rng.integers(0, 40))
        if rng.random() < 0.3:
            factor = float(rng.integers(1, 4))
            rig.server.deploy(Model(factor), f"v{factor}")
        requests = [int(request) for request in rng.integers(0, 9, size=int(rng.integers(0, 8)))]
        assert rig.predict(requests) == [factor * request for request in requests], f"call {number} is wrong"


class Model:
    """Multiplies; remembers its batches; fails as often as it is told, or on a certain request."""

    def __init__(self, factor=1.0, failures=0):
        self.factor, self.failures, self.batches = factor, failures, []
        self.fails_on, self.takes_s, self.rig = None, 0.0, None

    def __call__(self, batch):
        self.batches.append(list(batch))
        if self.takes_s:
            self.rig.now += self.takes_s
        if self.failures > 0 or self.fails_on in batch:
            self.failures -= 1
            raise RuntimeError("busy")
        return [self.factor * request for request in batch]


class Rig:
    """A server with a model and a clock of our own."""

    def __init__(self, sol, failures=0, **settings):
        self.now, self.model = 0.0, Model(failures=failures)
        self.server = sol.ModelServer(self.model, "v1.0", lambda: self.now, **settings)

    def predict(self, requests):
        return list(self.server.predict(requests))
