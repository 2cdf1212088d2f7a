export type DiffLine = { kind: "same" | "gone" | "new"; text: string };

/** Two texts line by line: the longest common subsequence stays, the rest went or came. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, now] = [before.trimEnd().split("\n"), after.trimEnd().split("\n")];
  // what both begin and end with is set aside: the rest costs the product of its lengths
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const same = (texts: readonly string[]) => texts.map((text): DiffLine => ({ kind: "same", text }));
  return [
    ...same(now.slice(0, head)),
    ...middleDiff(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...same(now.slice(now.length - tail)),
  ];
}

/** More would take longer than anybody waits, and more memory than a page has: such texts are told apart whole. */
const MOST_PAIRS = 4_000_000;

function middleDiff(old: readonly string[], now: readonly string[]): DiffLine[] {
  if (old.length * now.length > MOST_PAIRS)
    return [
      ...old.map((text): DiffLine => ({ kind: "gone", text })),
      ...now.map((text): DiffLine => ({ kind: "new", text })),
    ];
  const common = commonLengths(old, now);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const [was = "", is = ""] = [old[i], now[j]];
    if (was === is) {
      lines.push({ kind: "same", text: is });
      i++;
      j++;
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      lines.push({ kind: "gone", text: was });
      i++;
    } else {
      lines.push({ kind: "new", text: is });
      j++;
    }
  }
  for (const text of old.slice(i)) lines.push({ kind: "gone", text });
  for (const text of now.slice(j)) lines.push({ kind: "new", text });
  return lines;
}

/** common[i][j]: how many lines the rests from i and from j have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = common[i] ?? [];
      row[j] =
        old[i] === now[j] ? (common[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(common[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return common;
}
