def schedule(steps: dict[str, tuple[float, list[str]]]) -> tuple[list[str], dict[str, float], list[str]]:
    """Order of the steps, minute at which each finishes, and a longest chain; ValueError names the steps of cycles."""
    raise NotImplementedError
