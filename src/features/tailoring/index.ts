import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { Role } from "../../shared/content/role.ts";
import type { PhraseLists } from "../../shared/content/tailoring-lexicon.ts";
import { exportPostings } from "./archive.ts";
import { textOfPasted } from "./from-html.ts";
import { phrasebookOf } from "./model/phrases.ts";
import { type Lexicon, type PostingReading, readPosting } from "./model/read-posting.ts";
import type { Level } from "./model/shown-level.ts";
import type { RoleId } from "./model/shown-role.ts";
import { type NamedTool, toolNamesOf } from "./model/tool-names.ts";
import type { TailoringRepo } from "./repo.ts";
import type { KeptPosting, PostingBody, PostingDetail, PostingList, PostingSummary, Tailoring } from "./schema.ts";
import { type Candidate, tailor } from "./tailor.ts";
import { type Usual, weighed } from "./weigh.ts";

export { readExportedPostings } from "./archive.ts";
export { fetchPosting } from "./fetch-posting.ts";
export { textOfPasted } from "./from-html.ts";
export { type Lexicon, readPosting } from "./model/read-posting.ts";
export { TailoringRepo } from "./repo.ts";

export type TailoringDeps = Candidate &
  Usual & {
    repo: TailoringRepo;
    /** Asking makes it: a tenth of a second. */
    lexicon: () => Lexicon;
    /** The text of a posting at an address; the reason of a failure is for people. */
    fetchPosting: (url: string) => Promise<Result<string, string>>;
    clock: Clock;
  };

/** A posting in short, for whoever has many: milliseconds each. */
export type ReadInShort = {
  /** `null`: not said, or no posting of AI or ML, which then has no weights. */
  role: RoleId | null;
  level: Level | null;
  weights: ReadonlyMap<string, number>;
  /** Skill to the words that showed it. */
  phrases: ReadonlyMap<string, readonly string[]>;
};

const MOST_TITLE = 140;
const SHOWN_ON_TOP = 4;

/** What a posting asks for, and what to do about it. */
export class TailoringRoom {
  readonly #deps: TailoringDeps;

  constructor(deps: TailoringDeps) {
    this.#deps = deps;
  }

