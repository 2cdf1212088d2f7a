"""Misconception: a library call answers the question.
Shown to the learner: The overlaps and the greedy loop are the exercise. A library also decides for you how ties, empty boxes and classes are treated: know the rule, then write it.
Must fail: forbid
"""

import numpy as np
import torch
from torchvision.ops import batched_nms, box_iou

def iou(a, b):
    return np.nan_to_num(box_iou(torch.from_numpy(a.astype(np.float64)), torch.from_numpy(b.astype(np.float64))).numpy())

def nms(boxes, scores, classes, threshold, max_keep):
    kept = batched_nms(torch.from_numpy(boxes.astype(np.float64)), torch.from_numpy(scores.astype(np.float64)), torch.from_numpy(classes.astype(np.int64)), threshold)
    return kept.numpy()[:max_keep]
