import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { Connection } from "../store/connection.ts";
import { Evidence } from "./evidence.ts";
import { readEvidence } from "./log.ts";

const FILE = "evidence.json";

/** Writes the whole log into `folder`; returns how many rows there were. */
export async function exportEvidence(connection: Connection, folder: string): Promise<number> {
  const rows = await readEvidence(connection);
  await writeFile(join(folder, FILE), `${JSON.stringify(rows, null, 2)}\n`);
  return rows.length;
}

/** Reads what `exportEvidence` wrote. Nothing is stored by this: `appendEvidence` does that. */
export async function readExportedEvidence(folder: string): Promise<Result<Evidence[], string>> {
  const path = join(folder, FILE);
  if (!existsSync(path)) return ok([]);
  try {
    const parsed = Evidence.array().safeParse(JSON.parse(await readFile(path, "utf8")));
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return failed(`${path}: ${issue?.path.join(".")}: ${issue?.message}`);
  } catch (error) {
    return failed(`${path}: ${(error as Error).message}`);
  }
}
