import type { Connection } from "../store/connection.ts";
import type { EvidenceRow } from "../store/tables.ts";
import { Evidence } from "./evidence.ts";

/** Appends rows; one whose id is there already changes nothing, so that a repeated write or import is harmless. */
export async function appendEvidence(connection: Connection, rows: Evidence[]): Promise<void> {
  for (const row of rows) {
    await connection
      .insertInto("evidence")
      .values(toRow(row))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }
}

/** All rows, oldest first. */
export async function readEvidence(connection: Connection): Promise<Evidence[]> {
  const rows = await connection.selectFrom("evidence").selectAll().orderBy("at").orderBy("id").execute();
  return rows.map(fromRow);
}

function toRow(evidence: Evidence): EvidenceRow {
  return {
    id: evidence.id,
    at: evidence.at,
    who: evidence.who,
    feature: evidence.feature,
    item_id: evidence.itemId,
    item_version: evidence.itemVersion,
    skills: JSON.stringify(evidence.skills),
    mode: evidence.mode,
    part: evidence.part,
    score: evidence.score,
    standard_error: evidence.standardError,
    seconds_used: evidence.secondsUsed,
    help: JSON.stringify(evidence.help),
    grader_version: evidence.graderVersion,
  };
}

function fromRow(row: EvidenceRow): Evidence {
  return Evidence.parse({
    id: row.id,
    at: row.at,
    who: row.who,
    feature: row.feature,
    itemId: row.item_id,
    itemVersion: row.item_version,
    skills: JSON.parse(row.skills),
    mode: row.mode,
    part: row.part,
    score: row.score,
    standardError: row.standard_error,
    secondsUsed: row.seconds_used,
    help: JSON.parse(row.help),
    graderVersion: row.grader_version,
  });
}
