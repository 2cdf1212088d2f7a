import numpy as np


def ndcg_at_k(relevance: np.ndarray, scores: np.ndarray, k: int) -> float:
    """NDCG at k of one query, equal scores in random order; nan where no item has a gain."""
    raise NotImplementedError


def mean_ndcg_at_k(queries: list[tuple[np.ndarray, np.ndarray]], k: int) -> float:
    """Mean NDCG at k over the queries that have one; nan if none has."""
    raise NotImplementedError
