import { Closing } from "../../../lib/closing.ts";
import { seededRandom } from "../../../lib/random.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { Bank, BankProblem } from "../../../shared/content/bank.ts";
import type { CodedRound, ThinkAloudCriterion } from "../../../shared/content/think-aloud.ts";
import { chooseItems } from "../../../shared/rounds/choose-items.ts";
import type { HearingDeps } from "../../../shared/rounds/hear-answer.ts";
import { type Admitted, asProvider, type Opening, type RoundProvider } from "../../../shared/rounds/provider.ts";
import { ROUND_TITLES } from "../../../shared/rounds/round-kind.ts";
import type { CodeReader } from "../code-reader.ts";
import type { JudgePool } from "../judge/pool.ts";
import { judgeRequest } from "../judge/request.ts";
import { codingRound } from "../model/round/coding-round.ts";
import { keepsSnapshot, MOST_RUNS, MOST_SUBMISSIONS } from "../model/round/log-limits.ts";
import { outcomeOf, type RoundOutcome } from "../model/round/outcome.ts";
import { shownRound } from "../model/round/shown-round.ts";
import { type CodingSetup, type CodingState, owesJudgement, submissionsOf } from "../model/round/state.ts";
import { verdictInLine } from "../model/round/verdict-in-line.ts";
import { RoundAction, type Verdict } from "../schema.ts";
import { followUpsIn, growthsOf } from "./from-explanation.ts";
import { hearCandidate } from "./hear-candidate.ts";
import { vocabularyOf } from "./vocabulary.ts";

export type CodingRoundDeps = {
  bank: Bank;
  judge: JudgePool;
  reader: CodeReader;
  criteria: () => readonly ThinkAloudCriterion[];
  hearing: HearingDeps;
  /** Which judge spoke: the version in evidence rows. */
  graderVersion: string;
};

const KINDS: Record<CodedRound, readonly BankProblem["item"]["kind"][]> = {
  coding: ["implement", "optimise"],
  debugging: ["debug"],
  progressive: ["progressive"],
};
/** PyTorch takes seconds to load and is not on every machine: an interview does not wait for it. */
const LEFT_OUT = "torch";
/** The last rungs of a ladder of three or four name the solution; one for all levels has its last for the last level. */
const RUNGS_KEPT_BACK: Record<CodedRound, number> = { coding: 2, debugging: 2, progressive: 1 };

/** The rounds in which code is written, mended and carried on, with the real judge. */
export function codingRounds(deps: CodingRoundDeps): RoundProvider[] {
  return (Object.keys(KINDS) as CodedRound[]).map((kind) => asProvider(providerOf(kind, deps)));
}

function providerOf(kind: CodedRound, deps: CodingRoundDeps): RoundProvider<CodingSetup, CodingState> {
  return {
    kind,
    round: codingRound,
    open: (opening) => openRound(kind, deps, opening),
    hear: (state, text) => hearCandidate(deps.hearing, state, text),
    act: (state, action) => actOn(deps, state, action),
    admits: admitsAction,
    owes: (state) => (owesJudgement(state) ? { type: "submit" } : null),
    // the editor's snapshots are no turns of a talk, and the code of a run is on the page already
    tells: (action) => {
      const { type } = action as RoundAction;
      return type === "code" ? null : { type };
    },
    shown: shownRound,
    work: { language: "python", textOf: ({ code }) => code, verdictOf: verdictInLine },
  };
}

async function openRound(
  kind: CodedRound,
  deps: CodingRoundDeps,
  opening: Opening,
): ReturnType<RoundProvider<CodingSetup>["open"]> {
  const { bank, judge } = deps;
  const fitting = bank.problems.filter(
    ({ item }) => KINDS[kind].includes(item.kind) && item.tier !== LEFT_OUT && item.minutes <= opening.minutes,
  );
  if (fitting.length === 0)
    return failed(`The bank has no problem for a round of ${ROUND_TITLES[kind]} in ${opening.minutes} minutes.`);
  const items = fitting.map((problem) => ({ ...problem.item, problem, held: problem.part === "holdout" }));
  for (const { problem } of chooseItems(items, opening)) {
    // the judge says which tiers it has once it has been asked for anything
    const tests = await judge.tests(problem.folder);
    if (!tests.ok) return failed(tests.reason);
    if (!judge.info.tiers.includes(problem.item.tier)) continue;
    const visible = tests.value.filter((test) => test.visible);
    const setup = { ...codingSetup(kind, deps, { problem, opening }), tests: visible };
    return ok({ setup, items: [{ id: problem.item.id, part: problem.part }] });
  }
  return failed(`This machine's judge can run no problem for a round of ${ROUND_TITLES[kind]}.`);
}

