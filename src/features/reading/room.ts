import type { Clock } from "../../lib/clock.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import type { LanguageModelStore } from "../../shared/models/language/settings.ts";
import { exportReading } from "./archive.ts";
import type { Net } from "./feeds/fetch-feed.ts";
import { lately } from "./feeds/lately.ts";
import { Refresher } from "./feeds/refresh.ts";
import type { FeedsRepo } from "./feeds/repo.ts";
import { Subscriptions } from "./feeds/subscriptions.ts";
import { dueOf } from "./model/schedule.ts";
import { newPaper, paperDetail, paperOfEntry, sameWork, summaryOf, typedPaper } from "./papers/papers.ts";
import type { PapersRepo } from "./papers/repo.ts";
import { recallParts, teachBack } from "./papers/retell.ts";
import type {
  Notes,
  PaperBody,
  PaperDetail,
  PaperSummary,
  PartsBody,
  ReadingList,
  ReadingOverview,
  Review,
  Status,
  TeachBackBody,
} from "./schema.ts";
import type { Archived } from "./stored.ts";

type Deps = {
  papers: PapersRepo;
  feeds: FeedsRepo;
  skills: ReadonlyMap<string, { id: string; title: string }>;
  grader: ThreadedGrader;
  language: LanguageModelStore;
  net: Net;
  clock: Clock;
  wait: (ms: number) => Promise<void>;
};
type Detail = Promise<Result<PaperDetail, "unknown-paper">>;
type Said = { said: string };

/** The reading room: feeds, a reading list, notes, and papers told from memory before they are forgotten. */
export class ReadingRoom {
  readonly #deps: Deps;
  readonly subscriptions: Subscriptions;
  readonly #refresher: Refresher;

  constructor(deps: Deps) {
    this.#deps = deps;
    const { feeds: repo, net, clock, wait } = deps;
    this.subscriptions = new Subscriptions({ repo, net, clock });
    this.#refresher = new Refresher({ repo, net, clock, wait });
  }

  /** Fetches a feed, unless that was done a moment ago. */
  refresh(feedId: string) {
    return this.#refresher.refresh(feedId);
  }

  /** The list, and what feeds brought lately on the skills of its papers. */
  async overview(): Promise<ReadingOverview> {
    const { feeds, clock } = this.#deps;
    const list = await this.list();
    return {
      ...list,
      lately: await lately(feeds, await this.#prepared(list.papers), clock()),
      feeds: (await feeds.feeds()).length,
    };
  }

  /** Papers with all the words, and those of them to tell from memory now. */
  async list(words = ""): Promise<ReadingList> {
    const { papers: repo, clock } = this.#deps;
    const now = clock();
    const reviews = Map.groupBy(await repo.reviews(), ({ paperId }) => paperId);
    const papers = (await repo.papers(words)).map((paper) => summaryOf(paper, reviews.get(paper.id) ?? [], now));
    return { papers, due: dueAmong(papers, now) };
  }

  /** How many papers are to be told from memory now. */
  async dueCount(): Promise<number> {
    const now = this.#deps.clock();
    const at = now.toISOString();
    return (await this.#deps.papers.schedules()).filter(({ paper, reviews }) => {
      const due = dueOf(paper, reviews, now);
      return due !== undefined && due.at <= at;
    }).length;
  }

  paper(id: string): Detail {
    const { papers: repo, skills, clock } = this.#deps;
    return paperDetail({ repo, skills: [...skills.values()], clock }, id);
  }

  /** Adds a paper by hand; one that is on the list already is shown instead. */
  async add(body: PaperBody): Promise<Result<PaperDetail, "unknown-paper" | Said>> {
    const typed = typedPaper(body);
    if (!typed.ok) return typed;
    const { papers, clock } = this.#deps;
    const there = sameWork(await papers.papers(), typed.value);
    if (there) return this.paper(there.id);
    const paper = newPaper(typed.value, clock());
    await papers.add(paper);
    return this.paper(paper.id);
  }

