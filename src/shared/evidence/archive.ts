import { existsSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result } from "../../lib/result.ts";
import { readJsonFile, writeJsonFile } from "../archive/item-files.ts";
import type { Connection } from "../store/connection.ts";
import { Evidence } from "./evidence.ts";
import { readEvidence } from "./log.ts";

const FILE = "evidence.json";

/** Writes the whole log into `folder`; returns how many rows there were. */
export async function exportEvidence(connection: Connection, folder: string): Promise<number> {
  const rows = await readEvidence(connection);
  await writeJsonFile(join(folder, FILE), rows);
  return rows.length;
}

/** Reads what `exportEvidence` wrote. Nothing is stored by this: `appendEvidence` does that. */
export async function readExportedEvidence(folder: string): Promise<Result<Evidence[], string>> {
  const path = join(folder, FILE);
  return existsSync(path) ? readJsonFile(path, Evidence.array()) : ok([]);
}
