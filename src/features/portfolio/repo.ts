import type { Connection } from "../../shared/store/connection.ts";
import type { Store } from "../../shared/store/store.ts";
import type { PortfolioProjectRow, PortfolioScanRow } from "../../shared/store/tables.ts";
import { type Archived, StoredProject, StoredScan } from "./stored.ts";

const RESUME_ID = "resume";

/** Everything the portfolio keeps. A promise that resolves means that the rows are on the disk. */
export class PortfolioRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** In the candidate's own order. */
  async projects(): Promise<StoredProject[]> {
    const rows = await this.#store.db
      .selectFrom("portfolio_project")
      .selectAll()
      .orderBy("place")
      .orderBy("id")
      .execute();
    return rows.map(fromProjectRow);
  }

  async project(id: string): Promise<StoredProject | undefined> {
    const row = await this.#store.db
      .selectFrom("portfolio_project")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    return row && fromProjectRow(row);
  }

  /** Keeps a new project, its first reading with it where there is one. */
  async add(project: StoredProject, scan: StoredScan | undefined): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await insertProject(transaction, project);
      if (scan) await insertScan(transaction, scan);
    });
  }

  async change(project: StoredProject): Promise<void> {
    const { id, ...changed } = toProjectRow(project);
    await this.#store.db.updateTable("portfolio_project").set(changed).where("id", "=", id).execute();
  }

  /** Gives the projects their places in the order of `ids`; those not named keep behind them. */
  async order(ids: readonly string[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      const kept = await transaction
        .selectFrom("portfolio_project")
        .select("id")
        .orderBy("place")
        .orderBy("id")
        .execute();
      const known = new Set(kept.map(({ id }) => id));
      const named = ids.filter((id) => known.has(id));
      for (const [place, id] of [...new Set([...named, ...known])].entries())
        await transaction.updateTable("portfolio_project").set({ place }).where("id", "=", id).execute();
    });
  }

  async remove(id: string): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("portfolio_scan").where("project_id", "=", id).execute();
      await transaction.deleteFrom("portfolio_project").where("id", "=", id).execute();
    });
  }

  /** Keeps a reading of a project that is there. */
  async addScan(scan: StoredScan): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      const project = await transaction
        .selectFrom("portfolio_project")
        .select("id")
        .where("id", "=", scan.projectId)
        .executeTakeFirst();
      if (project) await insertScan(transaction, scan);
    });
  }

  /** Readings of one project, oldest first. */
  async scansOf(projectId: string): Promise<StoredScan[]> {
    const rows = await this.#store.db
      .selectFrom("portfolio_scan")
      .selectAll()
      .where("project_id", "=", projectId)
      .orderBy("scanned_at")
      .orderBy("id")
      .execute();
    return rows.map(fromScanRow);
  }

  /** The latest reading of each project, by project. */
  async latestScans(): Promise<Map<string, StoredScan>> {
    const rows = await this.#store.db
      .selectFrom("portfolio_scan as scan")
      .selectAll("scan")
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("portfolio_scan as later")
              .select("later.id")
              .whereRef("later.project_id", "=", "scan.project_id")
              .where(({ eb, or, and }) =>
                or([
                  eb("later.scanned_at", ">", eb.ref("scan.scanned_at")),
                  and([eb("later.scanned_at", "=", eb.ref("scan.scanned_at")), eb("later.id", ">", eb.ref("scan.id"))]),
                ]),
              ),
          ),
        ),
      )
      .execute();
    return new Map(rows.map((row) => [row.project_id, fromScanRow(row)]));
  }

  /** The CV as JSON text. */
  async resume(): Promise<{ text: string; updatedAt: string } | undefined> {
    const row = await this.#store.db
      .selectFrom("portfolio_resume")
      .selectAll()
      .where("id", "=", RESUME_ID)
      .executeTakeFirst();
    return row && { text: row.resume, updatedAt: row.updated_at };
  }

  async saveResume(text: string, updatedAt: string): Promise<void> {
    await this.#store.db
      .insertInto("portfolio_resume")
      .values({ id: RESUME_ID, resume: text, updated_at: updatedAt })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ resume: text, updated_at: updatedAt }))
      .execute();
  }

  /** Adds what was archived to what is there, all or nothing; doing it twice changes nothing, and a CV that is there stays. */
  async restore(archived: readonly Archived[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const each of archived) {
        if ("resume" in each) {
          await transaction
            .insertInto("portfolio_resume")
            .values({ id: RESUME_ID, resume: each.resume, updated_at: each.updatedAt })
            .onConflict((conflict) => conflict.column("id").doNothing())
            .execute();
          continue;
        }
        await insertProject(transaction, each.project);
        for (const scan of each.scans) await insertScan(transaction, scan);
      }
    });
  }
}

async function insertProject(connection: Connection, project: StoredProject): Promise<void> {
  await connection
    .insertInto("portfolio_project")
    .values(toProjectRow(project))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** What could not be read back is not written either: one such row would make the whole list unreadable. */
async function insertScan(connection: Connection, stored: StoredScan): Promise<void> {
  const { id, projectId, scannedAt, scan } = StoredScan.parse(stored);
  await connection
    .insertInto("portfolio_scan")
    .values({ id, project_id: projectId, scanned_at: scannedAt, scan: JSON.stringify(scan) })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

function toProjectRow(project: StoredProject): PortfolioProjectRow {
  const { id, name, kind, origin, told, place, addedAt, updatedAt } = StoredProject.parse(project);
  return {
    id,
    name,
    kind,
    origin: JSON.stringify(origin),
    told: JSON.stringify(told),
    place,
    added_at: addedAt,
    updated_at: updatedAt,
  };
}

function fromProjectRow(row: PortfolioProjectRow): StoredProject {
  return StoredProject.parse({
    id: row.id,
    name: row.name,
    kind: row.kind,
    origin: JSON.parse(row.origin),
    told: JSON.parse(row.told),
    place: row.place,
    addedAt: row.added_at,
    updatedAt: row.updated_at,
  });
}

function fromScanRow(row: PortfolioScanRow): StoredScan {
  return StoredScan.parse({
    id: row.id,
    projectId: row.project_id,
    scannedAt: row.scanned_at,
    scan: JSON.parse(row.scan),
  });
}
