import { sql } from "kysely";
import type { Connection, Engine } from "./connection.ts";
import { createCompanies } from "./migrations/companies.ts";
import { createJobs } from "./migrations/jobs.ts";
import { createPlanDiagnostic } from "./migrations/plan-diagnostic.ts";
import { createPlanTarget } from "./migrations/plan-target.ts";
import { createReading } from "./migrations/reading.ts";
import { createTailoring } from "./migrations/tailoring.ts";

export type Migration = { number: number; name: string; up: (db: Connection, engine: Engine) => Promise<void> };

/** Numbered, never changed once released: a mistake is mended by the next one. */
export const migrations: Migration[] = [
  { number: 1, name: "evidence", up: createEvidence },
  { number: 2, name: "coding room", up: createCodingRoom },
  { number: 3, name: "recall room", up: createRecallRoom },
  { number: 4, name: "full-text search", up: createSearch },
  { number: 5, name: "design room", up: createDesignRoom },
  { number: 6, name: "stories and explanations", up: createStories },
  { number: 7, name: "impact lines and claims", up: createClaims },
  { number: 8, name: "portfolio", up: createPortfolio },
  { number: 9, name: "interviews", up: createInterviews },
  { number: 10, name: "plan target", up: createPlanTarget },
  { number: 11, name: "diagnostic", up: createPlanDiagnostic },
  { number: 12, name: "tailoring", up: createTailoring },
  { number: 13, name: "jobs", up: createJobs },
  { number: 14, name: "companies and offers", up: createCompanies },
  { number: 15, name: "reading room", up: createReading },
];

