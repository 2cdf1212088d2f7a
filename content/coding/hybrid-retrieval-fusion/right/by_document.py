"""Asks each document what every ranking says of it, instead of walking through the rankings."""


def fuse(rankings, limit, k=60, weights=None):
    if weights is None:
        weights = [1 for _ in rankings]
    if len(weights) != len(rankings):
        raise ValueError("one weight a ranking")
    orders = [list(dict.fromkeys(document for document, _ in ranking)) for ranking in rankings]
    results = []
    for name in sorted({document for order in orders for document in order}):
        votes = [
            weight / (k + order.index(name) + 1) if name in order else 0
            for order, weight in zip(orders, weights, strict=True)
        ]
        loudest = max((v for v, order in zip(votes, orders, strict=True) if name in order))
        where = next(i for i, order in enumerate(orders) if name in order and votes[i] == loudest)
        chunk = next(chunk for document, chunk in rankings[where] if document == name)
        if sum(votes) > 0:
            results.append((name, chunk, sum(votes)))
    results.sort(key=lambda result: result[2], reverse=True)  # stable: names stay in order among equals
    return results[:limit]
