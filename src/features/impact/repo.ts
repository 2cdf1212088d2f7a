import type { Evidence } from "../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../shared/evidence/log.ts";
import type { Connection } from "../../shared/store/connection.ts";
import type { Store } from "../../shared/store/store.ts";
import type { ImpactLineRow } from "../../shared/store/tables.ts";
import { ImpactLine } from "./schema.ts";

/** The lines that a candidate keeps. A promise that resolves means that they are on the disk. */
export class ImpactRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Newest first. */
  async lines(): Promise<ImpactLine[]> {
    const rows = await this.#store.db
      .selectFrom("impact_line")
      .selectAll()
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(fromRow);
  }

  async line(id: string): Promise<ImpactLine | undefined> {
    const row = await this.#store.db.selectFrom("impact_line").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromRow(row);
  }

  /** Keeps a line, new or changed, and its evidence together. */
  async save(line: ImpactLine, evidence: Evidence): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      const { id, ...changed } = toRow(line);
      await transaction
        .insertInto("impact_line")
        .values({ id, ...changed })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
        .execute();
      await appendEvidence(transaction, [evidence]);
    });
  }

  async remove(id: string): Promise<void> {
    await this.#store.db.deleteFrom("impact_line").where("id", "=", id).execute();
  }

  /** Adds lines to what is there, all or nothing; one that is there stays as it is. */
  async restore(lines: readonly ImpactLine[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const line of lines) await insertLine(transaction, line);
    });
  }
}

async function insertLine(connection: Connection, line: ImpactLine): Promise<void> {
  await connection
    .insertInto("impact_line")
    .values(toRow(line))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

function toRow({ id, text, calculation, createdAt, updatedAt }: ImpactLine): ImpactLineRow {
  return {
    id,
    text,
    calculation: calculation === null ? null : JSON.stringify(calculation),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function fromRow(row: ImpactLineRow): ImpactLine {
  return ImpactLine.parse({
    id: row.id,
    text: row.text,
    calculation: row.calculation === null ? null : JSON.parse(row.calculation),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}
