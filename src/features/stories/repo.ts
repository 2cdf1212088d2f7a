import type { Evidence } from "../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../shared/evidence/log.ts";
import type { Connection } from "../../shared/store/connection.ts";
import type { Store } from "../../shared/store/store.ts";
import type { StoryRow, StoryTellingRow } from "../../shared/store/tables.ts";
import { StoredProbeAnswer, StoredStory, StoredTelling, type WholeStory } from "./stored.ts";

/** Everything the story bank keeps. A promise that resolves means that the rows are on the disk. */
export class StoriesRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The last touched first. */
  async stories(): Promise<StoredStory[]> {
    const rows = await this.#store.db
      .selectFrom("story")
      .selectAll()
      .orderBy("updated_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(fromStoryRow);
  }

  async story(id: string): Promise<StoredStory | undefined> {
    const row = await this.#store.db.selectFrom("story").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromStoryRow(row);
  }

  async add(story: StoredStory): Promise<void> {
    await insertStory(this.#store.db, story);
  }

  /** Changes what is given and nothing else; false where there is no such story. */
  change(id: string, changed: Changed): Promise<boolean> {
    return updateStory(this.#store.db, id, changed);
  }

  /** Keeps a telling, what it changes of its story, and its evidence together; false where the story is gone. */
  async tell({ telling, changed, evidence }: ToldStory): Promise<boolean> {
    return this.#store.db.transaction().execute(async (transaction) => {
      if (!(await updateStory(transaction, telling.storyId, changed))) return false;
      await insertTelling(transaction, telling);
      await appendEvidence(transaction, evidence);
      return true;
    });
  }

  async answer(answer: StoredProbeAnswer): Promise<void> {
    await insertAnswer(this.#store.db, answer);
  }

  /** Takes a story away with its tellings and answers; the evidence stays, for what happened has happened. */
  async remove(id: string): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("story_probe_answer").where("story_id", "=", id).execute();
      await transaction.deleteFrom("story_telling").where("story_id", "=", id).execute();
      await transaction.deleteFrom("story").where("id", "=", id).execute();
    });
  }

  /** Tellings of one story or of all, oldest first. */
  async tellings(storyId?: string): Promise<StoredTelling[]> {
    const all = this.#store.db.selectFrom("story_telling").selectAll().orderBy("told_at").orderBy("id");
    const rows = await (storyId === undefined ? all : all.where("story_id", "=", storyId)).execute();
    return rows.map(fromTellingRow);
  }

  /** Answers to probes of one story, oldest first. */
  async answers(storyId: string): Promise<StoredProbeAnswer[]> {
    const rows = await this.#store.db
      .selectFrom("story_probe_answer")
      .selectAll()
      .where("story_id", "=", storyId)
      .orderBy("answered_at")
      .orderBy("id")
      .execute();
    return rows.map((row) =>
      StoredProbeAnswer.parse({
        id: row.id,
        storyId: row.story_id,
        probe: row.probe,
        text: row.text,
        answeredAt: row.answered_at,
      }),
    );
  }

  /** Adds whole stories to what is there, all or nothing; doing it twice changes nothing. */
  async restore(whole: readonly WholeStory[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const { story, tellings, answers } of whole) {
        await insertStory(transaction, story);
        for (const telling of tellings) await insertTelling(transaction, telling);
        for (const answer of answers) await insertAnswer(transaction, answer);
      }
    });
  }
}

async function insertStory(connection: Connection, story: StoredStory): Promise<void> {
  await connection
    .insertInto("story")
    .values(toStoryRow(story))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

type Changed = Partial<Omit<StoredStory, "id">>;
type ToldStory = { telling: StoredTelling; changed: Changed; evidence: Evidence[] };

async function updateStory(connection: Connection, id: string, changed: Changed): Promise<boolean> {
  const { title, competencies, draft, updatedAt } = changed;
  const row = {
    ...(title === undefined ? {} : { title }),
    ...(competencies === undefined ? {} : { competencies: JSON.stringify(competencies) }),
    ...(draft === undefined ? {} : { draft }),
    ...(updatedAt === undefined ? {} : { updated_at: updatedAt }),
  };
  const { numUpdatedRows } = await connection.updateTable("story").set(row).where("id", "=", id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function insertTelling(connection: Connection, telling: StoredTelling): Promise<void> {
  await connection
    .insertInto("story_telling")
    .values({
      id: telling.id,
      story_id: telling.storyId,
      length: telling.length,
      prompt: telling.prompt,
      text: telling.text,
      seconds_used: telling.secondsUsed,
      told_at: telling.toldAt,
      feedback: JSON.stringify(telling.feedback),
      grader_version: telling.graderVersion,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

async function insertAnswer(connection: Connection, answer: StoredProbeAnswer): Promise<void> {
  const { id, storyId, probe, text, answeredAt } = answer;
  await connection
    .insertInto("story_probe_answer")
    .values({ id, story_id: storyId, probe, text, answered_at: answeredAt })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

function toStoryRow({ id, title, competencies, draft, createdAt, updatedAt }: StoredStory): StoryRow {
  return {
    id,
    title,
    competencies: JSON.stringify(competencies),
    draft,
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function fromStoryRow(row: StoryRow): StoredStory {
  return StoredStory.parse({
    id: row.id,
    title: row.title,
    competencies: JSON.parse(row.competencies),
    draft: row.draft,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}

function fromTellingRow(row: StoryTellingRow): StoredTelling {
  return StoredTelling.parse({
    id: row.id,
    storyId: row.story_id,
    length: row.length,
    prompt: row.prompt,
    text: row.text,
    secondsUsed: row.seconds_used,
    toldAt: row.told_at,
    feedback: JSON.parse(row.feedback),
    graderVersion: row.grader_version,
  });
}
