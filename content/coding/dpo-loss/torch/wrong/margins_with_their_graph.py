"""Misconception: what is only logged costs nothing.
Shown to the learner: A tensor with a graph keeps the activations of its whole forward pass alive, and the logger keeps the tensor. Hand out detached margins.
Must fail: margins_have_no_graph
"""
import torch
from torch.nn.functional import logsigmoid


def dpo_loss(logits, reference_logits, tokens, mask, beta=0.1):
    with torch.no_grad():
        reference = _log_likelihood(reference_logits, tokens, mask)
    preferred, rejected = _log_likelihood(logits, tokens, mask) - reference
    margins = beta * (preferred - rejected)
    return -logsigmoid(margins).mean(), margins


def _log_likelihood(logits, tokens, mask):
    logits = logits.masked_fill(~mask[..., None], 0)
    tokens = tokens.masked_fill(~mask, 0).long()
    log_p = logits.log_softmax(dim=-1, dtype=torch.promote_types(logits.dtype, torch.float32))
    own = log_p.gather(-1, tokens[..., None]).squeeze(-1)
    return own.masked_fill(~mask, 0).sum(dim=-1)
