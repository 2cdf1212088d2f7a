class Tally:
    """Counts labels; `share` is a label's part of all seen so far."""

    def __init__(self, labels):
        self.counts = dict.fromkeys(labels, 0)
        self.total = 0

    def add(self, label):
        """Counts one and returns how often the label was seen."""
        self.counts[label] += 1
        self.total += 1
        return self.counts[label]

    def share(self, label):
        """Part of all that was seen, 0.0 before anything was."""
        return self.counts[label] / self.total if self.total else 0.0

    def most(self):
        """The label seen most often, the first of them where several were."""
        return max(self.counts, key=self.counts.__getitem__)
