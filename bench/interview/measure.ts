import { join } from "node:path";
import { openApp } from "../../src/app.ts";
import type { Config } from "../../src/config.ts";
import type { RoundKind, Session } from "../../src/features/interview/schema.ts";
import { CANDIDATES } from "./candidates.ts";
import { freshRoom } from "./fresh-room.ts";
import { passes, saidTwice } from "./held-figures.ts";
import { holdRound } from "./hold.ts";
import { type Known, knownAnswers } from "./known-answers.ts";
import { measureAssisted } from "./measure-assisted.ts";
import { CODED_KINDS, measureCoding } from "./measure-coding.ts";

const KINDS: readonly RoundKind[] = [
  "breadth",
  "depth",
  "responsible-ai",
  "metrics",
  "paper",
  "behavioral",
  "hiring-manager",
  "deep-dive",
];
const SEEDS = 10;
const ROLES = ["mle", "applied-scientist", "research-scientist", "data-scientist", "ai-engineer"];
/** The words of an interviewer may earn this much of a topic at most. */
const MOST_GIVEN_AWAY = 0.35;

/** Scripted candidates through the rounds: who is ranked where, who passes, what the interviewer gives away. */
export async function benchInterview(config: Config, only?: string): Promise<Record<string, number>> {
  const known = knownAnswers(config.contentDir);
  const app = await openApp(config, { keeps: "nothing" });
  const figures: Record<string, number> = {};
  // the project of the deep dive is this repository
  for await (const _ of app.portfolio.add({ origin: { kind: "folder", path: join(import.meta.dirname, "../..") } }));
  const add = (key: string, by: number) => {
    figures[key] = (figures[key] ?? 0) + by;
  };
  for (const kind of KINDS.filter((each) => only === undefined || each === only)) {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const scores: Record<string, number> = {};
      for (const [name, candidate] of Object.entries(CANDIDATES)) {
        const role = ROLES[seed % ROLES.length] ?? "mle";
        const session = await holdRound(await freshRoom(app), { kind, seed, role, candidate }, known);
        scores[name] = session.scorecard?.score ?? 0;
        add(`${kind}: score of ${name}`, (session.scorecard?.score ?? 0) / SEEDS);
        add(`${kind}: ${name} passes`, passes(session) ? 1 : 0);
        add("sentences said twice", saidTwice(session));
        if (name === "silent") add("answers given away", await givenAway(session, known, app.grader));
        if (name === "strong") add(`${kind}: follow-ups to strong`, followUps(session) / SEEDS);
      }
      const { strong = 0, average = 0, weak = 0 } = scores;
      add(`${kind}: strong > average > weak, of ${SEEDS}`, strong > average && average > weak ? 1 : 0);
    }
    console.error(`${kind} done`);
  }
  for (const kind of CODED_KINDS.filter((each) => only === undefined || each === only)) {
    await measureCoding(app, { kind, seeds: SEEDS, roles: ROLES, add });
    console.error(`${kind} done`);
  }
  if (only === undefined || only === "assisted") await measureAssisted(app, { seeds: SEEDS, roles: ROLES, add });
  await app.close();
  return figures;
}

function followUps({ turns }: Session): number {
  return turns.filter(({ act }) => act === "probe").length;
}

type Grader = Awaited<ReturnType<typeof openApp>>["grader"];

/** Topics of which an interviewer whom nobody answered has told too much. */
export async function givenAway(
  { turns }: Session,
  known: readonly Pick<Known, "ask" | "question">[],
  grader: Grader,
): Promise<number> {
  let given = 0;
  for (const { ask, question } of known) {
    const from = turns.findIndex(({ act, text }) => act === "ask" && text.includes(ask));
    if (from === -1 || !question) continue;
    const next = turns.findIndex(({ act }, at) => at > from && act === "ask");
    const said = turns.slice(from + 1, next === -1 ? undefined : next).filter(({ who }) => who === "interviewer");
    const { score } = await grader.gradeAnswer({ question, values: new Map() }, said.map(({ text }) => text).join(" "));
    if (score > MOST_GIVEN_AWAY) given += 1;
  }
  return given;
}
