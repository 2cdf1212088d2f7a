"""Misconception: multiplying by the mask takes the rest out.
Shown to the learner: 0 times NaN is NaN, in the sum and once more in the gradient. Replace logits and tokens outside the mask before the softmax.
Must fail: what_is_outside_the_mask_does_not_matter
"""
import torch
from torch.nn.functional import logsigmoid


def dpo_loss(logits, reference_logits, tokens, mask, beta=0.1):
    with torch.no_grad():
        reference = _log_likelihood(reference_logits, tokens, mask)
    preferred, rejected = _log_likelihood(logits, tokens, mask) - reference
    margins = beta * (preferred - rejected)
    return -logsigmoid(margins).mean(), margins.detach()


def _log_likelihood(logits, tokens, mask):
    log_p = logits.log_softmax(dim=-1, dtype=torch.promote_types(logits.dtype, torch.float32))
    own = log_p.gather(-1, tokens.clamp(min=0).long()[..., None]).squeeze(-1)
    return (own * mask).sum(dim=-1)
