"""No heap: a buffer of at most 2k + 64 entries is sorted and cut whenever it is full, O(log k) an arrival in the mean."""


def k_nearest(query, stream, k):
    center = query.tolist()
    buffer, position = [], 0
    for vector, record in stream:
        squared = sum((float(x) - c) ** 2 for x, c in zip(vector.tolist(), center))
        if squared != squared:
            raise ValueError(position)
        buffer.append((squared, position, record))
        position += 1
        if len(buffer) >= 2 * k + 64:
            buffer.sort(key=lambda entry: entry[:2])
            del buffer[k:]
    buffer.sort(key=lambda entry: entry[:2])
    return [(record, squared) for squared, _, record in buffer[:k]]
