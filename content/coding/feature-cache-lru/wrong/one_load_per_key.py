"""Misconception: loading key by key is the same, only slower.
Shown to the learner: The store is built for batches: 500 round trips of 2 ms are a second. Collect the missing keys, each once, and load them in one call.
Must fail: one_load_for_the_batch
"""
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any


class FeatureCache:
    """The most recently used entries, each for at most `ttl_s` seconds.

    `_used` runs from the least to the most recently used key. With one ttl for all, entries expire in the order in which
    they were put, so `_put` (key to expiry time, oldest first) always has the next to expire at its front.
    """

    def __init__(self, capacity: int, ttl_s: float | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity, self._clock = capacity, clock
        self._ttl_s = float("inf") if ttl_s is None else ttl_s
        self._used: OrderedDict[Hashable, Any] = OrderedDict()
        self._put: OrderedDict[Hashable, float] = OrderedDict()
        self._stats = {"hits": 0, "misses": 0, "evictions": 0}

    def get(self, key: Hashable) -> Any:
        self._expire()
        if key not in self._used:
            self._stats["misses"] += 1
            return None
        self._stats["hits"] += 1
        self._used.move_to_end(key)
        return self._used[key]

    def put(self, key: Hashable, value: Any) -> None:
        self._expire()
        self._used[key] = value
        self._used.move_to_end(key)
        self._put[key] = self._clock() + self._ttl_s
        self._put.move_to_end(key)
        if len(self._used) > self._capacity:
            oldest, _ = self._used.popitem(last=False)
            del self._put[oldest]
            self._stats["evictions"] += 1

    def get_many(self, keys: list[Hashable], load: Callable[[list[Hashable]], dict[Hashable, Any]]) -> list[Any]:
        self._expire()
        found = {key: self._used[key] for key in keys if key in self._used}
        missing = list(dict.fromkeys(key for key in keys if key not in found))
        loaded = {}
        for key in missing:
            loaded.update(load([key]))
        hits = sum(key in found for key in keys)
        self._stats["hits"] += hits
        self._stats["misses"] += len(keys) - hits
        for key in keys:
            if key in found:
                self._used.move_to_end(key)
        for key in missing:
            if key in loaded:
                self.put(key, loaded[key])
        return [found.get(key, loaded.get(key)) for key in keys]

    def stats(self) -> dict[str, int]:
        return dict(self._stats)

    def __len__(self) -> int:
        self._expire()
        return len(self._used)

    def _expire(self) -> None:
        now = self._clock()
        while self._put and next(iter(self._put.values())) <= now:
            key, _ = self._put.popitem(last=False)
            del self._used[key]
