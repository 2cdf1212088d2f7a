import { setImmediate } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { Connection } from "../../shared/store/connection.ts";
import type { Store } from "../../shared/store/store.ts";
import type { JobApplicationRow, JobPostingRow, JobSourceRow, Tables } from "../../shared/store/tables.ts";
import { Application } from "./schema.ts";
import { type ArchivedJobs, StoredPosting, StoredSource } from "./stored.ts";

const AT_A_TIME = 200;

/** Boards, their postings, and applications. A promise that resolves means that it is on the disk. */
export class JobsRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** In the order in which they were added. */
  async sources(): Promise<StoredSource[]> {
    const rows = await this.#store.db.selectFrom("job_source").selectAll().orderBy("added_at").orderBy("id").execute();
    return rows.map(sourceOf);
  }

  async saveSource(source: StoredSource): Promise<void> {
    const { id, ...changed } = sourceRow(source);
    await this.#store.db
      .insertInto("job_source")
      .values({ id, ...changed })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
      .execute();
  }

  /** Removes a board with its postings; those that an application is about stay, closed. */
  async removeSource(id: string, at: string): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await transaction
        .deleteFrom("job_posting")
        .where("source_id", "=", id)
        .where("id", "not in", applied(transaction))
        .execute();
      await closeAll(transaction, id, at);
      await transaction.deleteFrom("job_source").where("id", "=", id).execute();
    });
  }

  /**
   * Keeps what a board had: new and changed postings, and `closed` ids as closed at that time; all or nothing. Ids
   * that are closed already keep their date.
   */
  async keepFetched(
    source: StoredSource,
    postings: readonly StoredPosting[],
    closed: readonly string[],
  ): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      const { id: sourceId, ...changed } = sourceRow(source);
      const kept = await transaction
        .updateTable("job_source")
        .set(changed)
        .where("id", "=", sourceId)
        .executeTakeFirst();
      // it was removed while it was being fetched
      if (kept.numUpdatedRows === 0n) return;
      for (const posting of postings) {
        const row = postingRow(posting);
        await transaction
          .insertInto("job_posting")
          .values(row)
          .onConflict((conflict) =>
            conflict.column("id").doUpdateSet({ published: row.published, closed_at: row.closed_at }),
          )
          .execute();
      }
      for (const id of closed)
        await transaction
          .updateTable("job_posting")
          .set({ closed_at: source.fetchedAt })
          .where("id", "=", id)
          .where("closed_at", "is", null)
          .execute();
    });
  }

  /** By id, read in pieces: thousands at once would hold up everybody else. */
  async postings(): Promise<StoredPosting[]> {
    const read: StoredPosting[] = [];
    for (;;) {
      const rows = await this.#store.db
        .selectFrom("job_posting")
        .selectAll()
        .where("id", ">", read.at(-1)?.id ?? "")
        .orderBy("id")
        .limit(AT_A_TIME)
        .execute();
      read.push(...rows.map(postingOf));
      if (rows.length < AT_A_TIME) return read;
      await setImmediate();
    }
  }

  async posting(id: string): Promise<StoredPosting | undefined> {
    const row = await this.#store.db.selectFrom("job_posting").selectAll().where("id", "=", id).executeTakeFirst();
    return row && postingOf(row);
  }

  /** Of the postings that an application is about and that are here: since when each is closed, or null. */
  async appliedTo(): Promise<ReadonlyMap<string, string | null>> {
    const { db } = this.#store;
    const rows = await db
      .selectFrom("job_posting")
      .select(["id", "closed_at"])
      .where("id", "in", applied(db))
      .execute();
    return new Map(rows.map((row) => [row.id, row.closed_at]));
  }

  /** Which of a board's postings are open. */
  async openIds(sourceId: string): Promise<string[]> {
    const rows = await this.#store.db
      .selectFrom("job_posting")
      .select("id")
      .where("source_id", "=", sourceId)
      .where("closed_at", "is", null)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Changes whenever postings or boards do, whoever changed them. */
  async stamp(): Promise<string> {
    const { db } = this.#store;
    const [sources, counted] = await Promise.all([
      db.selectFrom("job_source").select(["id", "fetched_at"]).orderBy("id").execute(),
      db
        .selectFrom("job_posting")
        .select(({ fn }) => [fn.countAll().as("all"), fn.count("closed_at").as("closed")])
        .executeTakeFirst(),
    ]);
    return JSON.stringify([sources, counted?.all.toString(), counted?.closed.toString()]);
  }

  /** The newest first. */
  async applications(): Promise<Application[]> {
    const rows = await this.#store.db
      .selectFrom("job_application")
      .selectAll()
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(applicationOf);
  }

  async application(id: string): Promise<Application | undefined> {
    const row = await this.#store.db.selectFrom("job_application").selectAll().where("id", "=", id).executeTakeFirst();
    return row && applicationOf(row);
  }

  async saveApplication(application: Application): Promise<void> {
    const { id, ...changed } = applicationRow(application);
    await this.#store.db
      .insertInto("job_application")
      .values({ id, ...changed })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
      .execute();
  }

  async removeApplication(id: string): Promise<void> {
    await this.#store.db.deleteFrom("job_application").where("id", "=", id).execute();
  }

  /** Adds what was exported, all or nothing; what is there stays as it is. */
  async restore(archived: readonly ArchivedJobs[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const each of archived) await restoreOne(transaction, each);
    });
  }
}

