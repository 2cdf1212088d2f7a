import type { Evidence } from "../../shared/evidence/evidence.ts";
import type { Assessment } from "../../shared/rounds/assessment.ts";
import type { Live } from "./live.ts";

const WHO = "local";
/** How mocks are scored: another way has another number. */
const SCORING = "interview-1";

/** What each round held so far showed; undefined for one that was not opened. */
export function assessmentsOf({ rounds }: Live): (Assessment | undefined)[] {
  return rounds.map((round) => round?.provider.round.assess(round.state, round.lastMs));
}

/** One row for each item that the round has asked about. */
export function evidenceOf(live: Live, at: number, now: Date): Evidence[] {
  const round = live.rounds[at];
  if (!round) return [];
  const assessed = round.provider.round.assess(round.state, round.lastMs);
  const parts = new Map(round.items.map(({ id, part }) => [id, part]));
  return assessed.topics.map((topic) => ({
    id: `${live.session.id}/${at}/${topic.topic}`,
    at: now.toISOString(),
    who: WHO,
    feature: "interview",
    itemId: topic.itemId,
    itemVersion: topic.itemVersion,
    skills: topic.skills,
    mode: round.provider.kind,
    part: parts.get(topic.itemId) ?? "practice",
    score: topic.score,
    standardError: topic.se,
    secondsUsed: topic.seconds,
    help: { hints: topic.hints, revealed: false },
    graderVersion: `${SCORING}, ${topic.graderVersion}`,
  }));
}
