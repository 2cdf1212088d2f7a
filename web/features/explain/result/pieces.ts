import { CAME_FROM } from "../../../../src/features/explain/model/next-ask.ts";
import type { ReadAttempt } from "../types.ts";

/** A piece of the explanation and what its words are: a claim that went too far comes before a term, a term before a point. */
export type Piece = {
  text: string;
  kind: "plain" | "came" | "term" | "distortion";
  /** Ids of the points that it brought across. */
  criteria: string[];
  /** What is said of it. */
  note: string | undefined;
};

type Mark = { start: number; end: number; kind: Piece["kind"]; id: string; note: string };

/** Cuts an explanation at the borders of all that is marked in it. */
export function piecesOf({
  text,
  criteria,
  distortions,
  reading,
}: Pick<ReadAttempt, "text" | "criteria" | "distortions" | "reading">): Piece[] {
  const marks: Mark[] = [
    ...criteria.flatMap(({ id, span, probability, metWhen }) =>
      span && probability >= CAME_FROM ? [{ ...placeOf(span), kind: "came" as const, id, note: metWhen }] : [],
    ),
    ...distortions.map(({ id, span, whyWrong }) => ({
      ...placeOf(span),
      kind: "distortion" as const,
      id,
      note: whyWrong,
    })),
    ...reading.terms.unexplained.flatMap(({ term, instead, uses }) =>
      uses.map((use) => ({ ...placeOf(use), kind: "term" as const, id: term, note: `Say instead: ${instead}` })),
    ),
  ];
  const borders = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...borders].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const first = (["distortion", "term", "came"] as const).flatMap(
      (kind) => over.find((mark) => mark.kind === kind) ?? [],
    )[0];
    return {
      text: text.slice(start, end),
      kind: first?.kind ?? "plain",
      criteria: over.filter(({ kind }) => kind === "came").map(({ id }) => id),
      note: first?.note,
    };
  });
}

function placeOf({ start, end }: { start: number; end: number }) {
  return { start, end };
}
