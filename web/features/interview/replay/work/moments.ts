import type { Turn, Work } from "../../types.ts";

type RoundWork = Work["rounds"][number];
export type Moment = RoundWork["moments"][number];

/** What lay beside the talk at a place in the log: the round's work and which of its moments stood then. */
export type Standing = { made: RoundWork; at: number };

/** Undefined where a round of talk alone was held at that place. */
export function standingAt({ rounds }: Work, turns: readonly Turn[], seq: number): Standing | undefined {
  const made = rounds.findLast(({ moments }) => moments[0] !== undefined && moments[0].seq <= seq);
  if (!made) return undefined;
  const said = turns.findLast((turn) => turn.seq <= seq);
  if (said && said.round > made.round) return undefined;
  return { made, at: made.moments.findLastIndex((moment) => moment.seq <= seq) };
}

/** Where the list of turns stands at a place in the log; before the first turn at the first. */
export function turnAt(turns: readonly Turn[], seq: number): Turn | undefined {
  return turns.findLast((turn) => turn.seq <= seq) ?? turns[0];
}

/** Runs and submissions by the turn that tells of them. */
export function verdictsBySeq({ rounds }: Work): Map<number, NonNullable<Moment["verdict"]>> {
  return new Map(
    rounds.flatMap(({ moments }) => moments.flatMap(({ seq, verdict }) => (verdict ? [[seq, verdict] as const] : []))),
  );
}
