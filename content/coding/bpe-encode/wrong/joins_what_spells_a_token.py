"""Misconception: two neighbours are joined when together they spell a token.
Shown to the learner: Several pairs can spell the same bytes, and only the pair that was learnt is a merge. Compare tokens, not text: otherwise merges happen that training never made.
Must fail: tokens_are_not_text
"""


def encode(data, merges):
    text = [bytes([byte]) for byte in range(256)]
    for left, right in merges:
        text.append(text[left] + text[right])
    rank_of = {}
    for token in range(256, len(text)):
        rank_of.setdefault(text[token], token)
    tokens = list(data)
    while True:
        best = (
            min(
                (rank_of.get(text[a] + text[b], len(text)), at)
                for at, (a, b) in enumerate(zip(tokens, [*tokens[1:], 0]))
                if at + 1 < len(tokens)
            )
            if len(tokens) > 1
            else (len(text), 0)
        )
        if best[0] == len(text):
            return tokens
        tokens[best[1] : best[1] + 2] = [best[0]]
