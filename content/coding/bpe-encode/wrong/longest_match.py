"""Misconception: the encoding is the longest token that fits, again and again from the left.
Shown to the learner: That is another tokeniser. The model was trained on what the merges give in their order, and a shorter early merge may prevent the long token from ever coming into being.
Must fail: rank_decides
"""


def encode(data, merges):
    text = [bytes([byte]) for byte in range(256)]
    for left, right in merges:
        text.append(text[left] + text[right])
    token_of = {}
    for token, spelt in enumerate(text):
        token_of.setdefault(spelt, token)
    longest = max(map(len, text))
    out, at = [], 0
    while at < len(data):
        size = next(s for s in range(min(longest, len(data) - at), 0, -1) if data[at : at + s] in token_of)
        out.append(token_of[data[at : at + size]])
        at += size
    return out
