import { setImmediate } from "node:timers/promises";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { JobsDeps } from "./deps.ts";
import { matchOf, type Standings } from "./model/match.ts";
import { payFilter, payRanges } from "./model/pay-ranges.ts";
import { SAMPLE_ID } from "./model/sample-id.ts";
import { type Searchable, type SearchedPosting, searchableInSteps, searchPostings } from "./model/search-postings.ts";
import { levelOf, roleOf } from "./model/title.ts";
import type { Match, PayQuery, PayTable, PostingDetail, PostingList, PostingQuery, PostingSummary } from "./schema.ts";
import { isBoard } from "./sources.ts";
import type { StoredPosting } from "./stored.ts";

const PAGE = 50;

type Index = {
  searched: Searchable;
  currencies: string[];
  sample: boolean;
};

/** What boards had, and the invented postings while there is nothing else. */
export class JobPostings {
  readonly #deps: JobsDeps;
  #index: { stamp: string; made: Promise<Index> } | undefined;

  constructor(deps: JobsDeps) {
    this.#deps = deps;
  }

  async list(query: PostingQuery): Promise<PostingList> {
    const { searched, currencies, sample } = await this.#searched();
    const found = searchPostings(searched, query);
    const from = query.from ?? 0;
    const shown = found.slice(from, from + PAGE);
    const applications = await this.#applications();
    const standings = await this.#deps.matching?.standings();
    const of =
      query.closed === "shown"
        ? searched.entries.length
        : searched.entries.filter(({ posting }) => !posting.closedAt).length;
    return {
      postings: shown.map((posting) => {
        const match = standings && this.#match(posting, standings);
        return {
          ...summaryOf(posting, applications),
          match: match ? { score: match.score, known: match.known } : null,
        };
      }),
      found: found.length,
      of,
      sample,
      currencies,
    };
  }

  async detail(id: string): Promise<Result<PostingDetail, "unknown-posting">> {
    const posting = await this.find(id);
    if (!posting) return failed("unknown-posting");
    const standings = await this.#deps.matching?.standings();
    const match = standings && this.#match(posting, standings);
    const applications = await this.#applications();
    return ok({ ...summaryOf(posting, applications), text: posting.text, match: match ?? null });
  }

  async pay(query: PayQuery): Promise<PayTable> {
    const { searched, sample } = await this.#searched();
    const left = searched.entries.map(({ posting }) => posting).filter(payFilter(query));
    return {
      ranges: payRanges(left, query),
      postings: left.length,
      withPay: left.filter(({ pays }) => pays.length > 0).length,
      sample,
    };
  }

  /** A posting by its id; an invented one is found also once they were put away. */
  async find(id: string): Promise<SearchedPosting | undefined> {
    const { repo, sample } = this.#deps;
    const invented = () => (id.startsWith(SAMPLE_ID) ? sample().find((each) => each.id === id) : undefined);
    const posting = (await repo.posting(id)) ?? invented();
    return posting && asSearched(posting);
  }

  /** Made anew when postings or boards have changed, once for all who ask meanwhile. */
  async #searched(): Promise<Index> {
    const stamp = await this.#deps.repo.stamp();
    if (this.#index?.stamp === stamp) return this.#index.made;
    const made = this.#make();
    this.#index = { stamp, made };
    made.catch(() => {
      if (this.#index?.made === made) this.#index = undefined;
    });
    return made;
  }

  async #make(): Promise<Index> {
    const { repo, sample } = this.#deps;
    const [sources, kept] = await Promise.all([repo.sources(), repo.postings()]);
    const isSample =
      !sources.some(({ kind }) => kind === "sample") &&
      !sources.some((source) => isBoard(source) && source.fetchedAt !== null);
    const postings = [...kept, ...(isSample ? sample() : [])].map(asSearched);
    const currencies = [...new Set(postings.flatMap(({ pays }) => pays.map(({ currency }) => currency)))].sort();
    const steps = searchableInSteps(postings);
    for (;;) {
      const step = steps.next();
      if (step.done) return { searched: step.value, currencies, sample: isSample };
      await setImmediate();
    }
  }

  #match({ title, text }: SearchedPosting, standings: Standings): Match | undefined {
    const { matching } = this.#deps;
    return matching && matchOf(matching.readPosting(`${title}\n\n${text}`), standings, matching.titleOf);
  }

  /** The application of each posting that has one. */
  async #applications(): Promise<ReadonlyMap<string, string>> {
    const applications = await this.#deps.repo.applications();
    return new Map(applications.flatMap(({ id, postingId }) => (postingId === null ? [] : [[postingId, id] as const])));
  }
}

function asSearched({ id, sourceId, published, firstSeenAt, closedAt }: StoredPosting): SearchedPosting {
  const { title } = published;
  return { ...published, id, sourceId, firstSeenAt, closedAt, role: roleOf(title), level: levelOf(title) };
}

function summaryOf(
  { text: _, externalId: __, ...posting }: SearchedPosting,
  applications: ReadonlyMap<string, string>,
): Omit<PostingSummary, "match"> {
  return { ...posting, sample: posting.sourceId === SAMPLE_ID, applicationId: applications.get(posting.id) ?? null };
}
