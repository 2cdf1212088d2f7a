import { type Channel, createChannel } from "../../lib/channel.ts";
import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { BankProblem } from "../../shared/content/bank.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { type CodingDeps, practiceProblem } from "./deps.ts";
import { failedVerdict } from "./judge/failed-verdict.ts";
import type { JudgeProgress } from "./judge/job.ts";
import { judgeRequest } from "./judge/request.ts";
import { NO_PROGRESS, unlockedLevel } from "./model/progress.ts";
import { scoreOf, standardErrorOf } from "./model/score.ts";
import type { Mode, SubmissionEvent, Verdict } from "./schema.ts";
import type { Submission } from "./stored.ts";

export type Attempt = { slug: string; code: string; mode: Mode; secondsUsed: number };
export type Accepted = { submissionId: string; events: AsyncIterable<SubmissionEvent> };

/** Submissions being judged now: how to stop one, and when it is over. */
export type Running = Map<string, { controller: AbortController; over: Promise<void> }>;
type Judging = CodingDeps & { running: Running };

const MOST_WAITING = 64;
const WHO = "local";
const KEPT = "The submission is kept and is judged at the next start.";
const STOPPING = { code: "stopping", message: "The server is stopping.", mend: KEPT };
const DISK_FULL = {
  code: "disk-full",
  message: "The disk is full: the verdict could not be stored.",
  mend: `Free some space. ${KEPT}`,
};
const NOT_STORED = {
  code: "not-stored",
  message: "The verdict could not be stored.",
  mend: `Restart the server. ${KEPT}`,
};

/**
 * Keeps a submission, then has it judged. The events go on whether or not anyone reads them: an acknowledged submission is
 * judged and kept even if the browser has left.
 */
export async function submit(
  deps: Judging,
  attempt: Attempt,
): Promise<Result<Accepted, "unknown-problem" | "tier-missing" | "busy">> {
  const problem = practiceProblem(deps, attempt.slug);
  if (!problem) return failed("unknown-problem");
  const { state, tiers } = deps.judge.info;
  if (state === "ready" && !tiers.includes(problem.item.tier)) return failed("tier-missing");
  if (deps.judge.load >= MOST_WAITING) return failed("busy");
  const submission = await newSubmission(deps, problem, attempt);
  await deps.repo.acknowledge(submission);
  const channel = createChannel<SubmissionEvent>();
  channel.push({ event: "accepted", data: { submissionId: submission.id } });
  void track(deps, submission, channel);
  return ok({ submissionId: submission.id, events: channel });
}

/** Judges what a former run of the server had acknowledged and not judged. Returns how many there were. */
export async function recover(deps: Judging): Promise<number> {
  const unjudged = await deps.repo.unjudged();
  await Promise.all(unjudged.map((submission) => track(deps, submission, createChannel())));
  return unjudged.length;
}

/** Stops a submission; resolves when its end is stored, so that no restart judges it after all. */
export async function cancel({ repo, running }: Judging, id: string): Promise<Result<boolean, "unknown-submission">> {
  const found = running.get(id);
  if (!found) return (await repo.submission(id)) ? ok(false) : failed("unknown-submission");
  found.controller.abort();
  await found.over;
  return ok((await repo.submission(id))?.result?.verdict === "cancelled");
}

function track(deps: Judging, submission: Submission, channel: Channel<SubmissionEvent>): Promise<void> {
  const controller = new AbortController();
  const over = judgeSubmission(deps, submission, { channel, signal: controller.signal }).finally(() =>
    deps.running.delete(submission.id),
  );
  deps.running.set(submission.id, { controller, over });
  return over;
}

