import type { Clock } from "../../../lib/clock.ts";
import { newId } from "../../../lib/ids.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { arxivLink, typedArxivId } from "../model/arxiv.ts";
import { isComplete, NO_NOTES } from "../model/notes.ts";
import { dueOf } from "../model/schedule.ts";
import { skillFinder } from "../model/skill-words.ts";
import { webAddress } from "../model/web-address.ts";
import type { Entry, Paper, PaperBody, PaperDetail, PaperSummary, Review } from "../schema.ts";
import type { PapersRepo } from "./repo.ts";

type Skill = { id: string; title: string };
type Said = { said: string };

/** A paper as typed; an id of arXiv is a link too. The reason of a failure is for people. */
export function typedPaper({ title, authors, url, arxivId }: PaperBody): Result<PaperBody, Said> {
  const id = arxivId ? typedArxivId(arxivId) : undefined;
  if (arxivId && id === undefined)
    return failed({ said: `"${arxivId}" is no id of arXiv. It looks like 2401.12345 or cs/0601001.` });
  const link = url ? webAddress(url) : undefined;
  if (link && !link.ok) return failed({ said: link.reason });
  const named = id ?? (link?.ok ? typedArxivId(link.value) : undefined);
  return ok({
    title,
    authors,
    url: link?.ok ? link.value : named === undefined ? null : arxivLink(named),
    arxivId: named ?? null,
  });
}

export function newPaper(body: PaperBody, now: Date, more: Partial<Pick<Paper, "abstract" | "status">> = {}): Paper {
  const at = now.toISOString();
  const made = { id: newId(now), abstract: "", status: "to-read" as const, skills: [], notes: NO_NOTES };
  return { ...made, ...body, ...more, createdAt: at, updatedAt: at };
}

/** What an entry of a feed becomes on the reading list: its text stays readable when the feed is gone. */
export function paperOfEntry({ title, authors, link, arxivId, text }: Entry, now: Date): Paper {
  return newPaper({ title, authors, url: link, arxivId }, now, { abstract: text });
}

/** The paper that is there already: by its id of arXiv, or by its link. */
export function sameWork(papers: readonly Paper[], { arxivId, url }: Pick<PaperBody, "arxivId" | "url">) {
  return papers.find((each) => (arxivId !== null && each.arxivId === arxivId) || (url !== null && each.url === url));
}

export function summaryOf(
  { abstract: _, notes, ...paper }: Paper,
  reviews: readonly Review[],
  now: Date,
): PaperSummary {
  const last = reviews.at(-1);
  return {
    ...paper,
    complete: isComplete(notes),
    dueAt: dueOf({ ...paper, notes }, reviews, now)?.at ?? null,
    last: last ? { at: last.at, score: last.feedback.score } : null,
  };
}

type DetailDeps = { repo: PapersRepo; skills: readonly Skill[]; clock: Clock };

export async function paperDetail(
  { repo, skills, clock }: DetailDeps,
  id: string,
): Promise<Result<PaperDetail, "unknown-paper">> {
  const paper = await repo.paper(id);
  if (!paper) return failed("unknown-paper");
  const reviews = await repo.reviews(id);
  const named = skillFinder(skills)([paper.title, paper.abstract, ...Object.values(paper.notes)].join("\n"));
  const suggested = new Set(named.map((each) => each.id).filter((each) => !paper.skills.includes(each)));
  return ok({
    paper,
    due: dueOf(paper, reviews, clock()) ?? null,
    reviews: reviews.toReversed(),
    suggested: skills.filter((each) => suggested.has(each.id)).map(({ id, title }) => ({ id, title })),
    skills: skills.map(({ id, title }) => ({ id, title })),
  });
}
