import { daysAfter } from "../../../shared/spacing/memory.ts";
import { skillFinder } from "../model/skill-words.ts";
import type { ReadingOverview } from "../schema.ts";
import type { FeedsRepo } from "./repo.ts";

const DAYS = 30;
const MOST_READ = 1_000;
/** An abstract is no longer; what an article names further down it is hardly about. */
const READ_CHARS = 2_500;
const MOST_OF_A_SKILL = 4;

type Skill = { id: string; title: string };

/** What feeds brought in the last 30 days on skills: entries that name one in their title, or else in their text. */
export async function lately(
  repo: FeedsRepo,
  prepared: readonly Skill[],
  now: Date,
): Promise<ReadingOverview["lately"]> {
  const since = daysAfter(now, -DAYS).toISOString();
  const feeds = await repo.feeds();
  const entries = prepared.length > 0 ? await repo.entriesSince(since, MOST_READ) : [];
  const titles = new Map(feeds.map(({ id, title }) => [id, title]));
  const told = new Map<string, Map<string, ReadingOverview["lately"]["skills"][number]["entries"][number]>>();
  const find = skillFinder(prepared);
  for (const where of ["title", "text"] as const)
    for (const entry of entries)
      for (const { id: skill, words } of find(entry[where].slice(0, READ_CHARS))) {
        const own = told.get(skill) ?? new Map();
        const { id, title, link, at, feedId } = entry;
        const key = link ?? title;
        if (own.size < MOST_OF_A_SKILL && !own.has(key))
          own.set(key, { id, title, link, at, feed: titles.get(feedId) ?? "", words });
        told.set(skill, own);
      }
  return {
    since,
    skills: prepared.flatMap(({ id, title }) => {
      const own = told.get(id);
      return own ? [{ skill: { id, title }, entries: [...own.values()] }] : [];
    }),
    readAt:
      feeds
        .flatMap(({ readAt }) => readAt ?? [])
        .sort()
        .at(-1) ?? null,
    prepared: prepared.length,
  };
}
