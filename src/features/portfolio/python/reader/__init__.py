"""A static reader of Python: syntax trees in, facts out."""
