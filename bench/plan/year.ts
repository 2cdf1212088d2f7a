import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../../src/config.ts";
import { PlanRepo } from "../../src/features/plan/index.ts";
import { FeedsRepo, PapersRepo } from "../../src/features/reading/index.ts";
import { RecallRepo } from "../../src/features/recall/index.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import type { Evidence } from "../../src/shared/evidence/evidence.ts";
import { appendEvidence } from "../../src/shared/evidence/log.ts";
import { openStore, type Store } from "../../src/shared/store/store.ts";
import { percentile } from "../percentile.ts";
import { aYear } from "./a-year.ts";
import { aYearOfReading } from "./a-year-of-reading.ts";

const ROWS = 20_000;
const WARM = 7;
/** What a page loads once the log has grown by a row. */
const AFTER_A_ROW = ["/api/plan/map", "/api/plan/readiness/over-time", "/api/plan/today", "/api/plan/review"];
/** Without a target there is nothing to plan. */
const TARGET = {
  role: "mle",
  date: null,
  hoursAWeek: 10,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  timeZone: "Europe/Berlin",
  startHour: 18,
};

/**
 * What a year of use costs: the real server over a home of 20,000 rows of evidence, and the milliseconds of every GET that pages
 * make, the first time and then the median. It lists them from the server's own OpenAPI, so that none is forgotten.
 */
export async function benchYear({ contentDir }: Config): Promise<Record<string, number>> {
  const home = mkdtempSync(join(tmpdir(), "holdout-year-"));
  try {
    const store = await openStore({ path: join(home, "holdout.db") });
    const last = await keep(store, contentDir);
    const figures = await measured(home, {
      paths: examplesOf(contentDir),
      grow: (name) => appendEvidence(store.db, [{ ...last, id: name, at: systemClock().toISOString() }]),
    });
    await store.close();
    return figures;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function keep(store: Store, contentDir: string): Promise<Evidence> {
  const bank = loadBank(contentDir);
  const now = systemClock();
  const { evidence, answers, submissions } = aYear(contentDir, bank, { rows: ROWS, now });
  const { papers, feeds } = aYearOfReading([...bank.skills.keys()], now);
  await store.db.transaction().execute((transaction) => appendEvidence(transaction, evidence));
  await new RecallRepo(store).restore(answers);
  await new PapersRepo(store).restore(papers);
  await new FeedsRepo(store).restore(feeds);
  await new PlanRepo(store).saveTarget({ ...TARGET, updatedAt: now.toISOString() });
  await store.db.transaction().execute(async (transaction) => {
    for (const row of submissions) await transaction.insertInto("coding_submission").values(row).execute();
  });
  const [last] = evidence.slice(-1);
  if (!last) throw new Error("the year has no rows");
  return last;
}

/** One address for each with a name in it that pages open from a list. */
function examplesOf(contentDir: string): Record<string, string> {
  const bank = loadBank(contentDir);
  const question = loadQuestions(contentDir, bank).questions.find(({ part }) => part === "practice");
  const problem = bank.problems.find(({ part }) => part === "practice");
  return {
    "/api/coding/problems/{slug}": `/api/coding/problems/${problem?.slug}`,
    "/api/recall/questions/{slug}": `/api/recall/questions/${question?.slug}`,
  };
}

type Measuring = { paths: Record<string, string>; grow: (name: string) => Promise<void> };
type OpenApi = { paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>> };

async function measured(home: string, { paths: examples, grow }: Measuring): Promise<Record<string, number>> {
  const door = join(import.meta.dirname, "..", "..", "bin", "holdout.ts");
  const server = spawn(process.execPath, [door, "serve", "--port", "0", "--json"], {
    env: { ...process.env, HOLDOUT_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = (await once(createInterface({ input: server.stdout }), "line")) as [string];
    const { url } = JSON.parse(line) as { url: string };
    await atRest(server.pid ?? 0);
    const openApi = (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApi;
    const paths = Object.entries(openApi.paths).flatMap(([path, methods]) =>
      "application/json" in (methods.get?.responses["200"]?.content ?? {}) ? (examples[path] ?? path) : [],
    );
    const figures: Record<string, number> = {};
    for (const path of paths.filter((each) => !each.includes("{"))) {
      figures[`${path}: first`] = await milliseconds(url + path);
      const warm: number[] = [];
      const before = processorMs(server.pid ?? 0);
      for (let nth = 0; nth < WARM; nth++) warm.push(await milliseconds(url + path));
      figures[`${path}: then`] = percentile(warm, 50);
      figures[`${path}: then, processor`] = (processorMs(server.pid ?? 0) - before) / WARM;
    }
    for (const path of AFTER_A_ROW) {
      const grown: number[] = [];
      const before = processorMs(server.pid ?? 0);
      for (let nth = 0; nth < WARM; nth++) {
        await grow(`${path}-${nth}`);
        grown.push(await milliseconds(url + path));
      }
      figures[`${path}: after a row`] = percentile(grown, 50);
      figures[`${path}: after a row, processor`] = (processorMs(server.pid ?? 0) - before) / WARM;
    }
    return figures;
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

const TICK_MS = 10;

/** What a process has used of the processor so far, which other work on the machine does not lengthen; Linux alone tells. */
function processorMs(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const [user, system] = fields.split(" ").slice(11, 13).map(Number);
  return TICK_MS * ((user ?? 0) + (system ?? 0));
}

const RESTING_MS = 30;

/** What a start does beside serving (judge, models, faults of the bank) is no part of what a page costs. */
async function atRest(pid: number): Promise<void> {
  for (let before = processorMs(pid); ; before = processorMs(pid)) {
    await wait(1000);
    if (!(processorMs(pid) - before > RESTING_MS)) return;
  }
}

async function milliseconds(url: string): Promise<number> {
  const before = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - before;
}
