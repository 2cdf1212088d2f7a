import type { App } from "../../src/app.ts";
import { understood } from "../../src/features/coding/index.ts";
import type { Session } from "../../src/features/interview/schema.ts";
import { loadAssisted } from "../../src/shared/content/assisted-bank.ts";
import { ASSISTED_CANDIDATES, type KnownAssisted } from "./assisted-candidates.ts";
import { PHRASINGS } from "./assisted-phrasings.ts";
import { freshRoom } from "./fresh-room.ts";
import { passes, saidTwice } from "./held-figures.ts";
import { holdCodingRound } from "./hold-coding.ts";
import { knownProblems } from "./known-problems.ts";

type Measuring = { seeds: number; roles: readonly string[]; add: (key: string, by: number) => void };

/** Scripted candidates through the round with an assistant: who is ranked where, who passes, what the interviewer tells. */
export async function measureAssisted(app: App, { seeds, roles, add }: Measuring): Promise<void> {
  const { config, bank, grader } = app;
  const problems = knownProblems(config.contentDir);
  const titles = new Map(bank.problems.map(({ slug, item }) => [slug, item.title]));
  const known = new Map<string, KnownAssisted>();
  for (const { slug, script } of loadAssisted(config.contentDir, bank).scripts) {
    const problem = problems.get(titles.get(script.problem) ?? "");
    if (problem) known.set(problem.title, { problem, script });
    const task = bank.problems.find((each) => each.slug === script.problem);
    for (const [text, wants] of task ? (PHRASINGS[slug] ?? []) : []) {
      const got = task ? await understood(grader, { script, problem: task }, { text, wants }) : "";
      add("assisted: phrasings", 1);
      add(
        `assisted: phrasings ${got === wants ? "taken as meant" : got === "nothing" ? "asked back" : "taken for another"}`,
        1,
      );
    }
  }
  for (let seed = 1; seed <= seeds; seed++) {
    const scores: Record<string, number> = {};
    for (const [name, candidate] of Object.entries(ASSISTED_CANDIDATES)) {
      const role = roles[seed % roles.length] ?? "mle";
      const session = await holdCodingRound(await freshRoom(app), { kind: "assisted", seed, role, candidate }, known);
      const score = session.scorecard?.score ?? 0;
      scores[name] = score;
      add(`assisted: score of ${name}`, score / seeds);
      add(`assisted: ${name} passes`, passes(session) ? 1 : 0);
      add(`assisted: ${name} is a strong yes`, session.scorecard?.recommendation === "strong-hire" ? 1 : 0);
      add("sentences said twice", saidTwice(session));
      add("answers given away", faultsTold(session, known));
    }
    const { strong = 0, average = 0, weak = 0 } = scores;
    add(`assisted: strong > average > weak, of ${seeds}`, strong > average && average > weak ? 1 : 0);
  }
}

/** Sentences of the interviewer that say what is wrong with a proposal. */
function faultsTold({ turns, rounds }: Session, known: ReadonlyMap<string, KnownAssisted>): number {
  const { title } = (rounds[0]?.shown ?? { title: "" }) as { title: string };
  const faults = known.get(title)?.script.pieces.flatMap(({ fault }) => fault ?? []) ?? [];
  const said = turns.filter(({ who }) => who === "interviewer");
  return said.filter(({ text }) => faults.some(({ what, where }) => text.includes(what) || text.includes(where)))
    .length;
}
