"""Misconception: the reference is frozen elsewhere, so the loss need not care.
Shown to the learner: If one flag is forgotten there, the easiest way to a larger margin is to make the reference worse, and that is what training does. The loss must cut the graph itself: no_grad, or detach.
Must fail: the_reference_gets_no_gradient
"""
import torch
from torch.nn.functional import logsigmoid


def dpo_loss(logits, reference_logits, tokens, mask, beta=0.1):
    preferred, rejected = _log_likelihood(logits, tokens, mask) - _log_likelihood(reference_logits, tokens, mask)
    margins = beta * (preferred - rejected)
    return -logsigmoid(margins).mean(), margins.detach()


def _log_likelihood(logits, tokens, mask):
    logits = logits.masked_fill(~mask[..., None], 0)
    tokens = tokens.masked_fill(~mask, 0).long()
    log_p = logits.log_softmax(dim=-1, dtype=torch.promote_types(logits.dtype, torch.float32))
    own = log_p.gather(-1, tokens[..., None]).squeeze(-1)
    return own.masked_fill(~mask, 0).sum(dim=-1)