async function newSubmission(deps: CodingDeps, { item, version }: BankProblem, attempt: Attempt): Promise<Submission> {
  const [progress, hints, revealed] = await Promise.all([
    deps.repo.progress(item.id),
    deps.repo.hintsTaken(item.id),
    deps.repo.isRevealed(item.id, version),
  ]);
  const now = deps.clock();
  return {
    id: newId(now),
    itemId: item.id,
    itemVersion: version,
    mode: attempt.mode,
    code: attempt.code,
    secondsUsed: attempt.secondsUsed,
    levels: unlockedLevel(progress.get(item.id) ?? NO_PROGRESS, item.levels),
    help: { hints: hints.length, revealed },
    submittedAt: now.toISOString(),
    judgedAt: null,
    result: null,
    reading: null,
  };
}

type Stream = { channel: Channel<SubmissionEvent>; signal: AbortSignal };

/** Never rejects: a store that fails is told to the reader, and the submission is judged again at the next start. */
async function judgeSubmission(deps: Judging, submission: Submission, { channel, signal }: Stream): Promise<void> {
  try {
    const problem = deps.bank.problems.find(({ item }) => item.id === submission.itemId);
    const verdict = problem ? await judge(deps, { problem, submission }, { channel, signal }) : noLongerThere(deps);
    if (!verdict) return channel.push({ event: "problem", data: { error: STOPPING } });
    const itemVersion = problem?.version ?? submission.itemVersion;
    const judged = { ...submission, itemVersion, result: verdict, judgedAt: deps.clock().toISOString() };
    const evidence = problem && evidenceOf(judged, verdict, { problem, graderVersion: deps.graderVersion });
    await deps.repo.conclude(judged, evidence);
    channel.push({ event: "verdict", data: verdict });
    const findings = await deps.reader.read(submission.code);
    await deps.repo.saveReading(submission.id, findings);
    channel.push({ event: "reading", data: { findings } });
  } catch (error) {
    const full = deps.repo.isDiskFull(error);
    if (!full) deps.reportBug(error);
    channel.push({ event: "problem", data: { error: full ? DISK_FULL : NOT_STORED } });
  } finally {
    channel.end();
  }
}

type Judgeable = { problem: BankProblem; submission: Submission };

/** Undefined where the pool closed before the judge had spoken. */
async function judge(
  deps: Judging,
  { problem, submission }: Judgeable,
  { channel, signal }: Stream,
): Promise<Verdict | undefined> {
  const { code: source, mode, levels } = submission;
  const verdict = await deps.judge.judge(judgeRequest(problem, { source, mode, levels }), {
    signal,
    onProgress: (progress) => {
      if (progress.event === "started") channel.push({ event: "started", data: { total: progress.total } });
      else channel.push({ event: "test", data: testData(progress) });
    },
  });
  return verdict.ok ? verdict.value : undefined;
}

function testData({ index, total, test }: Extract<JudgeProgress, { event: "test" }>) {
  return { index, total, test };
}

function noLongerThere({ judge }: Judging): Verdict {
  const message = "This problem is no longer in the bank.";
  return failedVerdict("internal-error", { tier: "", sandbox: judge.info.sandbox, message });
}

type Judged = { problem: BankProblem; graderVersion: string };

/** One row for a submission that counts: not for a run of the visible tests, nor where the judge failed or was stopped. */
function evidenceOf(
  submission: Submission,
  verdict: Verdict,
  { problem, graderVersion }: Judged,
): Evidence | undefined {
  if (submission.mode !== "submit") return undefined;
  if (verdict.verdict === "internal-error" || verdict.verdict === "cancelled") return undefined;
  const score = scoreOf(verdict, { levels: problem.item.levels, help: submission.help });
  return {
    id: submission.id,
    at: submission.judgedAt ?? submission.submittedAt,
    who: WHO,
    feature: "coding",
    itemId: problem.item.id,
    itemVersion: problem.version,
    skills: problem.item.skills,
    mode: "submit",
    part: problem.part,
    score,
    standardError: standardErrorOf(score, verdict.tests.length),
    secondsUsed: submission.secondsUsed,
    help: submission.help,
    graderVersion,
  };
}
