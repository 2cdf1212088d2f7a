import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../src/config.ts";
import { readCaseFolder } from "../src/features/design/index.ts";
import { plainWorld } from "../src/features/design/model/engine/theory/replicate.ts";
import { parseDesign } from "../src/features/design/model/language/parse-design.ts";
import { runMinutes } from "../src/features/design/model/run/minutes.ts";
import type { World } from "../src/shared/content/design/world.ts";
import { percentile } from "./percentile.ts";

/** Stations, arrivals a second; one server serves a hundred a second. The same as in simpy_queues.py. */
const CASES = {
  mm1: { stations: 1, rate: 90, design: "app:service{cpu=1 x1, time=exp(10ms), queue=10M}" },
  mm16: { stations: 1, rate: 1440, design: "app:service{cpu=16 x1, time=exp(10ms), queue=10M}" },
  tandem5: {
    stations: 5,
    rate: 80,
    design: "a:service -> b:service -> c:service -> d:service -> e:service".replaceAll(
      ":service",
      ":service{cpu=1 x1, time=exp(10ms), queue=10M}",
    ),
  },
};
type CaseName = keyof typeof CASES;

const ROUNDS = 5;
const THEIR_CUSTOMERS = 100_000;
const OUR_CUSTOMERS = 1_000_000;
/** An arrival and a departure a station: the same count for both, whatever either handles inside. */
const EVENTS_A_STATION = 2;
const RECOMMENDATION = "ecommerce-recommendations";
const TEN_MINUTES = 600;

/** Our simulator beside SimPy on the same queues in turns, and ten simulated minutes of the recommendation case. */
export async function benchSimulator(config: Config): Promise<Record<string, number>> {
  const python = simpyPython(config);
  const figures: Record<string, number> = {};
  for (const name of Object.keys(CASES) as CaseName[]) {
    const { stations } = CASES[name];
    runOurs(name, 0); // compiled before it is timed, as a server is
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      theirs.push((THEIR_CUSTOMERS * stations * EVENTS_A_STATION) / runTheirs(python, name, round));
      ours.push((OUR_CUSTOMERS * stations * EVENTS_A_STATION) / runOurs(name, round));
    }
    figures[`${name}_events_per_second`] = percentile(ours, 50);
    figures[`${name}_simpy_events_per_second`] = percentile(theirs, 50);
    figures[`${name}_ratio`] = percentile(ours, 50) / percentile(theirs, 50);
  }
  return { ...figures, ...recommendation(config) };
}

/** Seconds of one run. */
function runOurs(name: CaseName, seed: number): number {
  const { design, rate } = CASES[name];
  const lasts = OUR_CUSTOMERS / rate;
  const world = plainWorld({ rate }, { lasts });
  return timed(() => simulate(design, world, { lasts, seed })).seconds;
}

function simulate(text: string, world: World, { lasts, seed }: { lasts: number; seed: number }) {
  const scenario = { id: "bench", title: "bench", lasts, warmUp: 0, faults: [] };
  const report = runMinutes(parseDesign(text).design, world, { scenario, seed, watch: { goOn: () => true } });
  if (!report) throw new Error("a run that nobody stops ends");
  return report;
}

function runTheirs(python: string, name: CaseName, seed: number): number {
  const script = join(import.meta.dirname, "simpy_queues.py");
  const told = execFileSync(python, [script, name, String(THEIR_CUSTOMERS), String(seed)], { encoding: "utf8" });
  return (JSON.parse(told) as { seconds: number }).seconds;
}

/** Ten minutes at the case's own rate without a fault. */
function recommendation({ contentDir }: Config): Record<string, number> {
  const read = readCaseFolder(join(contentDir, "designs", RECOMMENDATION));
  if (!read.ok) throw new Error(read.faults.map(({ message }) => message).join("\n"));
  const { reference, world } = read.value;
  const { seconds, value } = timed(() => simulate(reference, world, { lasts: TEN_MINUTES, seed: 1 }));
  return {
    recommendation_requests_per_second: world.traffic.rate,
    recommendation_simulated_seconds: TEN_MINUTES,
    recommendation_seconds: seconds,
    recommendation_events_per_second: value.events / seconds,
  };
}

function timed<T>(work: () => T): { seconds: number; value: T } {
  const began = performance.now();
  const value = work();
  return { seconds: (performance.now() - began) / 1000, value };
}

/** A Python with the bench's requirements, in a virtual environment that is made once. */
function simpyPython({ home, python }: Config): string {
  const wanted = join(import.meta.dirname, "requirements.txt");
  const folder = join(home, "bench-venv");
  const made = join(folder, "bin", "python");
  const stamp = join(folder, "requirements.txt");
  const requirements = readFileSync(wanted, "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === requirements) return made;
  execFileSync(python, ["-m", "venv", "--clear", folder], { stdio: "inherit" });
  execFileSync(made, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted], {
    stdio: "inherit",
  });
  writeFileSync(stamp, requirements);
  return made;
}
