"""Misconception: zero is a safe answer when the model is busy.
Shown to the learner: Nobody can tell it from a score. It goes to the cache as well, so the outage lasts a minute longer for every request that met it. Raise, and let the caller choose a fallback.
Must fail: a_lasting_failure_is_raised
"""


class ModelServer:
    """Scores requests with a model, in batches, and remembers scores for a while."""

    def __init__(self, model, version, clock, max_batch=4, ttl_s=60.0, attempts=3):
        self.clock, self.max_batch, self.ttl_s, self.attempts = clock, max_batch, ttl_s, attempts
        self.known = {}  # (version, request) -> (score, when the model gave it)
        self.deploy(model, version)

    def deploy(self, model, version):
        """Answers come from this model from now on."""
        self.model, self.version = model, version

    def predict(self, requests):
        """Scores in the order of the requests; raises what the model raises at its last attempt."""
        scores, missing = {}, []
        for request in dict.fromkeys(requests):
            score = self.cached(request)
            if score is None:
                missing.append(request)
            else:
                scores[request] = score
        for first in range(0, len(missing), self.max_batch):
            batch = missing[first : first + self.max_batch]
            answers = self.ask(batch)
            now = self.clock()
            for request, score in zip(batch, answers, strict=True):
                self.known[self.version, request] = (score, now)
                scores[request] = score
        return [scores[request] for request in requests]

    def cached(self, request):
        """The score, while it is young enough."""
        if (self.version, request) not in self.known:
            return None
        score, since = self.known[self.version, request]
        return score if self.clock() - since < self.ttl_s else None

    def ask(self, batch):
        """The model's scores, after as many attempts as are allowed."""
        for _ in range(self.attempts):
            try:
                return self.model(batch)
            except Exception:
                continue  # it was busy
        return [0.0] * len(batch)
