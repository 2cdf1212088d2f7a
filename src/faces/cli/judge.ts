import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { openJudge } from "../../app.ts";
import type { Config } from "../../config.ts";
import { type JudgeProgress, judgeRequest } from "../../features/coding/index.ts";
import type { Verdict } from "../../features/coding/schema.ts";
import { nearest } from "../../lib/text.ts";
import { codingFolders } from "../../shared/content/bank.ts";
import { type JudgeableProblem, readJudgeable } from "../../shared/content/coding-folder.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { type Command, type Invocation, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { describeVerdict } from "./describe-verdict.ts";
import { painter } from "./paint.ts";
import { readSource } from "./source-file.ts";

export const command: Command = {
  options: { problem: { type: "string" }, debug: { type: "boolean" } },
  async run(invocation) {
    const config = configOrUsage();
    const { folder, file } = whatToJudge(invocation, config);
    const problem = problemIn(folder);
    const source = readSource(file);
    const { json, debug } = invocation.values;
    const verdict = await judgeOnce(config, judgeRequest(problem, { source, mode: "submit" }));
    if (json) console.log(JSON.stringify(verdict, null, 2));
    else console.log(describeVerdict(verdict, { paint: painter(config), tests: debug ? "all" : "failing" }));
    return verdict.verdict === "accepted" ? 0 : 1;
  },
};

function whatToJudge({ positionals, values }: Invocation, config: Config): { folder: string; file: string } {
  const { problem } = values;
  const [first, second] = positionals;
  const wanted = problem === undefined ? 2 : 1;
  if (positionals.length !== wanted || first === undefined) {
    throw new UsageError("judge takes SLUG FILE, or --problem DIR FILE. See: holdout judge --help");
  }
  if (typeof problem === "string") return { folder: resolve(problem), file: first };
  const folders = codingFolders(config.contentDir);
  const folder = folders.get(first);
  if (folder === undefined) {
    const meant = nearest(first, folders.keys());
    throw new UsageError(
      `There is no problem "${first}".${meant ? ` Did you mean "${meant}"?` : ""} For a folder outside the bank: judge --problem DIR FILE`,
    );
  }
  return { folder, file: second ?? "" };
}

function problemIn(folder: string): JudgeableProblem {
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`);
  const read = readJudgeable(folder);
  if (!read.ok) throw new UsageError(`${folder} is no complete problem:\n${read.faults.map(describeFault).join("\n")}`);
  return read.value;
}

async function judgeOnce(config: Config, request: ReturnType<typeof judgeRequest>): Promise<Verdict> {
  const judge = openJudge(config, 1);
  try {
    judge.start();
    const { state, tiers, failure } = await judge.whenKnown();
    if (state === "broken") throw new UsageError(`The judge does not start. \`holdout doctor\` helps.\n${failure}`);
    if (!tiers.some((tier) => tier === request.tier)) {
      throw new UsageError(
        `This machine's judge lacks ${request.tier}; it has ${tiers.join(", ")}. \`holdout doctor\` helps.`,
      );
    }
    const verdict = await judge.judge(request, { onProgress: showProgress });
    if (!verdict.ok) throw new Error("the judge was closed while it judged");
    return verdict.value;
  } finally {
    judge.close();
    if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
  }
}

const CLEAR_LINE = "\r\x1b[2K";

function showProgress(progress: JudgeProgress): void {
  if (!process.stderr.isTTY) return;
  const done = progress.event === "test" ? progress.index + 1 : 0;
  process.stderr.write(`${CLEAR_LINE}${done} of ${progress.total} tests`);
}
