import type { Pay, PostingQuery, Published, Workplace } from "../schema.ts";
import { folded, hasWords } from "./fold.ts";
import type { JobRole, Level } from "./title.ts";

/** A posting as it is searched: as published, with what was read out of its title. */
export type SearchedPosting = Published & {
  id: string;
  sourceId: string;
  role: JobRole | null;
  level: Level | null;
  workplace: Workplace | null;
  firstSeenAt: string;
  closedAt: string | null;
};

type Entry = {
  posting: SearchedPosting;
  title: string;
  company: string;
  places: string;
  /** Its day of posting, or the day on which it was first seen here. */
  at: string;
};

/** The newest first; `words` of the texts in order, each with the entries in which it stands. */
export type Searchable = {
  entries: readonly Entry[];
  words: readonly string[];
  standsIn: readonly (readonly number[])[];
};

/** How much a word found there counts. */
const WORTH = { title: 6, company: 3, places: 2, body: 1 } as const;

const AT_A_TIME = 100;

/** What is looked through, made once for all searches, in steps between which others may have their turn. */
export function* searchableInSteps(postings: readonly SearchedPosting[]): Generator<void, Searchable> {
  const entries = postings
    .map((posting) => ({
      posting,
      title: folded(`${posting.title} ${posting.team ?? ""}`),
      company: folded(posting.company),
      places: folded([...posting.places, posting.workplace ?? ""].join(" ")),
      at: posting.postedAt ?? posting.firstSeenAt,
    }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const index = new Map<string, number[]>();
  for (const [at, { posting }] of entries.entries()) {
    for (const word of folded(posting.text).split(" ")) {
      const places = index.get(word);
      if (places === undefined) index.set(word, [at]);
      else if (places.at(-1) !== at) places.push(at);
    }
    if (at % AT_A_TIME === AT_A_TIME - 1) yield;
  }
  index.delete("");
  const words = [...index.keys()].sort();
  return { entries, words, standsIn: words.map((word) => index.get(word) ?? []) };
}

/** Postings that pass every filter and have every word, those with the words in their titles first, then the newest. */
export function searchPostings(all: Searchable, query: PostingQuery): SearchedPosting[] {
  const asked = folded(query.text ?? "")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
  const inTexts = asked.map((word) => ({ word, entries: entriesWith(all, word) }));
  const isPassing = passes(query);
  return all.entries
    .map((entry, at) => ({ entry, score: isPassing(entry) ? scoreOf(entry, at, inTexts) : 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry.posting);
}

/** The entries whose texts have a word that begins so. */
function entriesWith({ words, standsIn }: Searchable, start: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = firstFrom(words, start); words[at]?.startsWith(start); at++)
    for (const entry of standsIn[at] ?? []) found.add(entry);
  return found;
}

/** Where the first word stands that is not before `start`. */
function firstFrom(words: readonly string[], start: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function passes(query: PostingQuery): (entry: Entry) => boolean {
  const { role, level, workplace, since, source } = query;
  const place = folded(query.place ?? "");
  const [amount, currency] = query.pay?.split(" ") ?? [];
  return ({ posting, places, at }) =>
    (query.closed === "shown" || posting.closedAt === null) &&
    (role === undefined || (role === "any-ai" ? posting.role !== null : posting.role === role)) &&
    (level === undefined || posting.level === level) &&
    (workplace === undefined || posting.workplace === workplace) &&
    (source === undefined || posting.sourceId === source) &&
    (since === undefined || at >= since) &&
    hasWords(places, place) &&
    (amount === undefined || posting.pays.some((pay) => paysAtLeast(pay, Number(amount), currency)));
}

/** Its upper end reaches the amount, a year and in that currency; an interval that is not said is no year. */
function paysAtLeast({ min, max, currency, interval }: Pay, amount: number, asked: string | undefined): boolean {
  return currency === asked?.toUpperCase() && interval === "year" && (max ?? min ?? 0) >= amount;
}

type InTexts = readonly { word: string; entries: ReadonlySet<number> }[];

function scoreOf({ title, company, places }: Entry, at: number, asked: InTexts): number {
  let score = 1;
  for (const { word, entries } of asked) {
    const start = ` ${word}`;
    const found =
      (title.includes(start) ? WORTH.title : 0) ||
      (company.includes(start) ? WORTH.company : 0) ||
      (places.includes(start) ? WORTH.places : 0) ||
      (entries.has(at) ? WORTH.body : 0);
    if (found === 0) return 0;
    score += found;
  }
  return score;
}
