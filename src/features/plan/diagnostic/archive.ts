import { quoted } from "../../../lib/markdown.ts";
import type { Result } from "../../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../../shared/archive/item-files.ts";
import type { DiagnosticRepo } from "./repo.ts";
import { type AskedItem, StoredDiagnostic } from "./stored.ts";

/** Writes every diagnostic with what was asked and answered; returns how many there were. */
export async function exportDiagnostics(repo: DiagnosticRepo, folder: string): Promise<number> {
  const all = (await repo.all()).toSorted((a, b) => a.id.localeCompare(b.id));
  return writeItemFiles(
    folder,
    all.map((data) => ({ name: data.id, data, markdown: diary(data) })),
  );
}

/** Reads what `exportDiagnostics` wrote; nothing is stored by this. */
export function readExportedDiagnostics(folder: string): Promise<Result<StoredDiagnostic[], string[]>> {
  return readItemFiles(folder, StoredDiagnostic);
}

function diary({ role, begunAt, items }: StoredDiagnostic): string {
  const head = [`# Diagnostic for ${role}`, `Begun ${begunAt}.`];
  return [...head, ...items.map((item) => `## ${item.seq}. On ${item.area}\n\n${told(item)}`), ""].join("\n\n");
}

function told({ reply }: AskedItem): string {
  if (reply === null) return "Not answered.";
  if (reply.kind === "skipped") return "Passed over.";
  const points = `${Math.round(100 * (reply.grade?.score ?? 0))} of 100, after ${Math.round(reply.secondsUsed)} s`;
  return `${points}\n\n${reply.kind === "unknown" ? "I don't know." : quoted(reply.text)}`;
}
