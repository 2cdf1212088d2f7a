import numpy as np
from holdout_judge import case, close, property, raises


@case(visible=True, why="the worked example of the prompt: three tokens in two blocks of two")
def example(sol):
    cache = sol.PagedCache(2, 2, 1, 1)
    seq = cache.new()
    for value in (1.0, 4.0, 7.0):
        cache.append(seq, np.array([[0.0]]), np.array([[value]]))
    close(cache.attend(seq, np.array([[1.0]])), np.array([[4.0]]), rtol=1e-9)
    assert cache.free_blocks == 0 and cache.length(seq) == 3


@case(visible=True, why="a block is taken with the first token that needs it, neither before nor with every token")
def blocks_on_demand(sol):
    cache = sol.PagedCache(5, 3, 1, 1)
    first, second = cache.new(), cache.new()
    assert (first, second, cache.free_blocks) == (0, 1, 5)
    seen = []
    for seq in (0, 0, 1, 0, 0, 1):
        cache.append(seq, one(1), one(1))
        seen.append(cache.free_blocks)
    assert seen == [4, 4, 3, 3, 2, 2]
    assert (cache.length(0), cache.length(1)) == (4, 2)


@property(runs=3, why="tokens of several sequences come in turns; each sequence attends to its own, all of them")
def one_token_at_a_time(sol, rng):
    cache = pool(sol, 9, 2)
    books = [Book(cache.new()), Book(cache.new())]
    for _ in range(9):
        book = books[int(rng.integers(2))]
        book.append(cache, rng, 1)
        book.check(cache, rng, 1)


@case(why="scores of a hundred thousand, of either sign: exp must neither overflow nor leave a sum of zero")
def large_scores(sol):
    for sign in (1.0, -1.0):
        cache = sol.PagedCache(1, 3, 4, 1)
        seq = cache.new()
        for value in (1.0, 2.0, 6.0):
            cache.append(seq, np.full((1, 4), sign * 500.0), np.array([[value]]))
        close(cache.attend(seq, np.full((1, 4), 100.0)), np.array([[3.0]]), rtol=1e-9)


@case(why="the pool is empty: RuntimeError, and those that have their blocks go on")
def pool_runs_dry(sol):
    cache = sol.PagedCache(2, 2, 1, 1)
    first, second = cache.new(), cache.new()
    for seq in (first, second):
        cache.append(seq, one(0), one(3))
    third = cache.new()
    raises(RuntimeError, cache.append, third, one(0), one(5))
    assert (cache.length(third), cache.free_blocks) == (0, 0)
    cache.append(first, one(0), one(5))
    close(cache.attend(first, one(0)), one(4), rtol=1e-9)


@case(level=2, visible=True, why="a prompt of five tokens in blocks of two: each query sees what came up to it")
def a_whole_prompt(sol):
    cache = sol.PagedCache(4, 2, 1, 1)
    seq = cache.new()
    cache.append(seq, np.zeros((5, 1)), np.array([[1.0], [3.0], [5.0], [7.0], [9.0]]))
    assert cache.free_blocks == 1
    close(cache.attend(seq, np.zeros((5, 1))), np.array([[1.0], [2.0], [3.0], [4.0], [5.0]]), rtol=1e-9)
    close(cache.attend(seq, np.zeros((2, 1))), np.array([[4.0], [5.0]]), rtol=1e-9)


@case(level=2, why="one query has scores of a hundred thousand, the next has small ones: each row has its own scale")
def rows_have_their_own_scale(sol):
    cache = sol.PagedCache(2, 2, 1, 1)
    seq = cache.new()
    cache.append(seq, np.array([[1.0], [1.0], [0.0]]), np.array([[2.0], [4.0], [9.0]]))
    even = 1 / (1 + 2 * np.e)
    wanted = np.array([[3.0], [3 * (1 - even) + 9 * even]])
    close(cache.attend(seq, np.array([[1e5], [1.0]])), wanted, rtol=1e-9)


