"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules such libraries out: which side is clipped, what is detached and what the mean runs over are the exercise.
Must fail: forbid
"""


def clipped_policy_loss(logp, old_logp, advantages, mask, epsilon=0.2):
    from torchrl.objectives import ClipPPOLoss

    return ClipPPOLoss(None, None, clip_epsilon=epsilon)(logp, old_logp, advantages)
