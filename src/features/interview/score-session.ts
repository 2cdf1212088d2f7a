import type { InterviewDeps } from "./deps.ts";
import { assessmentsOf } from "./evidence-of.ts";
import type { Live } from "./live.ts";
import { namesFor } from "./model/role-dimensions.ts";
import { type HeldRound, scoreRounds } from "./model/scorecard.ts";
import type { Scorecard } from "./schema.ts";

const MOST_TO_PRACTISE = 5;
/** A topic above it needs no practice before the next mock. */
const GOOD_ENOUGH = 0.7;

/** The scorecard of a session, with what to practise next and the last mock for the same role beside it. */
export async function scorecardFor(deps: InterviewDeps, live: Live): Promise<Scorecard> {
  const assessed = assessmentsOf(live);
  const role = deps.roles.find(({ id }) => id === live.session.role);
  const held = live.session.rounds.flatMap((planned, at): HeldRound[] => {
    const each = assessed[at];
    return each ? [{ at, planned, assessed: each, names: role ? namesFor(role, planned) : [] }] : [];
  });
  const minutes = live.session.rounds.reduce((sum, round) => sum + round.minutes, 0);
  const scored = scoreRounds(held, minutes);
  return {
    ...scored,
    debrief: [...scored.rounds.map(({ said }) => said), scored.said],
    practise: toPractise(deps, held),
    before: await lastMock(deps, live),
  };
}

/** Skills of what went worst, the worst first. */
function toPractise({ skills }: InterviewDeps, held: readonly HeldRound[]): Scorecard["practise"] {
  const weak = held
    .flatMap(({ assessed }) => assessed.topics)
    .filter(({ score }) => score < GOOD_ENOUGH)
    .toSorted((a, b) => a.score - b.score);
  const first = weak.flatMap(({ skills: [skill = ""], title, missed }) =>
    skill === "" ? [] : [{ skill, why: missed[0] ? `${title}: ${missed[0]}` : title }],
  );
  return first
    .filter(({ skill }, at) => first.findIndex((each) => each.skill === skill) === at)
    .slice(0, MOST_TO_PRACTISE)
    .map(({ skill, why }) => {
      const known = skills.get(skill);
      return { skill, title: known?.title ?? skill, why, to: roomFor(known?.area ?? "") };
    });
}

const ROOMS: Record<string, string> = {
  coding: "/code",
  "system-design": "/design",
  behavioral: "/stories",
  communication: "/explain",
};

function roomFor(area: string): string {
  return ROOMS[area] ?? "/recall";
}

async function lastMock({ repo }: InterviewDeps, { session }: Live): Promise<Scorecard["before"]> {
  const earlier = (await repo.sessions()).find(
    ({ id, role, finishedAt, scorecard }) =>
      id !== session.id && role === session.role && finishedAt !== null && scorecard?.score != null,
  );
  if (!earlier?.scorecard || earlier.scorecard.score === null) return null;
  return {
    id: earlier.id,
    at: earlier.finishedAt ?? earlier.createdAt,
    score: earlier.scorecard.score,
    rounds: earlier.scorecard.rounds.flatMap(({ kind, score }) => (score === null ? [] : [{ kind, score }])),
  };
}
