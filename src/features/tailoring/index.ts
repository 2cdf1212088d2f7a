import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/ids.ts";
import { remembered } from "../../lib/remembered.ts";
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
import type { Shares } from "./model/weights.ts";
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
/** Of a page of postings, of those that are kept, and of some pages more. */
const MOST_READINGS = 500;

/** What a posting asks for, and what to do about it. */
export class TailoringRoom {
  readonly #deps: TailoringDeps;
  /** A plain text as it was read, with its usual weights: milliseconds, and pages ask for the same ones again. */
  readonly #reading: (plain: string) => PostingReading & { weights: Shares };

  constructor(deps: TailoringDeps) {
    this.#deps = deps;
    this.#reading = remembered(MOST_READINGS, (plain) => {
      const reading = readPosting(plain, deps.lexicon());
      return { ...reading, weights: weighed(reading, deps).weights };
    });
  }

  /** Reads a text and keeps nothing. */
  read(text: string): ReadInShort {
    const { role, level, weights, skills } = this.#reading(textOfPasted(text));
    return {
      role: role.id,
      level: level.id,
      weights,
      phrases: new Map(skills.map(({ skill, mentions }) => [skill, mentions.map((each) => each.text)])),
    };
  }

  /** Reads a text in full, for a role where one is named, and keeps nothing. */
  match(text: string, asRole?: Role["id"]): Promise<Tailoring> {
    return this.#tailored(textOfPasted(text), asRole);
  }

  async postings(): Promise<PostingList> {
    const { repo } = this.#deps;
    const [kept, target] = await Promise.all([repo.postings(), repo.target()]);
    return { postings: kept.map((posting) => this.#summary(posting, target?.id)) };
  }

  /** Keeps a posting, pasted or at an address; the same words are kept once. The reason of a failure is for people. */
  async add({ text, url }: PostingBody): Promise<Result<PostingDetail, { said: string }>> {
    const got = url === undefined ? ok(text ?? "") : await this.#deps.fetchPosting(url);
    if (!got.ok) return failed({ said: got.reason });
    const plain = textOfPasted(got.value);
    const { about } = this.#reading(plain);
    if (about.kind === "empty") return failed({ said: about.said });
    const kept = (await this.#deps.repo.postings()).find((each) => each.text === plain);
    if (kept) return this.#detail(kept);
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
    return this.#detail(posting);
  }

  async posting(id: string): Promise<Result<PostingDetail, "unknown-posting">> {
    const posting = await this.#deps.repo.posting(id);
    return posting ? this.#detail(posting) : failed("unknown-posting");
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
    const posting = await this.#deps.repo.target();
    if (!posting) return undefined;
    const { weights } = this.#reading(posting.text);
    return weights.size > 0 ? { id: posting.id, title: posting.title, weights } : undefined;
  }

  async exportTo(folder: string): Promise<number> {
    return exportPostings(await this.#deps.repo.postings(), folder);
  }

  /** Adds what `readExportedPostings` read; doing it twice changes nothing. */
  restore(postings: readonly KeptPosting[]): Promise<void> {
    return this.#deps.repo.add(postings);
  }

  async #detail(posting: KeptPosting): Promise<{ ok: true; value: PostingDetail }> {
    const target = await this.#deps.repo.target();
    return ok({ posting, isTarget: target?.id === posting.id, tailoring: await this.#tailored(posting.text) });
  }

  #tailored(text: string, asRole?: Role["id"]): Promise<Tailoring> {
    return tailor(this.#reading(text), { ...this.#deps, text, asRole });
  }

  #summary({ text, ...posting }: KeptPosting, target: string | undefined): PostingSummary {
    const { roles, skills } = this.#deps;
    const { weights, ...reading } = this.#reading(text);
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

function titleOf(text: string): string {
  const [first = ""] = text.split("\n").filter((line) => /[\p{L}\p{N}]/u.test(line));
  return first.trim().slice(0, MOST_TITLE);
}
