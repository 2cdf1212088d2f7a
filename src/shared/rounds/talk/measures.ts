import type { RoundDimension, RoundEvidence } from "../assessment.ts";
import {
  type Gone,
  hasSpoken,
  heldBack,
  LEAST_SE,
  MOST_EVIDENCE,
  momentOf,
  strongerThan,
  USUAL_SPREAD,
} from "./gone.ts";
import { MET, type Topic } from "./talk.ts";

type Point = Topic["points"][number];
/** A point of an opened topic as it was heard. */
type Heard = { gone: Gone; point: Point; probability: number; span: { start: number; text: string } | null };

/** What a talk showed, by what its points are marked to show. Of what was never asked there is nothing. */
export function measuresOf(all: readonly Gone[]): RoundDimension[] {
  const opened = all.filter(({ so }) => so.openedAt !== null);
  const marked = Map.groupBy(opened.flatMap(heardIn), ({ point }) => point.shows ?? point.id);
  const points = opened.flatMap(({ topic }) => topic.points).reduce((sum, each) => sum + each.points, 0);
  return [...marked].map(([id, heard]) => {
    const own = heard.reduce((sum, { point }) => sum + point.points, 0);
    const spoken = hasSpoken(heard.map(({ gone }) => gone));
    const missed = heard.filter(({ probability }) => probability < MET).map(({ point }) => point.metWhen);
    return {
      id,
      title: titleOf(id),
      weight: own / points,
      score: spoken ? heard.reduce((sum, { point, probability }) => sum + point.points * probability, 0) / own : null,
      se: spoken ? seOf(heard) : null,
      evidence: heard.flatMap(evidenceOf).slice(0, MOST_EVIDENCE),
      stronger: strongerThan([...new Set(missed)], spoken ? "spoken" : "silent"),
    };
  });
}

function heardIn(gone: Gone): Heard[] {
  const { topic, so, score } = gone;
  return topic.points.map((point) => {
    const read = so.reading?.points.find(({ id }) => id === point.id);
    return { gone, point, probability: (read?.probability ?? 0) * heldBack(so, score), span: read?.span ?? null };
  });
}

function evidenceOf({ gone, point, probability, span }: Heard): RoundEvidence[] {
  if (span === null || probability < MET) return [];
  return [{ ...momentOf(gone.so, span), says: point.metWhen, good: true }];
}

/** Of the grader, whose error is that of a topic's mean, and of having listened for a few points of many. */
function seOf(heard: readonly Heard[]): number {
  const count = heard.length;
  const mean = heard.reduce((sum, { probability }) => sum + probability, 0) / count;
  const seen = heard.reduce((sum, { probability }) => sum + (probability - mean) ** 2, 0) / Math.max(1, count - 1);
  const graded = heard.reduce((sum, { gone }) => sum + gone.se ** 2 * gone.topic.points.length, 0) / count;
  return Math.max(LEAST_SE, Math.sqrt((graded + Math.max(seen, USUAL_SPREAD ** 2)) / count));
}

function titleOf(id: string): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll("-", " ");
}
