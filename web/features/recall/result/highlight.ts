import { MET_FROM } from "../../../../src/features/recall/model/rating.ts";
import type { GradedAnswer } from "../types.ts";

/** A piece of the answer; `criterion` or `misconception` name what its words stand for. */
export type Piece = { text: string; criteria: string[]; misconception?: string };

type Marked = { start: number; end: number; criterion?: string; misconception?: string };

/** Cuts an answer at the borders of all evidence: a piece may serve several criteria. Mistaken claims win. */
export function piecesOf({
  text,
  criteria,
  misconceptions,
}: Pick<GradedAnswer, "text" | "criteria" | "misconceptions">) {
  const marks: Marked[] = [
    ...criteria.flatMap(({ id, span, probability, overruled }) =>
      span && (overruled ?? probability >= MET_FROM) ? [{ start: span.start, end: span.end, criterion: id }] : [],
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
