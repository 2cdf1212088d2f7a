"""What the author of a problem writes tests with. See judge/README.md for the whole of it on one page."""

from holdout_judge.compare import close, finite
from holdout_judge.proxy import backward, inout, raises, stream
from holdout_judge.registry import case, forbid, gradient, growth, oracle, property, state, statistical
from holdout_judge.statistics import chi_square_p, ks_p, z_test_p

__all__ = [
    "backward", "case", "chi_square_p", "close", "finite", "forbid", "gradient", "growth", "inout", "ks_p", "oracle",
    "property", "raises", "state", "statistical", "stream", "z_test_p",
]  # fmt: skip
