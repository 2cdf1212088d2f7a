/** A run of text as a PDF places it: points, from the lower left corner. */
export type PlacedText = { text: string; x: number; y: number; width: number; size: number };

type Line = { y: number; size: number; pieces: PlacedText[] };

// Of a page's characters, how many a column must have: dates at the right margin are no column.
const LEAST_COLUMN_SHARE = 0.2;
const LEAST_COLUMN_LINES = 4;
/** In sizes of the type. */
const GUTTER = 1.2;
const WORD_GAP = 0.15;
const PARAGRAPH_GAP = 1.75;

/** The text of a page in the order in which a person reads it: columns one after the other, lines from the top. */
export function layOutPage(placed: readonly PlacedText[]): string {
  const pieces = placed.filter(({ text }) => text.trim() !== "");
  const lines = linesOf(pieces);
  return bandsOf(lines, gutterOf(lines))
    .map((band) => textOf(band))
    .filter((text) => text !== "")
    .join("\n\n");
}

function linesOf(pieces: readonly PlacedText[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines.at(-1);
    if (last && last.y - piece.y <= Math.min(last.size, piece.size) * 0.5) {
      last.pieces.push(piece);
      last.size = Math.max(last.size, piece.size);
    } else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  for (const line of lines) line.pieces.sort((a, b) => a.x - b.x);
  return lines;
}

/** Where the page is divided into two columns, if it is: a strip that no line of either side crosses. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const pieces = lines.flatMap((line) => line.pieces);
  const total = charactersIn(pieces);
  const starts = [...new Set(pieces.map(({ x }) => Math.round(x)))].sort((a, b) => a - b);
  let best: { x: number; balance: number } | undefined;
  for (const x of starts) {
    const divided = lines.filter((line) => line.pieces.length > 0 && !crosses(line, x));
    const right = divided.map((line) => line.pieces.filter((piece) => piece.x >= x - 1));
    const left = divided.map((line) => line.pieces.filter((piece) => piece.x < x - 1));
    const side = (each: PlacedText[][]) => ({
      share: charactersIn(each.flat()) / total,
      lines: each.filter((own) => own.length > 0).length,
    });
    const sides = [side(left), side(right)];
    if (sides.some(({ share, lines: count }) => share < LEAST_COLUMN_SHARE || count < LEAST_COLUMN_LINES)) continue;
    const balance = Math.min(...sides.map(({ share }) => share));
    if (!best || balance > best.balance) best = { x, balance };
  }
  return best?.x;
}

/** Whether a line runs over the strip left of `x`. */
function crosses({ pieces, size }: Line, x: number): boolean {
  return pieces.some((piece) => piece.x < x - 1 && piece.x + piece.width > x - GUTTER * size * 0.5);
}

/** Lines in reading order: what runs over the gutter divides the page into bands, and each band is read column by column. */
function bandsOf(lines: readonly Line[], gutter: number | undefined): Line[][] {
  if (gutter === undefined) return [[...lines]];
  const bands: Line[][] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  const close = () => {
    bands.push(left, right);
    left = [];
    right = [];
  };
  for (const line of lines) {
    if (crosses(line, gutter)) {
      close();
      bands.push([line]);
      continue;
    }
    const ofLeft = line.pieces.filter((piece) => piece.x < gutter - 1);
    const ofRight = line.pieces.filter((piece) => piece.x >= gutter - 1);
    if (ofLeft.length > 0) left.push({ ...line, pieces: ofLeft });
    if (ofRight.length > 0) right.push({ ...line, pieces: ofRight });
  }
  close();
  return bands.filter((band) => band.length > 0);
}

function textOf(lines: readonly Line[]): string {
  const heights = lines.slice(1).map((line, at) => (lines[at]?.y ?? 0) - line.y);
  const usual = heights.toSorted((a, b) => a - b)[Math.floor((heights.length - 1) / 2)] ?? 0;
  return lines
    .map((line, at) => {
      const gap = (lines[at - 1]?.y ?? line.y) - line.y;
      const apart = at > 0 && usual > 0 && gap > usual * PARAGRAPH_GAP;
      return `${apart ? "\n" : ""}${lineText(line)}`;
    })
    .join("\n")
    .trim();
}

function lineText({ pieces }: Line): string {
  let text = "";
  let end: number | undefined;
  for (const { text: piece, x, width, size } of pieces) {
    const apart = end !== undefined && x - end > size * WORD_GAP && !/\s$/u.test(text) && !/^\s/u.test(piece);
    text += `${apart ? " " : ""}${piece}`;
    end = x + width;
  }
  return text.replaceAll(/[ \t]+/gu, " ").trim();
}

function charactersIn(pieces: readonly PlacedText[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
