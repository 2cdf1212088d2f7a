import type { Store } from "../../shared/store/store.ts";
import type { ClaimsDocumentRow, ClaimsSettledRow } from "../../shared/store/tables.ts";
import { KeptDocument, Settled } from "./stored.ts";

/** Documents that were read for claims, and what the candidate settled. */
export class ClaimsRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Newest first. */
  async documents(): Promise<KeptDocument[]> {
    const rows = await this.#store.db
      .selectFrom("claims_document")
      .selectAll()
      .orderBy("added_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(documentOf);
  }

  async document(id: string): Promise<KeptDocument | undefined> {
    const row = await this.#store.db.selectFrom("claims_document").selectAll().where("id", "=", id).executeTakeFirst();
    return row && documentOf(row);
  }

  async add(document: KeptDocument): Promise<void> {
    await this.#store.db.insertInto("claims_document").values(rowOf(document)).execute();
  }

  async remove(id: string): Promise<void> {
    await this.#store.db.deleteFrom("claims_document").where("id", "=", id).execute();
  }

  async settled(): Promise<Settled[]> {
    const rows = await this.#store.db.selectFrom("claims_settled").selectAll().orderBy("finding").execute();
    return rows.map(({ finding, note, settled_at }) => Settled.parse({ finding, note, settledAt: settled_at }));
  }

  async settle(settled: Settled): Promise<void> {
    const { finding, ...rest } = settledRowOf(settled);
    await this.#store.db
      .insertInto("claims_settled")
      .values({ finding, ...rest })
      .onConflict((conflict) => conflict.column("finding").doUpdateSet(rest))
      .execute();
  }

  async reopen(finding: string): Promise<void> {
    await this.#store.db.deleteFrom("claims_settled").where("finding", "=", finding).execute();
  }

  /** Adds to what is there, all or nothing; what is there stays as it is. */
  async restore(documents: readonly KeptDocument[], settled: readonly Settled[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const document of documents)
        await transaction
          .insertInto("claims_document")
          .values(rowOf(document))
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute();
      for (const each of settled)
        await transaction
          .insertInto("claims_settled")
          .values(settledRowOf(each))
          .onConflict((conflict) => conflict.column("finding").doNothing())
          .execute();
    });
  }
}

function documentOf({ id, name, kind, text, added_at }: ClaimsDocumentRow): KeptDocument {
  return KeptDocument.parse({ id, name, kind, text, addedAt: added_at });
}

function rowOf({ id, name, kind, text, addedAt }: KeptDocument): ClaimsDocumentRow {
  return { id, name, kind, text, added_at: addedAt };
}

function settledRowOf({ finding, note, settledAt }: Settled): ClaimsSettledRow {
  return { finding, note, settled_at: settledAt };
}
