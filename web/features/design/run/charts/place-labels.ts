/** Moves labels apart, `gap` between them, inside `from`..`to`, each as near to its wish as that allows; in the order given. */
export function spreadLabels(wishes: readonly number[], { gap, from, to }: { gap: number; from: number; to: number }) {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish || a.index - b.index);
  const places: number[] = [];
  let free = from;
  for (const { wish } of order) {
    const place = Math.max(free, wish);
    places.push(place);
    free = place + gap;
  }
  // what ran over the end moves back, and pushes those before it
  let end = to;
  for (let at = places.length - 1; at >= 0; at--) {
    places[at] = Math.min(places[at] ?? end, end);
    end = (places[at] ?? end) - gap;
  }
  const result = wishes.map(() => 0);
  order.forEach(({ index }, at) => {
    result[index] = Math.max(from, places[at] ?? from);
  });
  return result;
}

const CHARACTER = 6.3; // of the charts' 11 px, on average and a little more
export const widthOf = (text: string): number => text.length * CHARACTER;
export const shortened = (text: string, width: number): string => {
  const most = Math.max(2, Math.floor(width / CHARACTER));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
};

export type Placed = { text: string; x: number; row: number };

/** Names over bands: each at its start, moved left where it would leave the plot, in the first row that is free there. */
export function bandLabels(
  bands: readonly { x: number; name: string }[],
  { left, right }: { left: number; right: number },
) {
  const freeFrom: number[] = [];
  return bands.map(({ x, name }): Placed => {
    const text = shortened(name, right - left - 8);
    const start = Math.max(left, Math.min(x + 4, right - widthOf(text) - 4));
    const free = freeFrom.findIndex((from) => from <= start);
    const row = free < 0 ? freeFrom.length : free;
    freeFrom[row] = start + widthOf(text) + 8;
    return { text, x: start, row };
  });
}
