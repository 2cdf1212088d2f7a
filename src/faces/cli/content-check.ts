import { basename, resolve, sep } from "node:path";
import type { Config } from "../../config.ts";
import { COMPETENCIES_FILE } from "../../shared/content/competencies.ts";
import { QUESTIONS_TO_ASK_FILE } from "../../shared/content/questions-to-ask.ts";
import { THINK_ALOUD_FILE } from "../../shared/content/think-aloud.ts";
import type { Asked, Checked } from "./checked.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { proofCache } from "./proof-cache.ts";
import { wholeNumber } from "./whole-number.ts";

/** How each kind of item is proven. Loaded when asked for: a grader or a judge comes with it. */
const CHECKS = {
  coding: async (config, paths, asked) => (await import("./check-coding.ts")).checkCoding(config, paths, asked),
  questions: async (config, paths, asked) =>
    (await import("./check-questions.ts")).checkQuestions(config, paths, asked),
  designs: async (config, paths, asked) => (await import("./check-designs.ts")).checkDesigns(config, paths, asked),
  explain: async (config, paths, asked) => (await import("./check-explain.ts")).checkExplain(config, paths, asked),
  behavioral: async (config, paths) => (await import("./check-behavioral.ts")).checkBehavioral(config, paths),
  rounds: async (config, paths, asked) => (await import("./check-rounds.ts")).checkRounds(config, paths, asked),
  assisted: async (config, paths) => (await import("./check-assisted.ts")).checkAssisted(config, paths),
  "think-aloud": async (config, paths) => (await import("./check-think-aloud.ts")).checkThinkAloud(config, paths),
  tools: async (config, paths) => (await import("./check-tools.ts")).checkTools(config, paths),
  "questions-to-ask": async (config, paths) =>
    (await import("./check-questions-to-ask.ts")).checkQuestionsToAsk(config, paths),
} satisfies Record<string, Check>;
type Check = (config: Config, paths: string[], asked: Asked) => Promise<Checked>;
type Kind = keyof typeof CHECKS;
const KINDS = Object.keys(CHECKS) as Kind[];

export const command: Command = {
  options: {
    kind: { type: "string" },
    fresh: { type: "boolean" },
    seeds: { type: "string" },
    record: { type: "boolean" },
  },
  async run({ positionals, values }) {
    const config = configOrUsage();
    if (values.record && (values.kind !== undefined || positionals.length > 0))
      throw new UsageError("--record keeps the proofs of the whole bank: leave out paths and --kind.");
    const proofs = proofCache(config, { fresh: values.fresh === true });
    const asked = { proofs, ...seedsOf(values.seeds) };
    const checked: [Kind, Checked][] = [];
    for (const kind of kindsOf(values.kind, positionals)) {
      const paths = positionals.filter((path) => kindOf(path) === kind);
      checked.push([kind, await CHECKS[kind](config, paths, asked)]);
    }
    if (values.record) console.error(`${proofs.record()} proofs are kept in content/proofs`);
    return report(checked, values.json === true);
  },
};

function kindsOf(asked: unknown, paths: string[]): readonly Kind[] {
  const named = KINDS.find((kind) => kind === asked);
  if (asked !== undefined && named === undefined)
    throw new UsageError(`There is no kind "${String(asked)}" in this bank; there are ${KINDS.join(", ")}.`);
  if (named) return [named];
  return paths.length === 0 ? KINDS : [...new Set(paths.map(kindOf))];
}

/** How many seeds prove a reference design, where fewer than usual are asked for; 0 runs nothing. */
function seedsOf(given: unknown): { seeds?: number } {
  if (given === undefined) return {};
  return { seeds: wholeNumber("--seeds", given, { from: 0 }) };
}

const FOLDERS = ["coding", "questions", "designs", "explain", "behavioral", "rounds", "assisted", "tools"] as const;

/** What lies in a folder of a kind, the innermost counting, is of that kind; another YAML file is a question, all else a problem. */
function kindOf(path: string): Kind {
  const full = resolve(path);
  if (basename(full) === COMPETENCIES_FILE) return "behavioral";
  if (basename(full) === THINK_ALOUD_FILE) return "think-aloud";
  if (basename(full) === QUESTIONS_TO_ASK_FILE) return "questions-to-ask";
  const folder = full.split(sep).findLast((name) => FOLDERS.some((kind) => kind === name));
  return FOLDERS.find((kind) => kind === folder) ?? (full.endsWith(".yaml") ? "questions" : "coding");
}

function report(checked: [Kind, Checked][], json: boolean): ExitCode {
  const all = checked.map(([, each]) => each);
  const items = all.reduce((sum, each) => sum + each.items, 0);
  const failed = all.flatMap((each) => each.failed);
  const skipped = all.flatMap((each) => each.skipped);
  if (json) {
    const totals = Object.fromEntries(checked.map(([kind, each]) => [kind, each.totals]));
    console.log(JSON.stringify({ items, failed, skipped, ...totals }));
  } else {
    for (const { id, reasons } of failed)
      console.log(`✕ ${id}\n${reasons.map((reason) => `    ${reason}`).join("\n")}`);
    for (const { id, reason } of skipped) console.log(`– ${id} skipped: ${reason}`);
    for (const [kind, each] of checked) {
      const proven = each.items - each.failed.length - each.skipped.length;
      console.log(`${kind}: ${proven} of ${each.items} items proven; ${each.says}`);
    }
  }
  return failed.length === 0 ? 0 : 1;
}
