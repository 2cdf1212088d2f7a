import type { Evidence } from "../../shared/evidence/evidence.ts";
import { readEvidence } from "../../shared/evidence/log.ts";
import type { Store } from "../../shared/store/store.ts";
import type { PlanTargetRow } from "../../shared/store/tables.ts";
import { Target } from "./schema.ts";

/** There is one target: it is replaced, not added to. */
const TARGET_ID = "target";

/** What planning reads, the log that every feature writes, and what it keeps: the target. */
export class PlanRepo {
  readonly #store: Store;
  #read: readonly Evidence[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  /** All rows, oldest first. Rows are never changed: where there are as many as last time, they are the same. */
  async evidence(): Promise<readonly Evidence[]> {
    const { rows } = await this.#store.db
      .selectFrom("evidence")
      .select(({ fn }) => fn.countAll().as("rows"))
      .executeTakeFirstOrThrow();
    if (this.#read.length !== Number(rows)) this.#read = await readEvidence(this.#store.db);
    return this.#read;
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
    posting_id: target.postingId,
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
    postingId: row.posting_id,
    updatedAt: row.updated_at,
  });
}