@property(level=2, runs=4, why="prompts and steps of any length, begun in the middle of a block or at its edge")
def prompts_and_steps(sol, rng):
    size = int(rng.integers(1, 5))
    cache = pool(sol, 60, size)
    book = Book(cache.new())
    for _ in range(5):
        count = int(rng.integers(1, 8))
        book.append(cache, rng, count)
        book.check(cache, rng, int(rng.integers(1, len(book.k) + 1)))
        assert cache.free_blocks == 60 - -(-len(book.k) // size)


@case(level=2, why="a prompt that does not fit leaves no trace: neither tokens nor blocks that nobody will give back")
def all_or_nothing(sol):
    rng = np.random.default_rng(2)
    cache = pool(sol, 3, 2)
    book = Book(cache.new())
    book.append(cache, rng, 3)
    raises(RuntimeError, cache.append, book.seq, np.ones((4, 3)), np.ones((4, 2)))
    assert (cache.length(book.seq), cache.free_blocks) == (3, 1)
    book.check(cache, rng, 3)
    book.append(cache, rng, 3)
    book.check(cache, rng, 6)
    assert cache.free_blocks == 0


@case(level=2, why="the caller's buffers may be read-only strided views: the cache reads them and takes what it needs")
def buffers_of_the_caller(sol):
    rng = np.random.default_rng(3)
    cache = pool(sol, 4, 4)
    book = Book(cache.new())
    k, v = rng.normal(size=(8, 3))[::2], rng.normal(size=(8, 2))[::2]
    k.flags.writeable = v.flags.writeable = False
    cache.append(book.seq, k, v)
    book.k, book.v = k.copy(), v.copy()
    book.check(cache, rng, 4)


@case(level=3, visible=True, why="blocks come back when an answer ends, and serve the next one")
def blocks_come_back(sol):
    rng = np.random.default_rng(4)
    cache = pool(sol, 4, 2)
    old, kept = Book(cache.new()), Book(cache.new())
    old.append(cache, rng, 5)
    kept.append(cache, rng, 1)
    assert cache.free_blocks == 0
    cache.free(old.seq)
    assert cache.free_blocks == 3
    fresh = Book(cache.new())
    assert fresh.seq == 2
    fresh.append(cache, rng, 6)
    fresh.check(cache, rng, 6)
    kept.check(cache, rng, 1)
    assert cache.free_blocks == 0


@case(level=3, why="an id that is gone, or never was, is an error for every method, and changes nothing")
def unknown_ids(sol):
    cache = sol.PagedCache(4, 2, 1, 1)
    gone, empty = cache.new(), cache.new()
    cache.append(gone, one(1), one(1))
    cache.free(gone)
    cache.append(empty, one(1), one(1))
    for seq in (gone, 2, -1):
        raises(KeyError, cache.free, seq)
        raises(KeyError, cache.length, seq)
        raises(KeyError, cache.append, seq, one(1), one(1))
        raises(KeyError, cache.attend, seq, one(1))
    assert cache.free_blocks == 3
    cache.free(empty)
    assert cache.free_blocks == 4 and cache.new() == 2


@case(
    level=4,
    visible=True,
    why="two answers to one prompt: the half-filled block is copied once, by whoever writes first",
)
def two_answers_to_one_prompt(sol):
    rng = np.random.default_rng(5)
    cache = pool(sol, 6, 4)
    book = Book(cache.new())
    book.append(cache, rng, 6)
    other = book.fork(cache)
    assert (other.seq, cache.free_blocks) == (1, 4)
    other.append(cache, rng, 1)
    assert cache.free_blocks == 3
    book.append(cache, rng, 1)
    assert cache.free_blocks == 3, "nobody else holds that block any more"
    for each in (book, other):
        each.check(cache, rng, 7)


@case(level=4, why="what a fork writes must not appear in its origin, nor the other way round")
def forks_do_not_disturb(sol):
    rng = np.random.default_rng(6)
    for writer in (0, 1):
        cache = pool(sol, 9, 4)
        book = Book(cache.new())
        book.append(cache, rng, 5)
        pair = (book, book.fork(cache))
        pair[writer].append(cache, rng, 2)
        pair[1 - writer].append(cache, rng, 1)
        pair[writer].append(cache, rng, 1)
        for each in pair:
            each.check(cache, rng, len(each.k))


@case(level=4, why="full blocks are shared for good: a fork at the edge of a block copies nothing")
def full_blocks_are_not_copied(sol):
    rng = np.random.default_rng(7)
    cache = pool(sol, 4, 2)
    book = Book(cache.new())
    empty = book.fork(cache)
    book.append(cache, rng, 4)
    other = book.fork(cache)
    assert (cache.free_blocks, cache.length(empty.seq)) == (2, 0)
    other.append(cache, rng, 1)
    book.append(cache, rng, 2)
    assert cache.free_blocks == 0
    for each in (book, other):
        each.check(cache, rng, len(each.k))


@case(level=4, why="a block is free when its last holder is gone, whether origin or fork ends first")
def the_last_holder_frees(sol):
    rng = np.random.default_rng(8)
    for first in (0, 1):
        cache = pool(sol, 5, 2)
        book = Book(cache.new())
        book.append(cache, rng, 3)
        pair = (book, book.fork(cache))
        cache.free(pair[first].seq)
        assert cache.free_blocks == 3
        left = pair[1 - first]
        left.append(cache, rng, 1)
        assert cache.free_blocks == 3, "the last holder writes in place"
        left.check(cache, rng, 4)
        cache.free(left.seq)
        assert cache.free_blocks == 5


@case(level=4, why="the copy counts among what is needed: with no block left for it nothing may change")
def no_block_left_for_the_copy(sol):
    rng = np.random.default_rng(9)
    cache = pool(sol, 3, 2)
    book = Book(cache.new())
    book.append(cache, rng, 3)
    other = book.fork(cache)
    raises(RuntimeError, cache.append, other.seq, np.ones((2, 3)), np.ones((2, 2)))
    assert (cache.free_blocks, cache.length(other.seq)) == (1, 3)
    other.append(cache, rng, 1)
    assert cache.free_blocks == 0
    book.append(cache, rng, 1)
    raises(RuntimeError, cache.append, other.seq, one(1, 1, 1), one(1, 1))
    for each in (book, other):
        each.check(cache, rng, 4)


@case(level=4, why="four answers to one prompt: three writers copy, the last holder does not, however many there were")
def four_answers_to_one_prompt(sol):
    rng = np.random.default_rng(10)
    cache = pool(sol, 5, 4)
    books = [Book(cache.new())]
    books[0].append(cache, rng, 6)
    books += [books[0].fork(cache) for _ in range(3)]
    assert cache.free_blocks == 3
    seen = []
    for book in books:
        book.append(cache, rng, 1)
        seen.append(cache.free_blocks)
    assert seen == [2, 1, 0, 0]
    books.append(books[0].fork(cache))  # the pool is empty, and a fork needs nothing from it
    for book in books:
        book.check(cache, rng, 7)


@case(level=4, why="an unknown id cannot be forked, and is told as such even when the pool is empty")
def unknown_ids_cannot_be_forked(sol):
    cache = sol.PagedCache(1, 2, 1, 1)
    gone, kept = cache.new(), cache.new()
    cache.append(gone, one(1), one(1))
    cache.free(gone)
    cache.append(kept, one(1), one(1))
    for seq in (gone, 2, -1):
        raises(KeyError, cache.fork, seq)
        raises(KeyError, cache.append, seq, one(1), one(1))
    assert (cache.fork(kept), cache.free_blocks) == (2, 0)


@property(
    level=4, runs=4, why="long random lives: fork, grow, end, run out; tokens and free blocks are right throughout"
)
def random_lives(sol, rng):
    size, blocks, books = int(rng.integers(1, 4)), 12, []
    cache = pool(sol, blocks, size)
    for _ in range(30):
        what = int(rng.integers(5)) if books else 0
        book = books[int(rng.integers(len(books)))] if books else None
        if what == 0:
            books.append(Book(cache.new()))
        elif what == 1:
            books.append(book.fork(cache))
        elif what == 2:
            cache.free(book.seq)
            books.remove(book)
        else:
            grow_or_run_dry(cache, rng, size, books, book)
        held = {id(block): block for each in books for block in each.blocks}
        assert cache.free_blocks == blocks - len(held)


def grow_or_run_dry(cache, rng, size, books, book):
    count = int(rng.integers(1, 6))
    after = book.blocks_after(size, [each for each in books if each is not book], count)
    if sum(block not in book.blocks for block in after) <= cache.free_blocks:
        book.append(cache, rng, count)
        book.blocks = after
    else:
        raises(RuntimeError, cache.append, book.seq, np.ones((count, 3)), np.ones((count, 2)))
    if len(book.k) > 0:
        book.check(cache, rng, int(rng.integers(1, len(book.k) + 1)))


class Book:
    """What a sequence must hold: its tokens, and an object for each of its blocks."""

    def __init__(self, seq):
        self.seq, self.k, self.v, self.blocks = seq, np.zeros((0, 3)), np.zeros((0, 2)), []

    def append(self, cache, rng, count):
        k, v = rng.normal(size=(count, 3)), rng.normal(size=(count, 2))
        cache.append(self.seq, k, v)
        self.k, self.v = np.concatenate([self.k, k]), np.concatenate([self.v, v])

    def fork(self, cache):
        other = Book(cache.fork(self.seq))
        other.k, other.v, other.blocks = self.k, self.v, self.blocks.copy()
        return other

    def check(self, cache, rng, t):
        assert cache.length(self.seq) == len(self.k)
        q = rng.normal(size=(t, 3))
        scores = np.where(np.tri(t, len(self.k), len(self.k) - t) > 0, q @ self.k.T / np.sqrt(3), -np.inf)
        weights = np.exp(scores - scores.max(axis=1)[:, None])
        close(cache.attend(self.seq, q), weights @ self.v / weights.sum(axis=1)[:, None], rtol=1e-9, atol=1e-12)

    def blocks_after(self, size, books, count):
        """Its blocks after `count` more tokens; new ones are new objects."""
        shared = any(self.blocks[-1:] == book.blocks[len(self.blocks) - 1 : len(self.blocks)] for book in books)
        kept = self.blocks[:-1] if len(self.k) % size > 0 and shared else self.blocks
        return kept + [object() for _ in range(-(-(len(self.k) + count) // size) - len(kept))]


def pool(sol, blocks, size):
    return sol.PagedCache(blocks, size, 3, 2)


def one(*values):
    return np.array([[float(value) for value in values]])
