import numpy as np


def weights(scores):
    """Shares of the scores, largest first in weight; an empty input has none.

    Parameters
    ----------
    scores : (..., n) float array

    Returns
    -------
    (..., n) float array, softmax over the last axis
    """
    scores = np.asarray(scores)
    if scores.size == 0:
        raise ValueError("no scores")
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def ranks(values):
    """Positions of the values in descending order, as a list of int; ties keep their order."""
    return sorted(range(len(values)), key=lambda at: -values[at])


def best(values, score):
    """The value with the highest score and that score; `score` is called once a value."""
    scored = [(score(value), -at, value) for at, value in enumerate(values)]
    found = max(scored)
    return found[2], found[0]