/** How a problem was chosen for a round. */
type Chosen = { problem: BankProblem; opening: Opening };

export function codingSetup(
  kind: CodedRound,
  deps: CodingRoundDeps,
  { problem, opening }: Chosen,
): Omit<CodingSetup, "tests"> {
  const { item, version, slug, prompt, starter, levelTexts, hints, explanation, solution } = problem;
  const criteria = deps.criteria().filter(({ rounds }) => rounds.includes(kind));
  const followUps = followUpsIn(explanation);
  const { id, title, skills, levels, tier, faults } = item;
  const { minutes, nudgeAfterMs, interrupts, seed } = opening;
  return {
    kind,
    item: { id, version, slug, title, skills, levels, tier },
    prompt,
    starter,
    levelTexts,
    hints: hints.slice(0, Math.max(1, hints.length - RUNGS_KEPT_BACK[kind])),
    followUp: followUps[Math.floor(seededRandom(seed)() * followUps.length)] ?? null,
    faults,
    growths: growthsOf(problem),
    reference: `\`\`\`python\n${solution.trim()}\n\`\`\``,
    criteria,
    vocabulary: vocabularyOf(problem, { problems: deps.bank.problems, criteria }),
    minutes,
    nudgeAfterMs,
    interrupts,
    graderVersion: deps.graderVersion,
  };
}

export function admitsAction(state: CodingState, action: unknown, atMs: number): Admitted {
  const read = RoundAction.safeParse(action);
  if (!read.success) return { refused: read.error.issues[0]?.message ?? "There is no such action in this round." };
  const { data } = read;
  if (data.type === "code") return keepsSnapshot(state, data.code, atMs) ? "keep" : "pass-over";
  const submissions = submissionsOf(state).length;
  if (data.type === "submit" && submissions >= MOST_SUBMISSIONS)
    return { refused: "No submission is left in this round." };
  const runs = state.attempts.length - submissions;
  return data.type === "run" && runs >= MOST_RUNS ? { refused: "No run is left in this round." } : "keep";
}

async function actOn(
  deps: CodingRoundDeps,
  state: CodingState,
  action: unknown,
): Promise<Result<RoundOutcome, string>> {
  const read = RoundAction.safeParse(action);
  if (!read.success) return failed("There is no such action in this round.");
  if (read.data.type === "code") return ok({ type: "noted" });
  const judged = await judgeAction(deps, state, read.data);
  return judged.ok ? ok(judged.value.outcome) : judged;
}

type Judged = { verdict: Verdict; outcome: RoundOutcome };

/** Judges what is run or submitted. A judge that closes meanwhile has said nothing: the action is taken up at the next start. */
export async function judgeAction(
  { bank, judge, reader }: CodingRoundDeps,
  state: CodingState,
  { type: mode, code }: Exclude<RoundAction, { type: "code" }>,
): Promise<Result<Judged, string>> {
  const problem = bank.problems.find(({ item }) => item.id === state.setup.item.id);
  if (!problem) return failed("This problem is no longer in the bank.");
  const source = code ?? state.code;
  const { level } = state;
  const said = await judge.judge(judgeRequest(problem, { source, mode, levels: level }));
  if (!said.ok) throw new Closing("the judge was closed");
  const { kind } = state.setup;
  const findings = mode === "submit" ? await reader.read(source) : [];
  const outcome = outcomeOf(said.value, { kind, level, levels: problem.item.levels, mode, findings });
  return ok({ verdict: said.value, outcome });
}
