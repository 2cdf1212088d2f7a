import { openApp } from "../../../src/app.ts";
import type { Config } from "../../../src/config.ts";
import type { Session } from "../../../src/features/interview/schema.ts";
import { freshRoom } from "../fresh-room.ts";
import { passes, saidTwice } from "../held-figures.ts";
import { givenAway } from "../measure.ts";
import { DESIGN_CANDIDATES, RUN_SEEDS } from "./candidates.ts";
import { holdDesign } from "./hold.ts";
import { knownCases } from "./known-case.ts";

const SEEDS = 10;
const ROLES = ["mle", "ai-engineer", "data-scientist", "applied-scientist"];

/** Scripted candidates through the design round, a case after another: who is ranked where, who passes, what is given away. */
export async function benchDesignRound(config: Config): Promise<Record<string, number>> {
  const known = knownCases(config.contentDir);
  const app = await openApp(config, { keeps: "nothing" });
  const figures: Record<string, number> = {};
  const add = (key: string, by: number) => {
    figures[key] = (figures[key] ?? 0) + by;
  };
  for (let at = 1; at <= SEEDS; at++) {
    // one seed of the simulator: a design that several of them hand in is run once
    const seed = 1 + at * RUN_SEEDS;
    const scores: Record<string, number> = {};
    const role = ROLES[at % ROLES.length] ?? "mle";
    for (const [name, candidate] of Object.entries(DESIGN_CANDIDATES)) {
      const session = await holdDesign(
        await freshRoom(app),
        { seed, role, difficulty: 3 + (at % 2), candidate },
        known,
      );
      scores[name] = session.scorecard?.score ?? 0;
      add(`design: score of ${name}`, scores[name] / SEEDS);
      add(`design: ${name} passes`, passes(session) ? 1 : 0);
      add("design: sentences said twice", saidTwice(session));
      if (name === "mute" || name === "smooth") {
        const answers = known.flatMap((each) => each.answers);
        add("design: answers given away", await givenAway(session, answers, app.grader));
        add("design: facts told unasked", factsTold(session));
      }
    }
    const { strong = 0, average = 0, weak = 0 } = scores;
    add(`design: strong > average > weak, of ${SEEDS}`, strong > average && average > weak ? 1 : 0);
    console.error(`design ${at}: ${JSON.stringify(scores)}`);
  }
  await app.close();
  return figures;
}

/** Of somebody who asks for nothing. */
function factsTold({ turns }: Session): number {
  return turns.filter(({ act }) => act === "inform").length;
}
