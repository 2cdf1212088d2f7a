type Place = { start: number; end: number };

/** A graded answer as far as its words are concerned; `span` is what spoke for a criterion. */
export type GradedWords = {
  text: string;
  criteria: readonly { id: string; met: boolean; metWhen: string; span: Place | null }[];
  misconceptions: readonly { id: string; span: Place }[];
};

/** A piece of the answer; `criteria` and `misconception` name what its words stand for. */
export type Piece = { text: string; criteria: string[]; misconception?: string };

type Marked = Place & { criterion?: string; misconception?: string };

/** Cuts an answer at the borders of all evidence: a piece may serve several criteria. Mistaken claims win. */
export function piecesOf({ text, criteria, misconceptions }: GradedWords): Piece[] {
  const marks: Marked[] = [
    ...criteria.flatMap(({ id, span, met }) =>
      span && met ? [{ start: span.start, end: span.end, criterion: id }] : [],
    ),
    ...misconceptions.map(({ id, span }) => ({ start: span.start, end: span.end, misconception: id })),
  ];
  const borders = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...borders].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, at): Piece => {
    const start = cuts[at] ?? 0;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const misconception = over.find((mark) => mark.misconception !== undefined)?.misconception;
    return {
      text: text.slice(start, end),
      criteria: over.flatMap(({ criterion }) => criterion ?? []),
      ...(misconception === undefined ? {} : { misconception }),
    };
  });
}
