"""A bucket of places for every rank, and a heap of the ranks alone: a merge only makes pairs of later ranks."""

import heapq


class Node:
    __slots__ = ("left", "right", "token")

    def __init__(self, token):
        self.token, self.left, self.right = token, None, None


def encode(data, merges):
    ranks = {pair: rank for rank, pair in enumerate(merges)}
    head = Node(-1)
    nodes = [head]
    buckets, waiting = {}, []

    def note(one, place):
        """Files the pair that starts at `one`, if it can be joined."""
        rank = ranks.get((one.token, one.right.token)) if one.right else None
        if rank is not None:
            if rank not in buckets:
                buckets[rank] = []
                heapq.heappush(waiting, rank)
            buckets[rank].append((place, one))

    for byte in data:
        node = Node(byte)
        node.left, nodes[-1].right = nodes[-1], node
        nodes.append(node)
    place_of = {id(node): place for place, node in enumerate(nodes)}
    for place, node in enumerate(nodes):
        note(node, place)
    while waiting:
        rank = heapq.heappop(waiting)
        for place, node in sorted(buckets.pop(rank), key=lambda pair: pair[0]):
            if node.right is None or ranks.get((node.token, node.right.token)) != rank:
                continue
            gone = node.right
            node.token, node.right = 256 + rank, gone.right
            gone.token, gone.right = -2, None
            if node.right:
                node.right.left = node
            note(node.left, place_of[id(node.left)])
            note(node, place)
    out, node = [], head.right
    while node:
        out.append(node.token)
        node = node.right
    return out
