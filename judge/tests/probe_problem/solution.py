def attack(host):
    """The defended answer: nothing happened."""
    return None
