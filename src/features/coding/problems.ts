import { failed, ok, type Result } from "../../lib/result.ts";
import type { BankProblem } from "../../shared/content/bank.ts";
import { type CodingDeps, practiceProblem } from "./deps.ts";
import { NO_PROGRESS, type Progress, stateOf, unlockedLevel } from "./model/progress.ts";
import { HINT_COST } from "./model/score.ts";
import type { Level, ProblemDetail, ProblemList, ProblemSummary, TestDescription } from "./schema.ts";

const TESTS_TIMEOUT_MS = 200;

/** The practice problems with what the person has done with each, and how many are held out. */
export async function listProblems(deps: CodingDeps): Promise<ProblemList> {
  const progress = await deps.repo.progress();
  const practice = deps.bank.problems.filter(({ part }) => part === "practice");
  return {
    problems: practice.map((problem) => summaryOf(deps, problem, progress.get(problem.item.id) ?? NO_PROGRESS)),
    heldOut: deps.bank.problems.length - practice.length,
    roles: deps.bank.roles.map(({ id, title }) => ({ id, title })),
  };
}

/** Everything the workspace shows. The explanation and the reference come once it is solved, or given up. */
export async function problemDetail(deps: CodingDeps, slug: string): Promise<Result<ProblemDetail, "unknown-problem">> {
  const problem = practiceProblem(deps, slug);
  if (!problem) return failed("unknown-problem");
  const { item, version } = problem;
  const [progress, draft, taken, revealed, tests] = await Promise.all([
    deps.repo.progress(item.id).then((all) => all.get(item.id) ?? NO_PROGRESS),
    deps.repo.draft(item.id),
    deps.repo.hintsTaken(item.id),
    deps.repo.isRevealed(item.id, version),
    testsOf(deps, problem),
  ]);
  const summary = summaryOf(deps, problem, progress);
  const open = summary.state === "solved" || revealed;
  const unlocked = unlockedLevel(progress, item.levels);
  return ok({
    ...summary,
    prompt: problem.prompt,
    starter: problem.starter,
    levels: levelsOf(problem, unlocked),
    hints: {
      total: problem.hints.length,
      costEach: HINT_COST,
      taken: taken.flatMap((index) => hintAt(problem, index)),
    },
    draft: draft ? { code: draft.code, savedAt: draft.savedAt } : null,
    solved: summary.state === "solved",
    explanation: open ? problem.explanation : null,
    reference: open ? problem.solution : null,
    tests: tests.filter(({ level }) => level <= unlocked),
  });
}

function summaryOf({ bank, judge }: CodingDeps, { slug, item }: BankProblem, progress: Progress): ProblemSummary {
  const { state, tiers } = judge.info;
  return {
    slug,
    id: item.id,
    title: item.title,
    kind: item.kind,
    skills: item.skills.map((id) => ({ id, title: bank.skills.get(id)?.title ?? id })),
    difficulty: item.difficulty,
    minutes: item.minutes,
    tier: item.tier,
    roles: item.roles,
    patterns: item.patterns,
    state: stateOf(progress, item.levels),
    // until the judge has said which tiers it has, none is ruled out
    available: state !== "ready" || tiers.includes(item.tier),
  };
}

function levelsOf({ levelTexts }: BankProblem, unlocked: number): Level[] {
  const first: Level = { level: 1, unlocked: true };
  return [
    first,
    ...levelTexts.map((text, at): Level => {
      const level = at + 2;
      return level <= unlocked ? { level, unlocked: true, text } : { level, unlocked: false };
    }),
  ];
}

function hintAt({ hints }: BankProblem, index: number): { index: number; text: string }[] {
  const text = hints[index - 1];
  return text === undefined ? [] : [{ index, text }];
}

const describedTests = new WeakMap<BankProblem, Promise<TestDescription[]>>();

/**
 * The tests of a problem as the judge lists them, asked once. A judge that starts, is busy or is broken delays no page: it
 * shows none, and asks again.
 */
async function testsOf({ judge }: CodingDeps, problem: BankProblem): Promise<TestDescription[]> {
  const asked =
    describedTests.get(problem) ??
    judge.tests(problem.folder).then((tests) => {
      if (!tests.ok) describedTests.delete(problem);
      return tests.ok ? tests.value : [];
    });
  describedTests.set(problem, asked);
  const late = Promise.withResolvers<TestDescription[]>();
  const timer = setTimeout(() => late.resolve([]), TESTS_TIMEOUT_MS);
  return Promise.race([asked, late.promise]).finally(() => clearTimeout(timer));
}
