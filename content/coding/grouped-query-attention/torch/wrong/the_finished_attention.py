"""Misconception: a library call answers the question.
Shown to the learner: The prompt rules the finished attention out: which head reads which, and what is copied on the way, are the exercise.
Must fail: forbid
"""
import torch.nn.functional as F


def grouped_query_attention(q, k, v, causal=True):
    return F.scaled_dot_product_attention(q, k, v, is_causal=causal, enable_gqa=True)
