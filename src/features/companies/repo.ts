import type { z } from "zod";
import type { Connection } from "../../shared/store/connection.ts";
import type { Store } from "../../shared/store/store.ts";
import type { CompanyRow } from "../../shared/store/tables.ts";
import { type CompaniesArchive, Company, Offer } from "./schema.ts";

type Kept = { id: string; createdAt: string; updatedAt: string };
type Table = "company" | "company_offer";

/** Companies and offers. A promise that resolves means that they are on the disk. */
export class CompaniesRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Oldest first, so that columns stay where they are. */
  companies(): Promise<Company[]> {
    return this.#all("company", Company);
  }

  offers(): Promise<Offer[]> {
    return this.#all("company_offer", Offer);
  }

  saveCompany(company: Company): Promise<void> {
    return this.#save("company", company);
  }

  saveOffer(offer: Offer): Promise<void> {
    return this.#save("company_offer", offer);
  }

  /** Whether there was such a row. */
  async remove(table: Table, id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#store.db.deleteFrom(table).where("id", "=", id).executeTakeFirst();
    return numDeletedRows > 0n;
  }

  /** Adds to what is there, all or nothing; what is there stays as it is. */
  async restore({ companies, offers }: CompaniesArchive): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const company of companies) await insertNew(transaction, "company", company);
      for (const offer of offers) await insertNew(transaction, "company_offer", offer);
    });
  }

  async #all<T>(table: Table, shape: z.ZodType<T>): Promise<T[]> {
    const rows = await this.#store.db.selectFrom(table).selectAll().orderBy("created_at").orderBy("id").execute();
    return rows.map((row) => fromRow(row, shape));
  }

  async #save(table: Table, kept: Kept): Promise<void> {
    const { id, ...changed } = toRow(kept);
    await this.#store.db
      .insertInto(table)
      .values({ id, ...changed })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
      .execute();
  }
}

async function insertNew(connection: Connection, table: Table, kept: Kept): Promise<void> {
  await connection
    .insertInto(table)
    .values(toRow(kept))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

function toRow({ id, createdAt, updatedAt, ...body }: Kept): CompanyRow {
  return { id, body: JSON.stringify(body), created_at: createdAt, updated_at: updatedAt };
}

function fromRow<T>({ id, body, created_at, updated_at }: CompanyRow, shape: z.ZodType<T>): T {
  return shape.parse({ ...JSON.parse(body), id, createdAt: created_at, updatedAt: updated_at });
}
