import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { CodingDeps } from "./deps.ts";
import { diary } from "./diary.ts";
import { CodingRecords } from "./stored.ts";

type ArchiveDeps = Pick<CodingDeps, "bank" | "repo">;

/**
 * Writes everything the coding room keeps into `folder`: one JSON file a problem, which import reads, and beside it the same
 * as Markdown for people. Returns how many problems there were.
 */
export async function exportCoding({ bank, repo }: ArchiveDeps, folder: string): Promise<number> {
  const records = await repo.dump();
  const byItem = splitByItem(records);
  await mkdir(folder, { recursive: true });
  for (const [itemId, own] of byItem) {
    const problem = bank.problems.find(({ item }) => item.id === itemId);
    const name = problem?.slug ?? itemId;
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(own, null, 2)}\n`);
    await writeFile(join(folder, `${name}.md`), diary(problem?.item.title ?? itemId, own));
  }
  return byItem.size;
}

/** Reads what `exportCoding` wrote; nothing is stored unless every file is readable. Doing it twice changes nothing. */
export async function importCoding({ repo }: ArchiveDeps, folder: string): Promise<Result<number, string[]>> {
  if (!existsSync(folder)) return ok(0);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const read = await Promise.all(names.map((name) => readRecords(join(folder, name))));
  const faults = read.flatMap((each) => (each.ok ? [] : [each.reason]));
  if (faults.length > 0) return failed(faults);
  const records = read.flatMap((each) => (each.ok ? [each.value] : []));
  await repo.restore({
    drafts: records.flatMap(({ drafts }) => drafts),
    submissions: records.flatMap(({ submissions }) => submissions),
    hints: records.flatMap(({ hints }) => hints),
    reveals: records.flatMap(({ reveals }) => reveals),
  });
  return ok(records.length);
}

async function readRecords(path: string): Promise<Result<CodingRecords, string>> {
  try {
    const parsed = CodingRecords.safeParse(JSON.parse(await readFile(path, "utf8")));
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return failed(`${path}: ${issue?.path.join(".")}: ${issue?.message}`);
  } catch (error) {
    return failed(`${path}: ${(error as Error).message}`);
  }
}

function splitByItem({ drafts, submissions, hints, reveals }: CodingRecords): Map<string, CodingRecords> {
  const ids = new Set([...drafts, ...submissions, ...hints, ...reveals].map(({ itemId }) => itemId));
  const of = <T extends { itemId: string }>(all: T[], id: string) => all.filter(({ itemId }) => itemId === id);
  return new Map(
    [...ids]
      .sort()
      .map((id) => [
        id,
        { drafts: of(drafts, id), submissions: of(submissions, id), hints: of(hints, id), reveals: of(reveals, id) },
      ]),
  );
}
