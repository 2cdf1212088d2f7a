import math

Tokens = tuple[int, ...]
Node = dict[int, "Node"]


def allowed_next(entries: list[Tokens], end: int, outputs: list[Tokens]) -> list[list[int]]:
    """For each output the sorted tokens with which it can still become an entry; ValueError where none can."""
    root = _trie(entries, end)
    return [sorted(_reached(root, output)) for output in outputs]


def mask_logits(entries: list[Tokens], end: int, outputs: list[Tokens], logits: list[list[float]]) -> list[list[float]]:
    """New rows of logits, -inf wherever the token is not allowed next."""
    masked = [[-math.inf] * len(row) for row in logits]
    for new, row, allowed in zip(masked, logits, allowed_next(entries, end, outputs)):
        for token in allowed:
            new[token] = row[token]
    return masked


def _trie(entries: list[Tokens], end: int) -> Node:
    """Nodes are dicts from the next token to the next node.

    All entries end in one node, whose only way leads back to itself: a finished output goes on with `end` for ever.
    """
    finished: Node = {}
    finished[end] = finished
    root: Node = {}
    for entry in entries:
        node = root
        for token in entry:
            node = node.setdefault(token, {})
        node[end] = finished
    return root


def _reached(root: Node, output: Tokens) -> Node:
    """The node to which an output leads."""
    node = root
    for token in output:
        if token not in node:
            raise ValueError(f"{output} begins no entry")
        node = node[token]
    return node
