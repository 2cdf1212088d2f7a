import type { Store } from "../../shared/store/store.ts";
import type { PlanTargetRow } from "../../shared/store/tables.ts";
import { Target } from "./schema.ts";

/** There is one target: it is replaced, not added to. */
const TARGET_ID = "target";

/** A row of the log as planning reads it: what the skill model and the time spent need, no more. */
export type LogRow = {
  id: string;
  at: string;
  itemId: string;
  skills: readonly string[];
  part: "practice" | "holdout";
  score: number;
  standardError: number;
  secondsUsed: number;
  help: { hints: number; revealed: boolean };
};

/** What planning reads, the log that every feature writes, and what it keeps: the target. */
export class PlanRepo {
  readonly #store: Store;
  /** Few lists of skills and few sorts of help stand in many rows: each is read once. */
  readonly #parsed = new Map<string, unknown>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** How many rows there are: as none ever changes or goes, it says whether a log that was read is still all of it. */
  async countRows(): Promise<number> {
    const count = this.#store.db.selectFrom("evidence").select(({ fn }) => fn.countAll().as("rows"));
    return Number((await count.executeTakeFirstOrThrow()).rows);
  }

  /** At most `most` rows, oldest first, from after `last` on. Rows were checked as they were written and are not again. */
  async rowsAfter(last: Pick<LogRow, "at" | "id"> | undefined, most: number): Promise<LogRow[]> {
    const rows = await this.#store.db
      .selectFrom("evidence")
      .select(["id", "at", "item_id", "skills", "part", "score", "standard_error", "seconds_used", "help"])
      .$if(last !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) => eb(refTuple("at", "id"), ">", tuple(last?.at ?? "", last?.id ?? ""))),
      )
      .orderBy("at")
      .orderBy("id")
      .limit(most)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      at: row.at,
      itemId: row.item_id,
      skills: this.#read<string[]>(row.skills),
      part: row.part as LogRow["part"],
      score: row.score,
      standardError: row.standard_error,
      secondsUsed: row.seconds_used,
      help: this.#read<LogRow["help"]>(row.help),
    }));
  }

  async target(): Promise<Target | undefined> {
    const row = await this.#store.db.selectFrom("plan_target").selectAll().executeTakeFirst();
    return row && fromTargetRow(row);
  }

  /** Resolves once the target is on the disk. */
  async saveTarget(target: Target): Promise<void> {
    const { id, ...changed } = toTargetRow(target);
    await this.#store.db
      .insertInto("plan_target")
      .values({ id, ...changed })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
      .execute();
  }

  /** Takes an exported target where there is none; one that is there stays as it is. */
  async restoreTarget(target: Target): Promise<void> {
    await this.#store.db
      .insertInto("plan_target")
      .values(toTargetRow(target))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }

  #read<T>(json: string): T {
    if (!this.#parsed.has(json)) this.#parsed.set(json, JSON.parse(json));
    return this.#parsed.get(json) as T;
  }
}

function toTargetRow(target: Target): PlanTargetRow {
  return {
    id: TARGET_ID,
    role: target.role,
    date: target.date,
    hours_a_week: target.hoursAWeek,
    weekdays: JSON.stringify(target.weekdays),
    time_zone: target.timeZone,
    start_hour: target.startHour,
    updated_at: target.updatedAt,
  };
}

function fromTargetRow(row: PlanTargetRow): Target {
  return Target.parse({
    role: row.role,
    date: row.date,
    hoursAWeek: row.hours_a_week,
    weekdays: JSON.parse(row.weekdays),
    timeZone: row.time_zone,
    startHour: row.start_hour,
    updatedAt: row.updated_at,
  });
}
