"""Misconception: log(sigmoid(m)) is the loss as it is written.
Shown to the learner: On paper. A margin below -104 makes the float32 sigmoid exactly 0 and its log minus infinity, and autograd multiplies infinity by 0: NaN for the pairs that have most to teach. logsigmoid has one stable formula for both.
Must fail: large_margins_stay_finite
"""
import torch


def dpo_loss(logits, reference_logits, tokens, mask, beta=0.1):
    with torch.no_grad():
        reference = _log_likelihood(reference_logits, tokens, mask)
    preferred, rejected = _log_likelihood(logits, tokens, mask) - reference
    margins = beta * (preferred - rejected)
    return -torch.log(torch.sigmoid(margins)).mean(), margins.detach()


def _log_likelihood(logits, tokens, mask):
    logits = logits.masked_fill(~mask[..., None], 0)
    tokens = tokens.masked_fill(~mask, 0).long()
    log_p = logits.log_softmax(dim=-1, dtype=torch.promote_types(logits.dtype, torch.float32))
    own = log_p.gather(-1, tokens[..., None]).squeeze(-1)
    return own.masked_fill(~mask, 0).sum(dim=-1)
