import type { Store } from "../../shared/store/store.ts";
import type { TailoringPostingRow } from "../../shared/store/tables.ts";
import { KeptPosting } from "./schema.ts";

/** The postings that a candidate keeps. A promise that resolves means that they are on the disk. */
export class TailoringRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Newest first. */
  async postings(): Promise<KeptPosting[]> {
    const rows = await this.#store.db
      .selectFrom("tailoring_posting")
      .selectAll()
      .orderBy("added_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(fromRow);
  }

  async posting(id: string): Promise<KeptPosting | undefined> {
    const row = await this.#store.db
      .selectFrom("tailoring_posting")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  /** The one that was last chosen to prepare for. */
  async target(): Promise<KeptPosting | undefined> {
    const row = await this.#store.db
      .selectFrom("tailoring_posting")
      .selectAll()
      .where("prepared_at", "is not", null)
      .orderBy("prepared_at", "desc")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  /** Adds postings to what is there, all or nothing; one that is there stays as it is. */
  async add(postings: readonly KeptPosting[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const posting of postings)
        await transaction
          .insertInto("tailoring_posting")
          .values(toRow(posting))
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute();
    });
  }

  /** One is prepared for at a time: the others no longer are. */
  async prepare(id: string, at: string): Promise<void> {
    await this.#store.db
      .updateTable("tailoring_posting")
      .set(({ eb }) => ({ prepared_at: eb.case().when("id", "=", id).then(at).else(null).end() }))
      .execute();
  }

  async release(id: string): Promise<void> {
    await this.#store.db.updateTable("tailoring_posting").set({ prepared_at: null }).where("id", "=", id).execute();
  }

  async remove(id: string): Promise<void> {
    await this.#store.db.deleteFrom("tailoring_posting").where("id", "=", id).execute();
  }
}

function toRow({ id, title, url, text, addedAt, preparedAt }: KeptPosting): TailoringPostingRow {
  return { id, title, url, text, added_at: addedAt, prepared_at: preparedAt };
}

function fromRow(row: TailoringPostingRow): KeptPosting {
  return KeptPosting.parse({
    id: row.id,
    title: row.title,
    url: row.url,
    text: row.text,
    addedAt: row.added_at,
    preparedAt: row.prepared_at,
  });
}