  /** Reads a text and keeps nothing. */
  read(text: string): ReadInShort {
    const reading = readPosting(textOfPasted(text), this.#deps.lexicon());
    return {
      role: reading.role.id,
      level: reading.level.id,
      weights: weighed(reading, this.#deps).weights,
      phrases: new Map(reading.skills.map(({ skill, mentions }) => [skill, mentions.map((each) => each.text)])),
    };
  }

  /** Reads a text in full, for a role where one is named, and keeps nothing. */
  match(text: string, asRole?: Role["id"]): Promise<Tailoring> {
    const plain = textOfPasted(text);
    return this.#tailored(plain, readPosting(plain, this.#deps.lexicon()), asRole);
  }

  async postings(): Promise<PostingList> {
    const kept = await this.#deps.repo.postings();
    const target = targetOf(kept);
    return { postings: kept.map((posting) => this.#summary(posting, target)) };
  }

  /** Keeps a posting, pasted or at an address; the same words are kept once. The reason of a failure is for people. */
  async add({ text, url }: PostingBody): Promise<Result<PostingDetail, { said: string }>> {
    const got = url === undefined ? ok(text ?? "") : await this.#deps.fetchPosting(url);
    if (!got.ok) return failed({ said: got.reason });
    const plain = textOfPasted(got.value);
    const reading = readPosting(plain, this.#deps.lexicon());
    if (reading.about.kind === "empty") return failed({ said: reading.about.said });
    const kept = (await this.#deps.repo.postings()).find((each) => each.text === plain);
    if (kept) return this.#detail(kept, reading);
    const now = this.#deps.clock();
    const posting: KeptPosting = {
      id: newId(now),
      title: titleOf(plain),
      url: url ?? null,
      text: plain,
      addedAt: now.toISOString(),
      preparedAt: null,
    };
    await this.#deps.repo.add([posting]);
    return this.#detail(posting, reading);
  }

  async posting(id: string): Promise<Result<PostingDetail, "unknown-posting">> {
    const posting = await this.#deps.repo.posting(id);
    return posting ? this.#detail(posting, readPosting(posting.text, this.#deps.lexicon())) : failed("unknown-posting");
  }

  /** From now on this is the posting that one prepares for. */
  async prepare(id: string): Promise<Result<PostingDetail, "unknown-posting">> {
    if (!(await this.#deps.repo.posting(id))) return failed("unknown-posting");
    await this.#deps.repo.prepare(id, this.#deps.clock().toISOString());
    return this.posting(id);
  }

  async remove(id: string): Promise<Result<PostingList, "unknown-posting">> {
    if (!(await this.#deps.repo.posting(id))) return failed("unknown-posting");
    await this.#deps.repo.remove(id);
    return ok(await this.postings());
  }

  /** From now on it is no longer the one that one prepares for. */
  async release(id: string): Promise<Result<PostingDetail, "unknown-posting">> {
    if (!(await this.#deps.repo.posting(id))) return failed("unknown-posting");
    await this.#deps.repo.release(id);
    return this.posting(id);
  }

  /** The posting that one prepares for and what it weighs, for the plan; undefined where there is none. */
  async target(): Promise<{ id: string; title: string; weights: ReadonlyMap<string, number> } | undefined> {
    const kept = await this.#deps.repo.postings();
    const posting = kept.find(({ id }) => id === targetOf(kept));
    if (!posting) return undefined;
    const { weights } = this.read(posting.text);
    return weights.size > 0 ? { id: posting.id, title: posting.title, weights } : undefined;
  }

  async exportTo(folder: string): Promise<number> {
    return exportPostings(await this.#deps.repo.postings(), folder);
  }

  /** Adds what `readExportedPostings` read; doing it twice changes nothing. */
  restore(postings: readonly KeptPosting[]): Promise<void> {
    return this.#deps.repo.add(postings);
  }

  async #detail(posting: KeptPosting, reading: PostingReading): Promise<{ ok: true; value: PostingDetail }> {
    const isTarget = targetOf(await this.#deps.repo.postings()) === posting.id;
    return ok({ posting, isTarget, tailoring: await this.#tailored(posting.text, reading) });
  }

  #tailored(text: string, reading: PostingReading, asRole?: Role["id"]): Promise<Tailoring> {
    return tailor(reading, { ...this.#deps, text, asRole });
  }

  #summary({ text, ...posting }: KeptPosting, target: string | undefined): PostingSummary {
    const { roles, skills } = this.#deps;
    const reading = readPosting(text, this.#deps.lexicon());
    const { weights } = weighed(reading, this.#deps);
    const top = reading.skills
      .toSorted((a, b) => (weights.get(b.skill) ?? 0) - (weights.get(a.skill) ?? 0))
      .slice(0, SHOWN_ON_TOP);
    return {
      ...posting,
      isPosting: reading.about.kind === "ai-ml",
      role: roles.find(({ id }) => id === reading.role.id)?.title ?? null,
      level: reading.level.id,
      top: top.map(({ skill }) => skills.get(skill)?.title ?? skill),
      isTarget: posting.id === target,
    };
  }
}

/** What postings are read with, made once. */
export function lexiconOf({ skills, kinds }: PhraseLists, tools: readonly NamedTool[]): Lexicon {
  return { phrases: phrasebookOf(skills), tools: toolNamesOf(tools, kinds) };
}

function targetOf(postings: readonly KeptPosting[]): string | undefined {
  return postings
    .filter(({ preparedAt }) => preparedAt !== null)
    .toSorted((a, b) => (b.preparedAt ?? "").localeCompare(a.preparedAt ?? ""))[0]?.id;
}

function titleOf(text: string): string {
  const [first = ""] = text.split("\n").filter((line) => /[\p{L}\p{N}]/u.test(line));
  return first.trim().slice(0, MOST_TITLE);
}
