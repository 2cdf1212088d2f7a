"""Patterns that an interviewer would ask about, by family; importing this registers their rules."""

from importlib import import_module

_FAMILIES = (
    "checkpoints",
    "credit",
    "engineering",
    "evaluation",
    "frames",
    "language_models",
    "layers",
    "leaks",
    "named_settings",
    "own_pieces",
    "prompts",
    "serving",
    "settings_of_calls",
    "splits",
    "torch_training",
    "training",
    "validation",
)

for _family in _FAMILIES:
    import_module(f".{_family}", __name__)
