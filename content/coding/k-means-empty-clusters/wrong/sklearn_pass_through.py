"""Misconception: a library call answers the question.
Shown to the learner: The loop is the exercise, and the library fills empty cells by a rule of its own. Know that rule, then write this one.
Must fail: forbid
"""
from sklearn.cluster import KMeans


def kmeans(points, centres, max_iterations=100):
    model = KMeans(len(centres), init=centres, n_init=1, max_iter=max_iterations, tol=0.0).fit(points)
    return model.cluster_centers_, model.labels_, [float(model.inertia_)]
