export type Piece = { text: string; marked: boolean };

/** A quotation in pieces, its figures marked where they first stand, in order. */
export function marksIn(quote: string, figures: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const figure of figures) {
    const at = quote.indexOf(figure, from);
    if (at < 0 || figure === "") continue;
    if (at > from) pieces.push({ text: quote.slice(from, at), marked: false });
    pieces.push({ text: figure, marked: true });
    from = at + figure.length;
  }
  if (from < quote.length) pieces.push({ text: quote.slice(from), marked: false });
  return pieces;
}