  /** Takes an entry of a feed to the reading list. */
  async take(entryId: string): Promise<Result<PaperDetail, "unknown-entry" | "unknown-paper">> {
    const { papers, feeds, clock } = this.#deps;
    const entry = await feeds.entry(entryId);
    if (!entry) return failed("unknown-entry");
    const there = sameWork(await papers.papers(), { arxivId: entry.arxivId, url: entry.link });
    const paper = there ?? paperOfEntry(entry, clock());
    if (!there) await papers.add(paper);
    await feeds.setState(entryId, "taken");
    return this.paper(paper.id);
  }

  /** Puts an entry out of the way. */
  async drop(entryId: string): Promise<Result<{ removed: boolean }, "unknown-entry">> {
    if ((await this.#deps.feeds.entry(entryId)) === undefined) return failed("unknown-entry");
    await this.#deps.feeds.setState(entryId, "dropped");
    return ok({ removed: true });
  }

  async change(id: string, body: PaperBody): Promise<Result<PaperDetail, "unknown-paper" | Said>> {
    const typed = typedPaper(body);
    if (!typed.ok) return typed;
    return this.#change(id, typed.value);
  }

  setStatus(id: string, status: Status): Detail {
    return this.#change(id, { status });
  }

  async setSkills(id: string, skills: readonly string[]): Promise<Result<PaperDetail, "unknown-paper" | Said>> {
    const unknown = skills.find((each) => !this.#deps.skills.has(each));
    if (unknown !== undefined) return failed({ said: `There is no skill "${unknown}".` });
    return this.#change(id, { skills: [...new Set(skills)] });
  }

  /** Keeps notes as they are typed. */
  async saveNotes(id: string, notes: Notes): Promise<Result<{ savedAt: string }, "unknown-paper">> {
    const { papers, clock } = this.#deps;
    const savedAt = clock().toISOString();
    const kept = await papers.change(id, { notes, updatedAt: savedAt });
    return kept ? ok({ savedAt }) : failed("unknown-paper");
  }

  async remove(id: string): Promise<Result<{ removed: boolean }, "unknown-paper">> {
    if ((await this.#deps.papers.paper(id)) === undefined) return failed("unknown-paper");
    await this.#deps.papers.remove(id);
    return ok({ removed: true });
  }

  teachBack(id: string, body: TeachBackBody): Promise<Result<Review, "unknown-paper">> {
    return teachBack({ ...this.#deps, repo: this.#deps.papers }, id, body);
  }

  recallParts(id: string, body: PartsBody): Promise<Result<Review, "unknown-paper">> {
    return recallParts({ ...this.#deps, repo: this.#deps.papers }, id, body);
  }

  exportTo(folder: string): Promise<number> {
    return exportReading(this.#deps, folder);
  }

  /** Adds what `readExportedReading` read; doing it twice changes nothing. */
  async restore(archived: readonly Archived[]): Promise<void> {
    await this.#deps.feeds.restore(archived.flatMap((each) => ("feed" in each ? [each] : [])));
    await this.#deps.papers.restore(archived.flatMap((each) => ("paper" in each ? [each] : [])));
  }

  async #change(id: string, change: Partial<PaperBody> & { status?: Status; skills?: string[] }): Detail {
    await this.#deps.papers.change(id, change);
    return this.paper(id);
  }

  /** Skills that somebody works on: those with evidence, and those of papers on the list. */
  async #prepared(papers: readonly PaperSummary[]): Promise<{ id: string; title: string }[]> {
    const worked = await this.#deps.papers.skillsWithEvidence();
    for (const { skills } of papers) for (const skill of skills) worked.add(skill);
    return [...this.#deps.skills.values()].filter(({ id }) => worked.has(id));
  }
}

/** Of those that are due the longest due first. */
function dueAmong(papers: readonly PaperSummary[], now: Date): string[] {
  const at = now.toISOString();
  return papers
    .flatMap(({ id, dueAt }) => (dueAt !== null && dueAt <= at ? [{ id, dueAt }] : []))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .map(({ id }) => id);
}
