import type { Expression, SqlBool } from "kysely";
import type { Store } from "../../../shared/store/store.ts";
import type { ReadingEntryRow, ReadingFeedRow } from "../../../shared/store/tables.ts";
import { searchWords, wordsOf } from "../model/search-words.ts";
import { Entry, type Feed } from "../schema.ts";
import type { WholeFeed } from "../stored.ts";

export type Conditional = { etag: string | null; lastModified: string | null };
type Asked = { feed?: string | undefined; words?: string | undefined; state?: Entry["state"] | undefined };

/** Of one feed so many entries are kept, besides those that were taken or dropped. */
const MOST_UNREAD = 2_000;

/** Feeds and what was fetched of them. A promise that resolves means that the rows are on the disk. */
export class FeedsRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** By title. */
  async feeds(): Promise<Feed[]> {
    const rows = await this.#store.db.selectFrom("reading_feed").selectAll().execute();
    // sorted here: the engines do not agree on the order of letters
    return rows.map(fromFeedRow).sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
  }

  async feed(id: string): Promise<(Feed & Conditional) | undefined> {
    const row = await this.#store.db.selectFrom("reading_feed").selectAll().where("id", "=", id).executeTakeFirst();
    return row && { ...fromFeedRow(row), etag: row.etag, lastModified: row.last_modified };
  }

  /** Adds feeds; one whose address is there stays as it is. Returns how many were new. */
  async add(feeds: readonly Feed[]): Promise<number> {
    let added = 0;
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const feed of feeds) {
        const done = await transaction
          .insertInto("reading_feed")
          .values({ ...toFeedRow(feed), etag: null, last_modified: null })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        added += Number(done.numInsertedOrUpdatedRows ?? 0);
      }
    });
    return added;
  }

  /** Removes a feed with its entries; what was taken from it to the reading list stays there. */
  async remove(id: string): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("reading_entry").where("feed_id", "=", id).execute();
      await transaction.deleteFrom("reading_feed").where("id", "=", id).execute();
    });
  }

  /** Keeps how a fetch went, and what it brought; returns how many entries are new. */
  async keepFetch(feed: Feed & Conditional, entries: readonly Entry[]): Promise<number> {
    const { id, ...changed } = { ...toFeedRow(feed), etag: feed.etag, last_modified: feed.lastModified };
    const own = this.#store.db.selectFrom("reading_entry").select("id").where("feed_id", "=", id);
    return this.#store.db.transaction().execute(async (transaction) => {
      const known = new Set((await transaction.executeQuery(own)).rows.map((row) => row.id));
      const kept = await transaction.updateTable("reading_feed").set(changed).where("id", "=", id).executeTakeFirst();
      // it was removed while it was being fetched
      if (kept.numUpdatedRows === 0n) return 0;
      for (const entry of entries) {
        const { title, link, authors, text, arxiv_id, words } = toEntryRow(entry);
        await transaction
          .insertInto("reading_entry")
          .values(toEntryRow(entry))
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ title, link, authors, text, arxiv_id, words }))
          .execute();
      }
      const newest = transaction
        .selectFrom("reading_entry")
        .select("id")
        .where("feed_id", "=", id)
        .where("state", "=", "unread")
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(MOST_UNREAD);
      await transaction
        .deleteFrom("reading_entry")
        .where("feed_id", "=", id)
        .where("state", "=", "unread")
        .where("id", "not in", newest)
        .execute();
      return entries.filter((entry) => !known.has(entry.id)).length;
    });
  }

  /** Newest first, those with all the words alone. */
  async entries({ feed, words, state }: Asked, most: number): Promise<Entry[]> {
    const rows = await this.#store.db
      .selectFrom("reading_entry")
      .selectAll()
      .where((is) => {
        const all: Expression<SqlBool>[] = searchWords(words ?? "").map((word) => is("words", "like", `%${word}%`));
        if (feed !== undefined) all.push(is("feed_id", "=", feed));
        if (state !== undefined) all.push(is("state", "=", state));
        return is.and(all);
      })
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(most)
      .execute();
    return rows.map(fromEntryRow);
  }

  /** What was published, or else first fetched, since a time; without what was dropped. */
  async entriesSince(at: string, most: number): Promise<(Entry & { at: string })[]> {
    const rows = await this.#store.db
      .selectFrom("reading_entry")
      .selectAll()
      .where("at", ">=", at)
      .where("state", "<>", "dropped")
      .orderBy("at", "desc")
      .limit(most)
      .execute();
    return rows.map((row) => ({ ...fromEntryRow(row), at: row.at }));
  }

  async entry(id: string): Promise<Entry | undefined> {
    const row = await this.#store.db.selectFrom("reading_entry").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromEntryRow(row);
  }

  async setState(id: string, state: Entry["state"]): Promise<void> {
    await this.#store.db.updateTable("reading_entry").set({ state }).where("id", "=", id).execute();
  }

  /** How many entries each feed has, by state. */
  async counts(): Promise<{ feedId: string; state: string; count: number }[]> {
    const rows = await this.#store.db
      .selectFrom("reading_entry")
      .select(({ fn }) => ["feed_id", "state", fn.countAll().as("count")])
      .groupBy(["feed_id", "state"])
      .execute();
    return rows.map(({ feed_id, state, count }) => ({ feedId: feed_id, state, count: Number(count) }));
  }

  async allEntries(feedId: string): Promise<Entry[]> {
    const rows = await this.#store.db
      .selectFrom("reading_entry")
      .selectAll()
      .where("feed_id", "=", feedId)
      .orderBy("id")
      .execute();
    return rows.map(fromEntryRow);
  }

  /** Adds what was exported; a feed or an entry that is there stays as it is. */
  async restore(whole: readonly WholeFeed[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const { feed, entries } of whole) {
        await transaction
          .insertInto("reading_feed")
          .values({ ...toFeedRow(feed), etag: null, last_modified: null })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const there = await transaction
          .selectFrom("reading_feed")
          .select("id")
          .where("address", "=", feed.address)
          .executeTakeFirst();
        // the same feed may have been added here by hand
        if (there?.id !== feed.id) continue;
        for (const entry of entries)
          await transaction
            .insertInto("reading_entry")
            .values(toEntryRow(entry))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
      }
    });
  }
}

