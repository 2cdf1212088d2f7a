import type { Evidence } from "../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../shared/evidence/log.ts";
import type { Connection } from "../../shared/store/connection.ts";
import type { Store } from "../../shared/store/store.ts";
import type { InterviewEventRow, InterviewSessionRow } from "../../shared/store/tables.ts";
import { StoredEvent, StoredSession, type WholeSession } from "./stored.ts";

type Changed = Partial<Pick<StoredSession, "elapsedMs" | "draft" | "finishedAt" | "scorecard">>;
/** What is written together or not at all. */
export type Written = { events: readonly StoredEvent[]; changed?: Changed; evidence?: Evidence[] };

/** Takes back what a transaction has done so far: somebody else was faster, or the session is gone. */
class MovedOn extends Error {}

/** Everything the interview room keeps. A promise that resolves means that the rows are on the disk. */
export class InterviewRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The last begun first. */
  async sessions(): Promise<StoredSession[]> {
    const rows = await this.#store.db
      .selectFrom("interview_session")
      .selectAll()
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(fromSessionRow);
  }

  async session(id: string): Promise<StoredSession | undefined> {
    const row = await this.#store.db
      .selectFrom("interview_session")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    return row && fromSessionRow(row);
  }

  async add(session: StoredSession): Promise<void> {
    await insertSession(this.#store.db, session);
  }

  async events(sessionId: string): Promise<StoredEvent[]> {
    const rows = await this.#store.db
      .selectFrom("interview_event")
      .selectAll()
      .where("session_id", "=", sessionId)
      .orderBy("seq")
      .execute();
    return rows.map(fromEventRow);
  }

  /** Rounds of all sessions as they were opened. */
  async openings(): Promise<StoredEvent[]> {
    const rows = await this.#store.db.selectFrom("interview_event").selectAll().where("kind", "=", "opened").execute();
    return rows.map(fromEventRow);
  }

  /** Ids of items that a mock has served, those of mocks that were removed among them. */
  async servedItems(): Promise<Set<string>> {
    // "distinct" would have SQLite go through all evidence by item, each row of it out of its place
    const rows = await this.#store.db
      .selectFrom("evidence")
      .select("item_id")
      .where("feature", "=", "interview")
      .execute();
    const opened = (await this.openings()).flatMap(({ body }) => (body.kind === "opened" ? body.items : []));
    return new Set([...rows.map(({ item_id }) => item_id), ...opened.map(({ id }) => id)]);
  }

  /** Which rounds were opened, by session; what was asked in them is not read. */
  async openedRounds(): Promise<Map<string, Set<number>>> {
    const rows = await this.#store.db
      .selectFrom("interview_event")
      .select(["session_id", "round"])
      .where("kind", "=", "opened")
      .execute();
    const grouped = Map.groupBy(rows, (row) => row.session_id);
    return new Map([...grouped].map(([id, own]) => [id, new Set(own.map(({ round }) => round))]));
  }

  /** What was said in all sessions, in its order. */
  async said(): Promise<StoredEvent[]> {
    const rows = await this.#store.db
      .selectFrom("interview_event")
      .selectAll()
      .where("kind", "=", "said")
      .orderBy("session_id")
      .orderBy("seq")
      .execute();
    return rows.map(fromEventRow);
  }

  /** False where another process has written at one of these places, or the session is gone: nothing is written then. */
  async write(sessionId: string, { events, changed = {}, evidence = [] }: Written): Promise<boolean> {
    try {
      await this.#store.db.transaction().execute(async (transaction) => {
        // first: it holds the session against another writer until this one is done
        if (!(await updateSession(transaction, sessionId, changed))) throw new MovedOn();
        const first = events[0]?.seq;
        if (first !== undefined && (await lastSeq(transaction, sessionId)) !== first - 1) throw new MovedOn();
        for (const event of events) await insertEvent(transaction, event);
        await appendEvidence(transaction, evidence);
      });
      return true;
    } catch (error) {
      if (error instanceof MovedOn) return false;
      throw error;
    }
  }

  /** Takes a session away with its log, but for which items it served. The evidence stays, for what happened has happened. */
  async remove(id: string): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      const all = transaction.selectFrom("interview_event").selectAll().where("session_id", "=", id);
      const opened = (await all.where("kind", "=", "opened").execute()).map(fromEventRow);
      await transaction.deleteFrom("interview_event").where("session_id", "=", id).execute();
      for (const event of opened) await insertEvent(transaction, withoutSetup(event));
      await transaction.deleteFrom("interview_session").where("id", "=", id).execute();
    });
  }

  /** Adds what was exported; what is there stays as it is. */
  async restore(sessions: readonly WholeSession[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const { session, events } of sessions) {
        if (!(await insertSession(transaction, session))) continue;
        // what a removal left of it
        await transaction.deleteFrom("interview_event").where("session_id", "=", session.id).execute();
        for (const event of events) await insertEvent(transaction, event);
      }
    });
  }
}

