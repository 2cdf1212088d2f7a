import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { CodingDeps } from "./deps.ts";
import { diary } from "./diary.ts";
import { CodingRecords } from "./stored.ts";

type ArchiveDeps = Pick<CodingDeps, "bank" | "repo">;

/** Writes everything the coding room keeps into `folder`, by problem; returns how many problems there were. */
export async function exportCoding({ bank, repo }: ArchiveDeps, folder: string): Promise<number> {
  const items = [...splitByItem(await repo.dump())].map(([itemId, own]) => {
    const problem = bank.problems.find(({ item }) => item.id === itemId);
    return { name: problem?.slug ?? itemId, data: own, markdown: diary(problem?.item.title ?? itemId, own) };
  });
  return writeItemFiles(folder, items);
}

/** Reads what `exportCoding` wrote; nothing is stored by this. */
export function readExportedCoding(folder: string): Promise<Result<CodingRecords[], string[]>> {
  return readItemFiles(folder, CodingRecords);
}

/** Adds records to what is there; doing it twice changes nothing. */
export async function restoreCoding({ repo }: ArchiveDeps, records: readonly CodingRecords[]): Promise<void> {
  await repo.restore({
    drafts: records.flatMap(({ drafts }) => drafts),
    submissions: records.flatMap(({ submissions }) => submissions),
    hints: records.flatMap(({ hints }) => hints),
    reveals: records.flatMap(({ reveals }) => reveals),
  });
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
