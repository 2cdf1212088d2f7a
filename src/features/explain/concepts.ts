import { failed, ok, type Result } from "../../lib/result.ts";
import { areaTitle } from "../../shared/content/area-title.ts";
import type { BankDrill } from "../../shared/content/explain-bank.ts";
import { type ExplainDeps, practiceDrill } from "./deps.ts";
import { questionOf } from "./model/asked-question.ts";
import { nextDrill } from "./model/next-drill.ts";
import type { AttemptLine } from "./repo.ts";
import type { ConceptDetail, ConceptList, ConceptSummary } from "./schema.ts";

export async function listConcepts(deps: ExplainDeps): Promise<ConceptList> {
  const lines = await deps.repo.lines();
  const practice = deps.drills().filter(({ part }) => part === "practice");
  const concepts = practice.map((each) => summaryOf(deps, each, lines));
  const last = lines.at(-1);
  const slug = practice.find(({ drill }) => drill.id === last?.itemId)?.slug;
  return {
    concepts,
    heldOut: deps.drills().length - practice.length,
    roles: deps.roles.map(({ id, title }) => ({ id, title })),
    next: nextDrill(concepts, last && slug !== undefined ? { slug, audience: last.audience } : undefined),
  };
}

export async function conceptDetail(
  deps: ExplainDeps,
  slug: string,
): Promise<Result<ConceptDetail, "unknown-concept">> {
  const found = practiceDrill(deps, slug);
  if (!found) return failed("unknown-concept");
  const attempts = (await deps.repo.attemptsOf(found.drill.id)).toReversed();
  const { audiences: _, ...summary } = summaryOf(deps, found, []);
  for (const listener of found.drill.audiences) deps.grader.prepare(questionOf(found.drill, listener));
  return ok({
    ...summary,
    listeners: found.drill.audiences.map(({ audience, situation, words }) => ({
      audience,
      situation,
      words,
      history: attempts
        .filter((each) => each.audience === audience)
        .map(({ id, explainedAt, feedback: { reading } }) => ({
          id,
          at: explainedAt,
          score: reading.score,
          words: reading.length.words,
        })),
    })),
  });
}

function summaryOf({ skills }: ExplainDeps, { slug, drill }: BankDrill, lines: readonly AttemptLine[]): ConceptSummary {
  const [first = ""] = drill.skills;
  const area = skills.get(first)?.area ?? first.split(".")[0] ?? "";
  const own = lines.filter(({ itemId }) => itemId === drill.id);
  return {
    slug,
    title: drill.title,
    area: { id: area, title: areaTitle(area) },
    skills: drill.skills.map((id) => ({ id, title: skills.get(id)?.title ?? id })),
    difficulty: drill.difficulty,
    roles: drill.roles,
    audiences: drill.audiences.map(({ audience }) => {
      const scores = own.filter((each) => each.audience === audience).map(({ score }) => score);
      return {
        audience,
        attempts: scores.length,
        last: scores.at(-1) ?? null,
        best: scores.length > 0 ? Math.max(...scores) : null,
      };
    }),
  };
}
