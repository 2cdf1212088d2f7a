def ordered(values):
    """The values, a (n,) float array, in ascending order, without the library's sort."""
    found = values.copy()
    for at in range(1, len(found)):
        here = at
        while here and found[here - 1] > found[here]:
            found[here - 1], found[here] = found[here], found[here - 1]
            here -= 1
    return found