async function lastSeq(connection: Connection, sessionId: string): Promise<number> {
  const row = await connection
    .selectFrom("interview_event")
    .select(({ fn }) => fn.max("seq").as("last"))
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

async function insertSession(connection: Connection, session: StoredSession): Promise<boolean> {
  const written = await connection
    .insertInto("interview_session")
    .values({
      id: session.id,
      title: session.title,
      role: session.role,
      difficulty: session.difficulty,
      seed: session.seed,
      settings: JSON.stringify(session.settings),
      rounds: JSON.stringify(session.rounds),
      created_at: session.createdAt,
      finished_at: session.finishedAt,
      elapsed_ms: session.elapsedMs,
      draft: session.draft,
      scorecard: session.scorecard && JSON.stringify(session.scorecard),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Of a removed mock stays which items it served: they are not new again. */
function withoutSetup({ body, ...event }: StoredEvent): StoredEvent {
  return { ...event, body: body.kind === "opened" ? { ...body, setup: null } : body };
}

async function insertEvent(connection: Connection, event: StoredEvent): Promise<void> {
  await connection
    .insertInto("interview_event")
    .values({
      session_id: event.sessionId,
      seq: event.seq,
      id: event.id,
      round: event.round,
      at_ms: event.atMs,
      recorded_at: event.recordedAt,
      kind: event.body.kind,
      body: JSON.stringify(event.body),
    })
    .execute();
}

async function updateSession(connection: Connection, id: string, changed: Changed): Promise<boolean> {
  const { elapsedMs, draft, finishedAt, scorecard } = changed;
  const values = {
    id,
    ...(elapsedMs === undefined ? {} : { elapsed_ms: elapsedMs }),
    ...(draft === undefined ? {} : { draft }),
    ...(finishedAt === undefined ? {} : { finished_at: finishedAt }),
    ...(scorecard === undefined ? {} : { scorecard: scorecard && JSON.stringify(scorecard) }),
  };
  const { numUpdatedRows } = await connection
    .updateTable("interview_session")
    .set(values)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function fromSessionRow(row: InterviewSessionRow): StoredSession {
  return StoredSession.parse({
    id: row.id,
    title: row.title,
    role: row.role,
    difficulty: row.difficulty,
    seed: Number(row.seed),
    settings: JSON.parse(row.settings),
    rounds: JSON.parse(row.rounds),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    elapsedMs: row.elapsed_ms,
    draft: row.draft,
    scorecard: row.scorecard && JSON.parse(row.scorecard),
  });
}

function fromEventRow(row: InterviewEventRow): StoredEvent {
  return StoredEvent.parse({
    sessionId: row.session_id,
    seq: row.seq,
    id: row.id,
    round: row.round,
    atMs: row.at_ms,
    recordedAt: row.recorded_at,
    body: JSON.parse(row.body),
  });
}
