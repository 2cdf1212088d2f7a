"""Misconception: a library fits mixtures, so call it.
Shown to the learner: In the interview the two steps are the exercise. The library also adds its regulariser to every variance, and does not let you say what a starved component does.
Must fail: forbid
"""

from sklearn.mixture import GaussianMixture


def fit(x, weights, means, variances, floor, rounds):
    model = GaussianMixture(len(weights), covariance_type="diag", reg_covar=floor, max_iter=rounds, weights_init=weights,
                            means_init=means, precisions_init=1 / variances).fit(x)  # fmt: skip
    return model.weights_, model.means_, model.covariances_, [model.score(x) * len(x)]
