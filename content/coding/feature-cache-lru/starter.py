class FeatureCache:
    """The `capacity` most recently used entries."""

    def __init__(self, capacity: int) -> None:
        raise NotImplementedError

    def get(self, key):
        raise NotImplementedError

    def put(self, key, value) -> None:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError
