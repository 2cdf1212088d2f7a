export type PaletteEntry = {
  id: string;
  label: string;
  /** Words it is also found by, not shown. */
  also?: string;
  group: "This page" | "Pages" | "Design cases" | "Problems";
  keys?: string | undefined;
  detail?: string;
  run: () => void;
};

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** How well one typed word fits: the start of the label, of a word, anywhere; 0 is not at all. */
function wordScore(label: string, also: string, word: string): number {
  if (label.startsWith(word)) return 4;
  if (label.includes(` ${word}`)) return 3;
  if (label.includes(word)) return 2;
  return also.includes(word) ? 1 : 0;
}

/** Entries in which every typed word occurs, best first; groups keep their order while nothing is typed. */
export function searchEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .map((entry, order) => {
      const [label, also] = [fold(entry.label), fold(`${entry.also ?? ""} ${entry.detail ?? ""}`)];
      const scores = words.map((word) => wordScore(label, also, word));
      return { entry, order, score: scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ entry }) => entry);
}
