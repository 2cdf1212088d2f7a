import type { App } from "../../src/app.ts";
import type { RoundKind, Session } from "../../src/features/interview/schema.ts";
import { CODING_CANDIDATES } from "./coding-candidates.ts";
import { freshRoom } from "./fresh-room.ts";
import { passes, saidTwice } from "./held-figures.ts";
import { holdCodingRound } from "./hold-coding.ts";
import { type KnownProblem, knownProblems } from "./known-problems.ts";

export const CODED_KINDS: readonly RoundKind[] = ["coding", "debugging", "progressive"];

type Measuring = { kind: RoundKind; seeds: number; roles: readonly string[]; add: (key: string, by: number) => void };

/** Scripted candidates through a round with code: who is ranked where, who passes, what the interviewer tells. */
export async function measureCoding(app: App, { kind, seeds, roles, add }: Measuring): Promise<void> {
  const known = knownProblems(app.config.contentDir);
  for (let seed = 1; seed <= seeds; seed++) {
    const scores: Record<string, number> = {};
    for (const [name, candidate] of Object.entries(CODING_CANDIDATES)) {
      const role = roles[seed % roles.length] ?? "mle";
      const session = await holdCodingRound(await freshRoom(app), { kind, seed, role, candidate }, known);
      const score = session.scorecard?.score ?? 0;
      scores[name] = score;
      add(`${kind}: score of ${name}`, score / seeds);
      add(`${kind}: ${name} passes`, passes(session) ? 1 : 0);
      add(`${kind}: ${name} is a strong yes`, levelOf(session) === "strong-yes" ? 1 : 0);
      add("sentences said twice", saidTwice(session));
      add("answers given away", secretsTold(session, known));
    }
    const { strong = 0, average = 0, weak = 0 } = scores;
    add(`${kind}: strong > average > weak, of ${seeds}`, strong > average && average > weak ? 1 : 0);
  }
}

function levelOf({ scorecard }: Session) {
  return scorecard?.rounds[0]?.level;
}

/** Sentences of the interviewer that hold something of the solution, before all of it is over. */
function secretsTold({ turns, rounds }: Session, known: ReadonlyMap<string, KnownProblem>): number {
  const { title } = (rounds[0]?.shown ?? { title: "" }) as { title: string };
  const secrets = known.get(title)?.secrets ?? [];
  const said = turns.filter(({ who }) => who === "interviewer");
  return said.filter(({ text }) => secrets.some((secret) => text.includes(secret))).length;
}
