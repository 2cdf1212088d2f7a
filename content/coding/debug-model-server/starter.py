class ModelServer:
    """Scores requests with a model, in batches, and remembers scores for a while."""

    def __init__(self, model, version, clock, max_batch=4, ttl_s=60.0, attempts=3):
        self.clock, self.max_batch, self.ttl_s, self.attempts = clock, max_batch, ttl_s, attempts
        self.known = {}  # request -> (score, when)
        self.deploy(model, version)

    def deploy(self, model, version):
        """Answers come from this model from now on."""
        self.model, self.version = model, version

    def predict(self, requests):
        """Scores of the requests."""
        scores, missing = [], []
        for request in requests:
            score = self.cached(request)
            if score is not None:
                scores.append(score)
            elif request not in missing:
                missing.append(request)
        for first in range(0, len(missing), self.max_batch):
            batch = missing[first : first + self.max_batch]
            answers = self.ask(batch)
            now = self.clock()
            for request, score in zip(batch, answers, strict=True):
                self.known[request] = (score, now)
                scores.append(score)
        return scores

    def cached(self, request):
        """The score, while it is young enough."""
        if request not in self.known:
            return None
        score, since = self.known[request]
        now = self.clock()
        if now - since >= self.ttl_s:
            return None
        self.known[request] = (score, now)
        return score

    def ask(self, batch):
        """The model's scores, after as many attempts as are allowed."""
        for _ in range(self.attempts):
            try:
                return self.model(batch)
            except Exception:
                continue
        return [0.0] * len(batch)
