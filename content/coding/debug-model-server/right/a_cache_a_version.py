"""One cache for each version, emptied of old scores at every call; batches by slicing what is left."""


class ModelServer:
    def __init__(self, model, version, clock, max_batch=4, ttl_s=60.0, attempts=3):
        self.caches = {}
        self.settings = clock, max_batch, ttl_s, attempts
        self.deploy(model, version)

    def deploy(self, model, version):
        self.model = model
        self.cache = self.caches.setdefault(version, {})

    def predict(self, requests):
        clock, max_batch, ttl_s, _ = self.settings
        now = clock()
        for request in [request for request, (_, since) in self.cache.items() if since + ttl_s <= now]:
            del self.cache[request]
        served = {request: self.cache[request][0] for request in requests if request in self.cache}
        left = [request for request in dict.fromkeys(requests) if request not in served]
        while left:
            batch, left = left[:max_batch], left[max_batch:]
            fresh = dict(zip(batch, self.call(batch, 1), strict=True))
            served |= fresh
            at = clock()
            self.cache.update((request, (score, at)) for request, score in fresh.items())
        return list(map(served.__getitem__, requests))

    def call(self, batch, number):
        try:
            return self.model(batch)
        except Exception:
            if number >= self.settings[3]:
                raise
        return self.call(batch, number + 1)
