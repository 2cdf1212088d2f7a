import torch
from torch.nn.functional import logsigmoid


def dpo_loss(
    logits: torch.Tensor,
    reference_logits: torch.Tensor,
    tokens: torch.Tensor,
    mask: torch.Tensor,
    beta: float = 0.1,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Direct preference optimisation (Rafailov et al., 2023): the mean loss with a graph, the margins without."""
    with torch.no_grad():
        reference = _log_likelihood(reference_logits, tokens, mask)
    preferred, rejected = _log_likelihood(logits, tokens, mask) - reference
    margins = beta * (preferred - rejected)
    return -logsigmoid(margins).mean(), margins.detach()


def _log_likelihood(logits: torch.Tensor, tokens: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Summed log-probability (2, n) of each answer's own tokens."""
    # Replaced before the arithmetic: what is outside the mask may be NaN, and -100 is no index.
    logits = logits.masked_fill(~mask[..., None], 0)
    tokens = tokens.masked_fill(~mask, 0).long()
    log_p = logits.log_softmax(dim=-1, dtype=torch.promote_types(logits.dtype, torch.float32))
    own = log_p.gather(-1, tokens[..., None]).squeeze(-1)
    return own.masked_fill(~mask, 0).sum(dim=-1)