function toFeedRow(feed: Feed): Omit<ReadingFeedRow, "etag" | "last_modified"> {
  const { id, address, title, addedAt, fetchedAt, readAt, nextAt, fault, note } = feed;
  return {
    id,
    address,
    title,
    added_at: addedAt,
    fetched_at: fetchedAt,
    read_at: readAt,
    next_at: nextAt,
    fault,
    note,
  };
}

function fromFeedRow({
  id,
  address,
  title,
  added_at,
  fetched_at,
  read_at,
  next_at,
  fault,
  note,
}: ReadingFeedRow): Feed {
  return {
    id,
    address,
    title,
    addedAt: added_at,
    fetchedAt: fetched_at,
    readAt: read_at,
    nextAt: next_at,
    fault,
    note,
  };
}

function toEntryRow(entry: Entry): ReadingEntryRow {
  const { id, feedId, title, link, authors, text, arxivId, publishedAt, fetchedAt, state } = entry;
  return {
    id,
    feed_id: feedId,
    title,
    link,
    authors: JSON.stringify(authors),
    text,
    arxiv_id: arxivId,
    published_at: publishedAt,
    fetched_at: fetchedAt,
    // what says that it comes out tomorrow stands where it was found
    at: publishedAt !== null && publishedAt < fetchedAt ? publishedAt : fetchedAt,
    state,
    words: wordsOf(title, ...authors, text, arxivId ?? ""),
  };
}

function fromEntryRow(row: ReadingEntryRow): Entry {
  return Entry.parse({
    id: row.id,
    feedId: row.feed_id,
    title: row.title,
    link: row.link,
    authors: JSON.parse(row.authors),
    text: row.text,
    arxivId: row.arxiv_id,
    publishedAt: row.published_at,
    fetchedAt: row.fetched_at,
    state: row.state,
  });
}
