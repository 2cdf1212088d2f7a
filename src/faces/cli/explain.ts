import { existsSync, readFileSync, statSync } from "node:fs";
import { checkExplanation } from "../../features/explain/index.ts";
import type { CheckedExplanation } from "../../features/explain/schema.ts";
import { systemClock } from "../../lib/clock.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { type BankDrill, loadDrills } from "../../shared/content/explain-bank.ts";
import { AUDIENCES, type Audience } from "../../shared/content/explain-drill.ts";
import { PASS_FROM } from "../../shared/grader/rubric/grade-answer.ts";
import { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../shared/models/language/settings.ts";
import { type Command, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { describeExplanation } from "./describe-explanation.ts";
import { thereIsNo } from "./one-of.ts";

const MOST_BYTES = 100_000;

export const command: Command = {
  options: { audience: { type: "string" }, answer: { type: "string" } },
  async run({ positionals, values }) {
    const [slug] = positionals;
    if (slug === undefined || positionals.length > 1)
      throw new UsageError("explain check takes one concept. See: holdout explain check --help");
    const config = configOrUsage();
    const drills = loadDrills(config.contentDir, loadBank(config.contentDir)).drills;
    const audience = audienceOf(drillNamed(drills, slug), values.audience);
    const text = textOf(values.answer);
    const grader = new ThreadedGrader(config.encoderDir);
    try {
      const deps = { drills: () => drills, grader, language: new LanguageModelStore(config.home), clock: systemClock };
      const read = await checkExplanation(deps, slug, { audience, text });
      if (!read.ok) throw new UsageError(`There is no practice concept "${slug}".`);
      return told(read.value, values.json === true);
    } finally {
      await grader.close();
    }
  },
};

function told(read: CheckedExplanation, json: boolean): 0 | 1 {
  console.log(json ? JSON.stringify(read) : describeExplanation(read));
  return read.reading.score >= PASS_FROM ? 0 : 1;
}

function drillNamed(drills: readonly BankDrill[], slug: string): BankDrill {
  const practice = drills.filter(({ part }) => part === "practice");
  const found = practice.find((each) => each.slug === slug);
  if (found) return found;
  throw thereIsNo(
    "practice concept",
    slug,
    practice.map((each) => each.slug),
  );
}

function audienceOf({ drill }: BankDrill, asked: unknown): Audience {
  const there = drill.audiences.map(({ audience }) => audience);
  const found = AUDIENCES.find((each) => each === asked);
  if (found && there.includes(found)) return found;
  throw new UsageError(`Name who listens: --audience ${there.join(" | ")}.`);
}

/** From a file, or from standard input. */
function textOf(path: unknown): string {
  if (typeof path !== "string") return readFileSync(0, "utf8");
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`There is no file ${path}.`);
  if (statSync(path).size > MOST_BYTES) throw new UsageError(`${path} is too large for an explanation of two minutes.`);
  return readFileSync(path, "utf8").replaceAll("\0", "");
}
