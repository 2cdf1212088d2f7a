"""Misconception: zip takes care of lists of different length.
Shown to the learner: It stops at the shorter one: a forgotten weight switches off the last retriever without a word. Ask for equal lengths (`strict=True`).
Must fail: weights_must_fit
"""

Ranking = list[tuple[str, str]]


def fuse(
    rankings: list[Ranking], limit: int, k: float = 60, weights: list[float] | None = None
) -> list[tuple[str, str, float]]:
    """Documents of all rankings of chunks by reciprocal rank fusion: (document, chunk to show, score), best first.

    Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods",
    2009.
    """
    weights = [1.0] * len(rankings) if weights is None else weights
    scores: dict[str, float] = {}
    shown: dict[str, tuple[float, str]] = {}  # what the best ranking of a document adds, and its chunk there
    for ranking, weight in zip(rankings, weights, strict=False):
        for rank, (document, chunk) in enumerate(_best_chunks(ranking).items(), 1):
            adds = weight / (k + rank)
            scores[document] = scores.get(document, 0.0) + adds
            if document not in shown or adds > shown[document][0]:
                shown[document] = (adds, chunk)
    found = sorted((-score, document) for document, score in scores.items() if score > 0)
    return [(document, shown[document][1], -score) for score, document in found[:limit]]


def _best_chunks(ranking: Ranking) -> dict[str, str]:
    """The first chunk of each document, documents in the order of the ranking."""
    best: dict[str, str] = {}
    for document, chunk in ranking:
        best.setdefault(document, chunk)
    return best
