"""A doubly linked list by hand for recency, and a heap with lazy deletion for expiry: no OrderedDict."""

import heapq
import time


class _Node:
    __slots__ = ("after", "before", "expires", "key", "value")


class FeatureCache:
    def __init__(self, capacity, ttl_s=None, clock=time.monotonic):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.ttl_s, self.clock = capacity, ttl_s, clock
        self.nodes, self.heap, self.tick = {}, [], 0
        self.hits = self.misses = self.evictions = 0
        self.root = _Node()
        self.root.after = self.root.before = self.root

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _to_front(self, node):
        node.before, node.after = self.root, self.root.after
        node.after.before = node
        self.root.after = node

    def _drop(self, node):
        self._unlink(node)
        del self.nodes[node.key]

    def _expire(self):
        if self.ttl_s is None:
            return
        now = self.clock()
        while self.heap and self.heap[0][0] <= now:
            expires, _, node = heapq.heappop(self.heap)
            if self.nodes.get(node.key) is node and node.expires == expires:
                self._drop(node)

    def get(self, key):
        self._expire()
        node = self.nodes.get(key)
        if node is None:
            self.misses += 1
            return None
        self.hits += 1
        self._unlink(node)
        self._to_front(node)
        return node.value

    def put(self, key, value):
        self._expire()
        node = self.nodes.get(key)
        if node is None:
            node = self.nodes[key] = _Node()
            node.key = key
        else:
            self._unlink(node)
        node.value = value
        self._to_front(node)
        if self.ttl_s is not None:
            node.expires = self.clock() + self.ttl_s
            self.tick += 1
            heapq.heappush(self.heap, (node.expires, self.tick, node))
        if len(self.nodes) > self.capacity:
            self._drop(self.root.before)
            self.evictions += 1

    def get_many(self, keys, load):
        self._expire()
        values, missing = {}, []
        for key in keys:
            if key in self.nodes:
                values[key] = self.nodes[key].value
            elif key not in values:
                values[key] = None
                missing.append(key)
        absent = set(missing)
        loaded = load(missing) if missing else {}
        for key in keys:
            if key in absent:
                self.misses += 1
            else:
                self.hits += 1
                self._unlink(self.nodes[key])
                self._to_front(self.nodes[key])
        for key in missing:
            if key in loaded:
                values[key] = loaded[key]
                self.put(key, loaded[key])
        return [values[key] for key in keys]

    def stats(self):
        return {"hits": self.hits, "misses": self.misses, "evictions": self.evictions}

    def __len__(self):
        self._expire()
        return len(self.nodes)
