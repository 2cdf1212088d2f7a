import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { caseFolders } from "../../features/design/index.ts";
import { faultsOf } from "../../features/design/model/check/faults-of.ts";
import type { DesignFault } from "../../features/design/model/design.ts";
import { figure } from "../../features/design/model/interview/words.ts";
import { parseDesign } from "../../features/design/model/language/parse-design.ts";
import type { ObjectiveResult, RunReport } from "../../features/design/model/run/report.ts";
import { runDesign } from "../../features/design/model/run/run-design.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { World } from "../../shared/content/design/world.ts";
import { readYaml } from "../../shared/content/read-yaml.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { describeRepeated, repeatRun } from "./design-repeat.ts";
import { oneOf } from "./one-of.ts";
import { type Paint, painter } from "./paint.ts";
import { wholeNumber } from "./whole-number.ts";

const HIGHEST_SEED = 2 ** 31 - 1;
const MOST_BYTES = 200_000;
const MOST_RUNS = 1000;

export const command: Command = {
  options: {
    case: { type: "string" },
    scenario: { type: "string" },
    seed: { type: "string" },
    runs: { type: "string" },
  },
  async run({ positionals, values }) {
    const [file] = positionals;
    if (file === undefined || positionals.length > 1 || typeof values.case !== "string")
      throw new UsageError("design run takes a file and --case SLUG. See: holdout design run --help");
    const world = readWorld(values.case);
    const seed = wholeNumber("--seed", values.seed ?? "1", { from: 0, to: HIGHEST_SEED });
    const scenario = scenarioOf(world, values.scenario);
    const runs = wholeNumber("--runs", values.runs ?? "1", { from: 1, to: MOST_RUNS });
    return run({ text: readDesign(file), file, world, seed, scenario, runs, json: values.json === true });
  },
};

type Run = {
  text: string;
  file: string;
  world: World;
  seed: number;
  scenario: string | undefined;
  /** Runs with seeds from `seed` on; more than one gives means with their 95 % intervals. */
  runs: number;
  json: boolean;
};

/** Exits with 1 where the design has an error or misses an objective. */
function run({ text, file, world, seed, scenario, runs, json }: Run): ExitCode {
  const faults = faultsOf(text, world);
  const paint = painter({ color: process.stdout.isTTY });
  const errors = faults.filter(({ severity }) => severity === "error");
  if (!json) for (const fault of faults) console.error(describe(paint, file, fault));
  if (errors.length > 0) {
    if (json) console.log(JSON.stringify({ errors: faults }));
    return 1;
  }
  const { design } = parseDesign(text);
  const scenarios = scenario ? { scenarios: [scenario] } : {};
  if (runs > 1) {
    const repeated = repeatRun(design, world, { seed, runs, ...scenarios });
    console.log(json ? JSON.stringify(repeated) : describeRepeated(paint, repeated));
    return repeated.objectives.every(({ met, of }) => met === of) ? 0 : 1;
  }
  const began = performance.now();
  const report = runDesign(design, world, { seed, ...scenarios });
  const eventsPerSecond = report.events / ((performance.now() - began) / 1000);
  console.log(json ? JSON.stringify(asData(report, eventsPerSecond)) : asText(paint, report, eventsPerSecond));
  return report.objectives.every(({ met }) => met) ? 0 : 1;
}

function describe(paint: Paint, file: string, { at, severity, message, mend }: DesignFault): string {
  return `${file}:${at.line}:${at.column} ${paint(severity === "error" ? "red" : "yellow", severity)}: ${message} ${mend}`;
}

/** What `--json` prints; times are seconds. */
function asData(report: RunReport, eventsPerSecond: number) {
  const [first] = report.scenarios;
  return {
    objectives: report.objectives,
    percentiles: first?.latency ?? null,
    cost: report.cost,
    quality: first?.quality ?? null,
    incidents: report.scenarios.flatMap(({ id, incidents }) => incidents.map((each) => ({ scenario: id, ...each }))),
    scenarios: report.scenarios,
    events: report.events,
    eventsPerSecond: Math.round(eventsPerSecond),
    seed: report.seed,
  };
}

function asText(paint: Paint, { objectives, scenarios, cost, events }: RunReport, eventsPerSecond: number): string {
  const incidents = scenarios.flatMap(({ incidents }) => incidents).map(({ title, said }) => `  ${title}: ${said}`);
  const busiest = scenarios[0]?.nodes.toSorted((a, b) => b.utilisation - a.utilisation).slice(0, 3) ?? [];
  return [
    ...objectives.map((objective) => line(paint, objective)),
    "",
    `Busiest: ${busiest.map(({ id, utilisation }) => `${id} ${Math.round(utilisation * 100)} %`).join(", ")}`,
    `Cost: $${Math.round(cost.dollarsPerMonth).toLocaleString("en")} a month`,
    ...(incidents.length > 0 ? ["What happened:", ...incidents] : []),
    `${events.toLocaleString("en")} events, ${(eventsPerSecond / 1e6).toFixed(1)} million a second`,
  ].join("\n");
}

function line(paint: Paint, { title, scenario, target, value, unit, met }: ObjectiveResult): string {
  const wanted =
    "atMost" in target ? `at most ${figure(target.atMost, unit)}` : `at least ${figure(target.atLeast, unit)}`;
  const got = value === null ? "not measured" : figure(value, unit);
  return `${met ? paint("green", "✓") : paint("red", "✕")} ${title} (${scenario}): ${got}, ${wanted}`;
}

function readDesign(path: string): string {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const found = statSync(path);
  if (!found.isFile()) throw new UsageError(`${path} is a folder; name the file with the design.`);
  if (found.size > MOST_BYTES)
    throw new UsageError(`${path} has ${found.size} bytes; a design has at most ${MOST_BYTES}.`);
  return readFileSync(path, "utf8");
}

/** The world of a case of the bank, or of a folder that has a `world.yaml`. */
function readWorld(name: string): World {
  const folder = existsSync(join(name, "world.yaml")) ? name : join(configOrUsage().contentDir, "designs", name);
  const path = join(folder, "world.yaml");
  if (!existsSync(path))
    throw new UsageError(`There is no case "${name}".${knownCases()} A folder with a world.yaml does too.`);
  const read = readYaml(path, readFileSync(path, "utf8"), World);
  if (!read.ok) throw new UsageError(read.faults.map(describeFault).join("\n"));
  return read.value;
}

function knownCases(): string {
  const known = caseFolders(configOrUsage().contentDir).map((folder) => basename(folder));
  return known.length > 0 ? ` There are: ${known.join(", ")}.` : "";
}

function scenarioOf(world: World, wanted: unknown): string | undefined {
  if (typeof wanted !== "string") return undefined;
  return oneOf(
    "scenario",
    wanted,
    world.scenarios.map(({ id }) => id),
  );
}
