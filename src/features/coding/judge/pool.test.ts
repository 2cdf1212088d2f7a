import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../../../../tests/support/tiny-bank.ts";
import { limitsFor } from "../model/limits.ts";
import { JudgePool } from "./pool.ts";
import type { JudgeRequest } from "./protocol.ts";

// A supervisor that does what its "solution" says: what a real one does only when it is broken.
const STAND_IN = `
import { appendFileSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
const log = process.env.LOG;
const say = (message) => process.stdout.write(JSON.stringify(message) + "\\n");
appendFileSync(log, "start\\n");
if (process.env.BROKEN) { console.error("no NumPy here"); process.exit(3); }
say({ event: "ready", sandbox: "reduced", canaries: [], python: "3.12.1", tiers: ["python"], pid: process.pid });
const test = { name: "t", why: "w", visible: true, level: 1, fault: null, status: "passed", message: "", ms: 1 };
const verdict = (kind) => ({ verdict: kind, tier: "python", sandbox: "reduced", tests: [test], wallMs: 1, cpuMs: 1, peakMemoryMb: 1, stdout: "\\u2028" });
createInterface({ input: process.stdin }).on("line", (line) => {
  const { op, id, source } = JSON.parse(line);
  appendFileSync(log, op + " " + (source ?? "") + "\\n");
  if (op === "cancel") return source === "deaf" ? undefined : say({ event: "verdict", id, verdict: verdict("cancelled") });
  if (source === "crash") process.exit(1);
  if (source === "crash once" && readFileSync(log, "utf8").split("judge crash once").length === 2) process.exit(1);
  if (source === "noise") return process.stdout.write("Segmentation fault\\n");
  if (source === "hang") return;
  say({ event: "started", id, total: 1 });
  say({ event: "test", id, index: 0, total: 1, test });
  say({ event: "verdict", id, verdict: verdict("accepted") });
  if (source === "last words") setTimeout(() => { appendFileSync(log, "dying\\n"); process.exit(1); }, 50);
}).on("close", () => process.exit());
`;

let folder: ReturnType<typeof temporaryFolder>;
let pool: JudgePool;
const log = () =>
  existsSync(join(folder.path, "log")) ? readFileSync(join(folder.path, "log"), "utf8").trim().split("\n") : [];

function open(size: number, env: Record<string, string> = {}): void {
  writeFiles(folder.path, { "supervisor.mjs": STAND_IN });
  const script = join(folder.path, "supervisor.mjs");
  const all = { LOG: join(folder.path, "log"), ...env };
  pool = new JudgePool({ python: process.execPath, script, env: all, size, startTimeoutMs: 20_000 });
}

const request = (source: string): JudgeRequest => ({
  problem: "/p",
  kind: "implement",
  tier: "python",
  mode: "submit",
  source,
  limits: limitsFor("python"),
  levels: 1,
  seed: 0,
  stopAtFirstFailure: false,
  order: [],
  starter: null,
});
async function verdictOf(source: string, signal?: AbortSignal): Promise<string> {
  const judged = await pool.judge(request(source), signal ? { signal } : {});
  return judged.ok ? judged.value.verdict : judged.reason;
}

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  pool.close();
  folder[Symbol.dispose]();
});

test("nothing starts until it is needed; then the verdict grows test by test", async () => {
  open(2);
  expect([pool.info.state, log()]).toEqual(["starting", []]);
  const seen: string[] = [];
  const judged = await pool.judge(request("fine"), { onProgress: ({ event }) => seen.push(event) });
  expect(judged).toMatchObject({ ok: true, value: { verdict: "accepted", stdout: "\u2028" } });
  expect(seen).toEqual(["started", "test"]);
  expect(pool.info).toMatchObject({ state: "ready", sandbox: "reduced", tiers: ["python"] });
});

test("many at once are all judged, in order of arrival on one supervisor", async () => {
  open(1);
  const sources = Array.from({ length: 20 }, (_, at) => `solution ${at}`);
  expect(await Promise.all(sources.map((source) => verdictOf(source)))).toEqual(sources.map(() => "accepted"));
  expect(log().slice(1)).toEqual(sources.map((source) => `judge ${source}`));
});

test("a supervisor that dies is replaced and the submission judged again, once", async () => {
  open(1);
  expect(await verdictOf("crash once")).toBe("accepted");
  expect(log()).toEqual(["start", "judge crash once", "start", "judge crash once"]);
});

test("one that dies twice is a fault of ours, and the next submission is judged", async () => {
  open(1);
  expect(await verdictOf("crash")).toBe("internal-error");
  expect(await verdictOf("fine")).toBe("accepted");
});

test("a supervisor that died while it had nothing to do costs no submission", async () => {
  open(1);
  expect(await verdictOf("last words")).toBe("accepted");
  await expect.poll(() => log().at(-1), { timeout: 10_000 }).toBe("dying");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await verdictOf("fine")).toBe("accepted");
});

test("a supervisor that says something unreadable is replaced", async () => {
  open(1);
  expect(await verdictOf("noise")).toBe("internal-error");
  expect(await verdictOf("fine")).toBe("accepted");
});

test("where none starts, everyone is told at once; the next request tries anew", async () => {
  open(2, { BROKEN: "yes" });
  expect(await Promise.all([verdictOf("a"), verdictOf("b"), verdictOf("c")])).toEqual(Array(3).fill("internal-error"));
  expect(await pool.whenKnown()).toMatchObject({ state: "broken", failure: expect.stringContaining("no NumPy here") });
  const before = log().length;
  expect(await verdictOf("d")).toBe("internal-error");
  expect(log().length).toBeGreaterThan(before);
});

test("a judgement under way and one that waits can both be cancelled", async () => {
  open(1);
  const [first, second] = [new AbortController(), new AbortController()];
  const running = verdictOf("hang", first.signal);
  const waiting = verdictOf("fine", second.signal);
  while (!log().includes("judge hang")) await new Promise((resolve) => setTimeout(resolve, 10));
  second.abort();
  expect(await waiting).toBe("cancelled");
  first.abort();
  expect(await running).toBe("cancelled");
  expect(await verdictOf("fine")).toBe("accepted");
});

test("closing ends what runs and what waits, unjudged", async () => {
  open(1);
  const running = verdictOf("hang");
  const waiting = verdictOf("fine");
  pool.close();
  expect(await Promise.all([running, waiting, verdictOf("late")])).toEqual(["closed", "closed", "closed"]);
});
