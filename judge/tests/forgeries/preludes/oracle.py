import numpy as np


def ranks(values):
    return sorted(range(len(values)), key=lambda at: -values[at])


def best(values, score):
    found = max((score(value), -at, value) for at, value in enumerate(values))
    return found[2], found[0]
