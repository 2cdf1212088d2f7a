"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules the finished attention out. It is also another function: its causal mask is not aligned to the end, and its answer for a query that sees nothing is its own.
Must fail: forbid
"""
import torch
from torch.nn.functional import scaled_dot_product_attention


def attention(q, k, v, padding=None, causal=False):
    mask = None if padding is None else ~padding[:, None, None, :]
    return scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=causal)
