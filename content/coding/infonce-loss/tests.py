import numpy as np
from holdout_judge import case, close, finite, forbid, gradient, inout, oracle, property

for name in ("torch", "scipy"):
    forbid(name, why="the loss and its gradients are asked for in NumPy, by hand")


@case(visible=True, why="the worked example of the prompt: lengths do not matter, each pair meets one negative")
def example(sol):
    loss, by_queries, by_keys = sol.infonce_loss(np.array([[3.0, 0.0], [0.0, 2.0]]), np.eye(2), 0.5)
    close(loss, float(np.log1p(np.exp(-2))), rtol=1e-9)
    pull = 1 / (1 + np.exp(2.0))
    close(by_queries, np.array([[0, pull / 3], [pull / 2, 0]]), rtol=1e-9, atol=1e-12)
    close(by_keys, np.array([[0, pull], [pull, 0]]), rtol=1e-9, atol=1e-12)


@gradient(
    wrt=0, value=0, grad=1, runs=4, rtol=1e-5, visible=True, why="the gradient by the raw queries, by differences"
)
def gradient_by_queries(rng):
    n, d = int(rng.integers(2, 6)), int(rng.integers(2, 5))
    return drawn(rng, n, d), drawn(rng, n, d), 0.4, rng.integers(0, 3, size=n)


@gradient(wrt=1, value=0, grad=2, runs=4, rtol=1e-5, why="the gradient by the raw keys, by differences")
def gradient_by_keys(rng):
    n, d = int(rng.integers(2, 6)), int(rng.integers(2, 5))
    return drawn(rng, n, d), drawn(rng, n, d), 0.4, None


@oracle(runs=10, rtol=1e-8, why="agrees with the reference over sizes, temperatures and repeated ids")
def agrees(rng):
    n, d = int(rng.integers(1, 9)), int(rng.integers(1, 6))
    ids = rng.integers(-1, n, size=n) if rng.random() < 0.6 else None
    return drawn(rng, n, d), drawn(rng, n, d), float(rng.uniform(0.05, 2)), ids


@property(runs=3, why="queries and keys play the same part: exchanging them exchanges the gradients")
def both_directions_count(sol, rng):
    queries, keys, ids = drawn(rng, 5, 3), drawn(rng, 5, 3), np.array([1, 2, 1, 3, 4])
    loss, by_queries, by_keys = sol.infonce_loss(queries, keys, 0.3, ids)
    turned, by_keys_too, by_queries_too = sol.infonce_loss(keys, queries, 0.3, ids)
    close(loss, turned, rtol=1e-9)
    close(by_queries, by_queries_too, rtol=1e-9, atol=1e-12)
    close(by_keys, by_keys_too, rtol=1e-9, atol=1e-12)


@case(why="two rows of one product are no mistake of each other, in either direction; their own keys count")
def equal_ids_are_no_negatives(sol):
    rng = np.random.default_rng(1)
    queries, keys = drawn(rng, 4, 3), drawn(rng, 4, 3)
    unit = [x / np.linalg.norm(x, axis=1, keepdims=True) for x in (queries, keys)]
    weight = np.exp(unit[0] @ unit[1].T / 0.3)
    weight[0, 2] = weight[2, 0] = 0
    terms = np.log(weight.sum(axis=1)) + np.log(weight.sum(axis=0)) - 2 * np.log(np.diag(weight))
    loss, *_ = sol.infonce_loss(queries, keys, 0.3, np.array([5, 9, 5, 7]))
    close(loss, float(terms.mean() / 2), rtol=1e-9)
    alone = sol.infonce_loss(queries, keys, 0.3, np.zeros(4, dtype=int))
    close(alone[0], 0.0, atol=1e-12)
    for gradient_of_nothing in alone[1:]:
        close(gradient_of_nothing, np.zeros((4, 3)), atol=1e-12)
    close(sol.infonce_loss(queries, keys, 0.3, np.arange(4))[0], sol.infonce_loss(queries, keys, 0.3)[0], rtol=1e-12)


@case(why="an empty text is a vector of zeros: it must not blow the batch up, forwards or backwards")
def an_empty_embedding(sol):
    queries, keys = np.array([[0.0, 0.0], [0.0, 2.0]]), np.array([[1.0, 0.0], [0.0, 0.0]])
    loss, by_queries, by_keys = sol.infonce_loss(queries, keys, 0.1)
    close(loss, float(np.log(2)), rtol=1e-9)
    assert finite(by_queries) and finite(by_keys)
    assert (by_queries[0] == 0).all() and (by_keys[1] == 0).all() and (by_queries[1] != 0).any()


@property(runs=2, why="the length of an embedding says nothing: the loss ignores it, and gradients stand upright on it")
def lengths_do_not_matter(sol, rng):
    queries, keys = drawn(rng, 4, 3), drawn(rng, 4, 3)
    factors = np.array([[1e-6], [1.0], [1e3], [1e6]])
    plain = sol.infonce_loss(queries, keys, 0.2)
    scaled = sol.infonce_loss(queries * factors, keys / factors, 0.2)
    close(scaled[0], plain[0], rtol=1e-9)
    close(scaled[1] * factors, plain[1], rtol=1e-7, atol=1e-12)
    close(scaled[2] / factors, plain[2], rtol=1e-7, atol=1e-12)
    close((plain[1] * queries).sum(axis=1), np.zeros(4), atol=1e-12)


@case(why="a sharp temperature makes scores of 200 and differences of 400: no overflow, and no log of 0")
def small_temperatures(sol):
    loss, by_queries, by_keys = sol.infonce_loss(
        np.array([[1.0, 0.0], [0.8, 0.6]]), np.array([[-1.0, 0.0], [0.8, -0.6]]), 0.001
    )
    close(loss, 630.0, rtol=1e-9)
    assert finite(by_queries) and finite(by_keys) and (by_queries != 0).any()
    sure = sol.infonce_loss(np.eye(3), np.eye(3), 0.001)
    close(sure[0], 0.0, atol=1e-12)


@case(why="the last batch of an epoch may hold one pair: there is nothing to tell apart")
def a_batch_of_one(sol):
    for ids in (None, np.array([3])):
        loss, by_queries, by_keys = sol.infonce_loss(np.array([[3.0, 4.0]]), np.ones((1, 2)), 0.07, ids)
        close(loss, 0.0, atol=1e-12)
        close(by_queries, np.zeros((1, 2)), atol=1e-12)
        close(by_keys, np.zeros((1, 2)), atol=1e-12)


@case(why="float32 views come in, float64 goes out; the embeddings go to an index next and stay as they are")
def dtypes_and_inputs(sol):
    rng = np.random.default_rng(4)
    queries, keys = (rng.normal(size=(3, 10)).astype(np.float32).T[::2] for _ in range(2))
    ids = np.array([1, 1, 2, 3, 4], dtype=np.int16)
    for array in (queries, keys, ids):
        array.flags.writeable = False
    got, after = inout(sol.infonce_loss, queries, keys, 0.2, ids)
    wide = sol.infonce_loss(queries.astype(np.float64), keys.astype(np.float64), 0.2, ids)
    assert isinstance(got[0], float) and got[1].dtype == got[2].dtype == np.float64
    for now, was in zip(got, wide, strict=True):
        close(now, was, rtol=1e-9, atol=1e-12)
    for now, was in zip(after, (queries, keys, 0.2, ids), strict=True):
        close(now, was)


def drawn(rng, n, d):
    return rng.normal(scale=2.0, size=(n, d))