async function restoreOne(transaction: Transaction<Tables>, archived: ArchivedJobs): Promise<void> {
  if ("applications" in archived) {
    for (const application of archived.applications)
      await transaction
        .insertInto("job_application")
        .values(applicationRow(application))
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    return;
  }
  if (archived.source)
    await transaction
      .insertInto("job_source")
      .values(sourceRow(archived.source))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  for (const posting of archived.postings)
    await transaction
      .insertInto("job_posting")
      .values(postingRow(posting))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
}

/** The ids of the postings that an application is about. */
function applied(connection: Connection) {
  return connection
    .selectFrom("job_application")
    .select("posting_id")
    .where("posting_id", "is not", null)
    .$narrowType<{ posting_id: string }>();
}

async function closeAll(transaction: Transaction<Tables>, sourceId: string, at: string): Promise<void> {
  await transaction
    .updateTable("job_posting")
    .set({ closed_at: at })
    .where("source_id", "=", sourceId)
    .where("closed_at", "is", null)
    .execute();
}

function sourceRow(source: StoredSource): JobSourceRow {
  return {
    id: source.id,
    kind: source.kind,
    board: source.board,
    added_at: source.addedAt,
    asked_at: source.askedAt,
    fetched_at: source.fetchedAt,
    etag: source.etag,
    last_modified: source.lastModified,
    outcome: source.outcome === null ? null : JSON.stringify(source.outcome),
  };
}

function sourceOf(row: JobSourceRow): StoredSource {
  return StoredSource.parse({
    id: row.id,
    kind: row.kind,
    board: row.board,
    addedAt: row.added_at,
    askedAt: row.asked_at,
    fetchedAt: row.fetched_at,
    etag: row.etag,
    lastModified: row.last_modified,
    outcome: row.outcome === null ? null : JSON.parse(row.outcome),
  });
}

function postingRow({ id, sourceId, published, firstSeenAt, closedAt }: StoredPosting): JobPostingRow {
  return {
    id,
    source_id: sourceId,
    published: JSON.stringify(published),
    first_seen_at: firstSeenAt,
    closed_at: closedAt,
  };
}

function postingOf(row: JobPostingRow): StoredPosting {
  return StoredPosting.parse({
    id: row.id,
    sourceId: row.source_id,
    published: JSON.parse(row.published),
    firstSeenAt: row.first_seen_at,
    closedAt: row.closed_at,
  });
}

function applicationRow(application: Application): JobApplicationRow {
  const { id, postingId, stage, remindOn, moves, createdAt, updatedAt, ...told } = application;
  return {
    id,
    posting_id: postingId,
    stage,
    remind_on: remindOn,
    told: JSON.stringify(told),
    moves: JSON.stringify(moves),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function applicationOf(row: JobApplicationRow): Application {
  return Application.parse({
    ...JSON.parse(row.told),
    id: row.id,
    postingId: row.posting_id,
    stage: row.stage,
    remindOn: row.remind_on,
    moves: JSON.parse(row.moves),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}
