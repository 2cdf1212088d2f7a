import { failed, ok, type Result } from "../../lib/result.ts";
import type { BankCase } from "./case-bank.ts";
import { type DesignDeps, practiceCases } from "./deps.ts";
import { budgetOf } from "./model/interview/budget.ts";
import type { AttemptLine } from "./repo.ts";
import type { CaseDetail, CaseList, CaseSummary } from "./schema.ts";

export async function listCases(deps: DesignDeps): Promise<CaseList> {
  const attempts = await deps.repo.attempts();
  const cases = practiceCases(deps)
    .map((each) => summaryOf(deps, each, attempts))
    .sort((a, b) => a.difficulty - b.difficulty || (a.title < b.title ? -1 : 1));
  return { cases, roles: deps.roles.map(({ id, title }) => ({ id, title })) };
}

export async function caseDetail(deps: DesignDeps, slug: string): Promise<Result<CaseDetail, "unknown-case">> {
  const found = practiceCases(deps).find((each) => each.slug === slug);
  if (!found) return failed("unknown-case");
  const { world, rubric, estimates, item } = found;
  const attempts = (await deps.repo.attempts()).filter(({ itemId }) => itemId === item.id);
  const finished = attempts.filter(({ finishedAt }) => finishedAt !== null).reverse();
  const runs = await deps.repo.runsOf(finished.map(({ id }) => id));
  return ok({
    ...summaryOf(deps, found, attempts),
    world,
    written: rubric.written.map(({ id, dimension, phase, ask }) => ({ id, dimension, phase, ask })),
    estimates: estimates.map(({ id, ask, unit, hint }) => ({ id, ask, unit, hint: hint ?? null })),
    budget: budgetOf(item.minutes),
    history: finished.map(({ id, finishedAt, score }) => ({
      id,
      finishedAt: finishedAt ?? "",
      score: score ?? 0,
      runs: runs.get(id) ?? 0,
    })),
  });
}

function summaryOf({ skills }: DesignDeps, { slug, item, brief }: BankCase, attempts: AttemptLine[]): CaseSummary {
  const own = attempts.filter(({ itemId }) => itemId === item.id);
  const finished = own.filter(({ finishedAt }) => finishedAt !== null);
  return {
    slug,
    title: item.title,
    kind: item.kind,
    skills: item.skills.map((id) => ({ id, title: skills.get(id)?.title ?? id })),
    difficulty: item.difficulty,
    minutes: item.minutes,
    roles: item.roles,
    brief,
    attempts: finished.length,
    lastScore: finished.toSorted((a, b) => ((a.finishedAt ?? "") < (b.finishedAt ?? "") ? 1 : -1))[0]?.score ?? null,
    bestScore: finished.length === 0 ? null : Math.max(...finished.map(({ score }) => score ?? 0)),
    open: own.findLast(({ finishedAt }) => finishedAt === null)?.id ?? null,
  };
}