async function createEvidence(db: Connection, engine: Engine): Promise<void> {
  await db.schema
    .createTable("evidence")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("who", "text", (column) => column.notNull())
    .addColumn("feature", "text", (column) => column.notNull())
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("item_version", "text", (column) => column.notNull())
    .addColumn("skills", "text", (column) => column.notNull())
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("part", "text", (column) => column.notNull().check(sql`part in ('practice', 'holdout')`))
    .addColumn("score", "double precision", (column) => column.notNull().check(sql`score between 0 and 1`))
    .addColumn("standard_error", "double precision", (column) => column.notNull().check(sql`standard_error >= 0`))
    .addColumn("seconds_used", "double precision", (column) => column.notNull())
    .addColumn("help", "text", (column) => column.notNull())
    .addColumn("grader_version", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("evidence_by_item").on("evidence").columns(["item_id", "at"]).execute();
  await refuseChanges(db, engine, "evidence");
}

/** A log is append-only for whoever holds the connection, not by our good manners alone. */
async function refuseChanges(db: Connection, engine: Engine, table: string): Promise<void> {
  if (engine === "sqlite") {
    for (const change of ["update", "delete"]) {
      await sql`
        create trigger ${sql.raw(`${table}_refuses_${change}`)} before ${sql.raw(change)} on ${sql.raw(table)}
        begin select raise(abort, ${sql.raw(`'${table} is append-only'`)}); end`.execute(db);
    }
    return;
  }
  await sql`
    create function ${sql.raw(`${table}_refuses_change`)}() returns trigger language plpgsql as
    $$ begin raise exception ${sql.raw(`'${table} is append-only'`)}; end $$`.execute(db);
  await sql`
    create trigger ${sql.raw(`${table}_refuses_change`)} before update or delete or truncate on ${sql.raw(table)}
    for each statement execute function ${sql.raw(`${table}_refuses_change`)}()`.execute(db);
}

async function createCodingRoom(db: Connection): Promise<void> {
  await db.schema
    .createTable("coding_draft")
    .addColumn("item_id", "text", (column) => column.primaryKey().notNull())
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("saved_at", "text", (column) => column.notNull())
    .execute();
  await createSubmissions(db);
  await db.schema
    .createTable("coding_hint")
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("hint_index", "integer", (column) => column.notNull())
    .addColumn("taken_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("coding_hint_key", ["item_id", "hint_index"])
    .execute();
  await db.schema
    .createTable("coding_reveal")
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("item_version", "text", (column) => column.notNull())
    .addColumn("revealed_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("coding_reveal_key", ["item_id", "item_version"])
    .execute();
}

async function createSubmissions(db: Connection): Promise<void> {
  await db.schema
    .createTable("coding_submission")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("item_version", "text", (column) => column.notNull())
    .addColumn("mode", "text", (column) => column.notNull().check(sql`mode in ('run', 'submit')`))
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("seconds_used", "double precision", (column) => column.notNull())
    .addColumn("levels", "integer", (column) => column.notNull())
    .addColumn("hints_taken", "integer", (column) => column.notNull())
    .addColumn("revealed", "integer", (column) => column.notNull())
    .addColumn("submitted_at", "text", (column) => column.notNull())
    .addColumn("judged_at", "text")
    .addColumn("verdict", "text")
    .addColumn("passed", "integer", (column) => column.notNull())
    .addColumn("total", "integer", (column) => column.notNull())
    .addColumn("levels_passed", "integer", (column) => column.notNull())
    .addColumn("result", "text")
    .addColumn("reading", "text")
    .execute();
  await db.schema
    .createIndex("coding_submission_by_item")
    .on("coding_submission")
    .columns(["item_id", "submitted_at"])
    .execute();
  // covers the fold of all progress: without it every code would be read for a list
  await db.schema
    .createIndex("coding_submission_progress")
    .on("coding_submission")
    .columns(["item_id", "levels_passed"])
    .execute();
}

async function createRecallRoom(db: Connection): Promise<void> {
  await db.schema
    .createTable("recall_answer")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("item_version", "text", (column) => column.notNull())
    .addColumn("seed", "integer", (column) => column.notNull())
    .addColumn("session", "text", (column) => column.notNull())
    .addColumn("probe", "text")
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("seconds_used", "double precision", (column) => column.notNull())
    .addColumn("answered_at", "text", (column) => column.notNull())
    .addColumn("grade", "text", (column) => column.notNull())
    .addColumn("score", "double precision", (column) => column.notNull().check(sql`score between 0 and 1`))
    .addColumn("rating", "integer", (column) => column.check(sql`rating between 1 and 4`))
    .addColumn("due_at", "text")
    .addColumn("overruled", "text")
    .addColumn("grader_version", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("recall_answer_by_item")
    .on("recall_answer")
    .columns(["item_id", "answered_at"])
    .execute();
  await db.schema.createIndex("recall_answer_by_session").on("recall_answer").columns(["session"]).execute();
}

/** Each engine's own index of words. `search_version` says which bank it was made from. */
async function createSearch(db: Connection, engine: Engine): Promise<void> {
  await sql`create table search_version (version text not null)`.execute(db);
  if (engine === "sqlite") {
    await sql`create virtual table search_document using fts5(id unindexed, title, body, tokenize = 'porter unicode61')`.execute(
      db,
    );
    return;
  }
  await sql`
    create table search_document (
      id text primary key, title text not null, body text not null,
      words tsvector generated always as (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) stored)`.execute(
    db,
  );
  await sql`create index search_document_words on search_document using gin (words)`.execute(db);
}

/** What was asked, handed in and answered, and every run, is only ever added to. */
async function createDesignRoom(db: Connection, engine: Engine): Promise<void> {
  await db.schema
    .createTable("design_attempt")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("item_version", "text", (column) => column.notNull())
    .addColumn("started_at", "text", (column) => column.notNull())
    .addColumn("draft", "text", (column) => column.notNull())
    .addColumn("finished_at", "text")
    .addColumn("score", "double precision", (column) => column.check(sql`score between 0 and 1`))
    .addColumn("scorecard", "text")
    .execute();
  await db.schema
    .createIndex("design_attempt_by_item")
    .on("design_attempt")
    .columns(["item_id", "started_at"])
    .execute();
  await db.schema
    .createTable("design_event")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("attempt_id", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("design_run")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("attempt_id", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("design", "text", (column) => column.notNull())
    .addColumn("report", "text", (column) => column.notNull())
    .execute();
  for (const table of ["design_event", "design_run"]) {
    await db.schema.createIndex(`${table}_by_attempt`).on(table).columns(["attempt_id", "id"]).execute();
    await refuseChanges(db, engine, table);
  }
}

/** A story is what is told of it: tellings and answers to probes are only added, and go when the story is deleted. */
async function createStories(db: Connection): Promise<void> {
  await db.schema
    .createTable("story")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("competencies", "text", (column) => column.notNull())
    .addColumn("draft", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("story_telling")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("story_id", "text", (column) => column.notNull())
    .addColumn("length", "text", (column) =>
      column.notNull().check(sql`length in ('full', 'two-minutes', 'half-minute')`),
    )
    .addColumn("prompt", "text")
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("seconds_used", "double precision", (column) => column.notNull())
    .addColumn("told_at", "text", (column) => column.notNull())
    .addColumn("feedback", "text", (column) => column.notNull())
    .addColumn("grader_version", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("story_telling_by_story").on("story_telling").columns(["story_id", "told_at"]).execute();
  await db.schema
    .createTable("story_probe_answer")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("story_id", "text", (column) => column.notNull())
    .addColumn("probe", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("answered_at", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("story_probe_answer_by_story").on("story_probe_answer").columns(["story_id"]).execute();
  await db.schema
    .createTable("explain_attempt")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("item_version", "text", (column) => column.notNull())
    .addColumn("audience", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("seconds_used", "double precision", (column) => column.notNull())
    .addColumn("explained_at", "text", (column) => column.notNull())
    .addColumn("feedback", "text", (column) => column.notNull())
    .addColumn("score", "double precision", (column) => column.notNull().check(sql`score between 0 and 1`))
    .addColumn("grader_version", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("explain_attempt_by_item")
    .on("explain_attempt")
    .columns(["item_id", "explained_at"])
    .execute();
}

async function createClaims(db: Connection): Promise<void> {
  await db.schema
    .createTable("impact_line")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("calculation", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("claims_document")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("claims_settled")
    .addColumn("finding", "text", (column) => column.primaryKey().notNull())
    .addColumn("note", "text", (column) => column.notNull())
    .addColumn("settled_at", "text", (column) => column.notNull())
    .execute();
}

/** `portfolio_scan` is only added to by the app: an earlier reading shows what has been mended since. */
async function createPortfolio(db: Connection): Promise<void> {
  await db.schema
    .createTable("portfolio_project")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("origin", "text", (column) => column.notNull())
    .addColumn("told", "text", (column) => column.notNull())
    .addColumn("place", "integer", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("portfolio_scan")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("project_id", "text", (column) => column.notNull())
    .addColumn("scanned_at", "text", (column) => column.notNull())
    .addColumn("scan", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("portfolio_scan_by_project")
    .on("portfolio_scan")
    .columns(["project_id", "scanned_at"])
    .execute();
  await db.schema
    .createTable("portfolio_resume")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("resume", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
}

/** `interview_event` is only added to by the app: a session is its log. */
async function createInterviews(db: Connection): Promise<void> {
  await db.schema
    .createTable("interview_session")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("difficulty", "integer", (column) => column.notNull())
    .addColumn("seed", "bigint", (column) => column.notNull())
    .addColumn("settings", "text", (column) => column.notNull())
    .addColumn("rounds", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("finished_at", "text")
    .addColumn("elapsed_ms", "double precision", (column) => column.notNull())
    .addColumn("draft", "text", (column) => column.notNull())
    .addColumn("scorecard", "text")
    .execute();
  await db.schema
    .createTable("interview_event")
    .addColumn("session_id", "text", (column) => column.notNull())
    .addColumn("seq", "integer", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("round", "integer", (column) => column.notNull())
    .addColumn("at_ms", "double precision", (column) => column.notNull())
    .addColumn("recorded_at", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("interview_event_pk", ["session_id", "seq"])
    .execute();
  await db.schema
    .createIndex("interview_event_by_id")
    .unique()
    .on("interview_event")
    .columns(["session_id", "id"])
    .execute();
  await db.schema
    .createIndex("interview_event_by_kind")
    .on("interview_event")
    .columns(["kind", "recorded_at"])
    .execute();
}
