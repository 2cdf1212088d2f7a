import type { Entry, Feed, Paper, Review } from "../../src/features/reading/schema.ts";
import type { WholeFeed, WholePaper } from "../../src/features/reading/stored.ts";
import { seededRandom } from "../../src/lib/random.ts";

const DAY_MS = 86_400_000;
/** Three papers a week, of which two are read to notes; a dozen feeds with ten entries a week each. */
const PAPERS = 156;
const FEEDS = 12;
const ENTRIES_A_FEED = 520;
/** A paper with notes is told from memory after so many days, and comes back on the next of them. */
const TOLD_AFTER_DAYS = [1, 4, 14, 50, 180];
const TEXT =
  "A model is asked for what it does not know and answers in the tone in which it says what it does. It is trained on pairs in which declining stands above a wrong answer, and the share of wrong answers falls by a half. ".repeat(
    4,
  );
const TOLD = "They sample ten answers to each question and prefer declining where at most three of them are right. ";

type Reading = { papers: WholePaper[]; feeds: WholeFeed[] };

/** What the reading room keeps of a year that ends at `now`: papers with notes and retellings, feeds with their entries. */
export function aYearOfReading(skills: readonly string[], now: Date): Reading {
  const random = seededRandom(13);
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return {
    papers: Array.from({ length: PAPERS }, (_, nth) => {
      const addedDaysAgo = (365 * (PAPERS - nth)) / PAPERS;
      const hasNotes = nth % 3 !== 0;
      const skill = skills[Math.floor(random() * skills.length)] ?? "";
      const paper = paperOf(nth, { skill, hasNotes, at: daysAgo(addedDaysAgo).toISOString() });
      const told = hasNotes ? TOLD_AFTER_DAYS.filter((days) => days < addedDaysAgo) : [];
      const reviews = told.map((days, at) =>
        reviewOf(paper, {
          at: daysAgo(addedDaysAgo - days).toISOString(),
          dueAt: daysAgo(addedDaysAgo - (TOLD_AFTER_DAYS[at + 1] ?? 2 * days)).toISOString(),
          score: 0.4 + 0.6 * random(),
        }),
      );
      return { paper, reviews };
    }),
    feeds: Array.from({ length: FEEDS }, (_, nth) => {
      const feed = feedOf(nth, now);
      const entries = Array.from({ length: ENTRIES_A_FEED }, (_, at) =>
        entryOf(feed, at, daysAgo((365 * (ENTRIES_A_FEED - at)) / ENTRIES_A_FEED).toISOString()),
      );
      return { feed, entries };
    }),
  };
}

function paperOf(nth: number, { skill, hasNotes, at }: { skill: string; hasNotes: boolean; at: string }): Paper {
  const said = hasNotes ? TEXT : "";
  return {
    id: `paper-${nth}`,
    title: `Learning to decline, part ${nth}`,
    authors: ["Ada Example", "Grace Sample"],
    url: `https://example.org/papers/${nth}`,
    arxivId: null,
    abstract: TEXT,
    status: hasNotes ? "read" : "to-read",
    skills: [skill],
    notes: { problem: said, method: said, result: said, limit: said, relation: said, question: "" },
    createdAt: at,
    updatedAt: at,
  };
}

type Told = { at: string; dueAt: string; score: number };

function reviewOf({ id }: Paper, { at, dueAt, score }: Told): Review {
  return {
    id: `${id}-${at}`,
    paperId: id,
    kind: "teach-back",
    listener: "colleague",
    told: { whole: TOLD.repeat(8) },
    secondsUsed: 180,
    at,
    feedback: { score, se: 0.1, abstained: false, flags: [], engine: "lexical", parts: [], thin: [], note: null },
    rating: score < 0.65 ? 2 : 3,
    dueAt,
    graderVersion: "bench",
  };
}

/** Fetched just now and not to be fetched again while the bench runs. */
function feedOf(nth: number, now: Date): Feed {
  const at = now.toISOString();
  return {
    id: `feed-${nth}`,
    address: `https://example.org/feeds/${nth}.xml`,
    title: `Feed ${nth}`,
    addedAt: at,
    fetchedAt: at,
    readAt: at,
    nextAt: new Date(now.getTime() + 365 * DAY_MS).toISOString(),
    fault: null,
    note: null,
  };
}

function entryOf({ id }: Feed, nth: number, at: string): Entry {
  return {
    id: `${id}-${nth}`,
    feedId: id,
    title: `What was found in week ${nth}`,
    link: `https://example.org/${id}/${nth}`,
    authors: ["Ada Example"],
    text: TEXT,
    arxivId: null,
    publishedAt: at,
    fetchedAt: at,
    state: nth % 20 === 0 ? "taken" : "unread",
  };
}
