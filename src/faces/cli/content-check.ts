import { basename, resolve, sep } from "node:path";
import { COMPETENCIES_FILE } from "../../shared/content/competencies.ts";
import type { Checked } from "./checked.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { wholeNumber } from "./whole-number.ts";

const KINDS = ["coding", "questions", "designs", "explain", "behavioral"] as const;
type Kind = (typeof KINDS)[number];

export const command: Command = {
  options: { kind: { type: "string" }, fresh: { type: "boolean" }, seeds: { type: "string" } },
  async run({ positionals, values }) {
    const config = configOrUsage();
    const kinds = kindsOf(values.kind, positionals);
    const checked: [Kind, Checked][] = [];
    if (kinds.includes("coding")) {
      const { checkCoding } = await import("./check-coding.ts");
      const paths = positionals.filter((path) => kindOf(path) === "coding");
      checked.push(["coding", await checkCoding(config, paths, { fresh: values.fresh === true })]);
    }
    if (kinds.includes("questions")) {
      const { checkQuestions } = await import("./check-questions.ts");
      checked.push([
        "questions",
        await checkQuestions(
          config,
          positionals.filter((path) => kindOf(path) === "questions"),
        ),
      ]);
    }
    if (kinds.includes("designs")) {
      const { checkDesigns } = await import("./check-designs.ts");
      const paths = positionals.filter((path) => kindOf(path) === "designs");
      const checks = { fresh: values.fresh === true, ...seedsOf(values.seeds) };
      checked.push(["designs", await checkDesigns(config, paths, checks)]);
    }
    if (kinds.includes("explain")) {
      const { checkExplain } = await import("./check-explain.ts");
      const paths = positionals.filter((path) => kindOf(path) === "explain");
      checked.push(["explain", await checkExplain(config, paths)]);
    }
    if (kinds.includes("behavioral")) {
      const { checkBehavioral } = await import("./check-behavioral.ts");
      const paths = positionals.filter((path) => kindOf(path) === "behavioral");
      checked.push(["behavioral", await checkBehavioral(config, paths)]);
    }
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

/** What lies in a folder `designs` is a case, in `explain` a drill, in `behavioral` a prompt; a YAML file or what lies in `questions` a question, all else a problem. */
function kindOf(path: string): Kind {
  const full = resolve(path);
  if (full.split(sep).includes("designs")) return "designs";
  if (full.split(sep).includes("explain")) return "explain";
  if (full.split(sep).includes("behavioral") || basename(full) === COMPETENCIES_FILE) return "behavioral";
  return full.endsWith(".yaml") || full.split(sep).includes("questions") ? "questions" : "coding";
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
