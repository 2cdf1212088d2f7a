import { z } from "zod";
import { fenced } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import { KeptDocument, Settled } from "./stored.ts";

const ARCHIVE_NAME = "claims";
const ArchivedClaims = z.strictObject({ documents: z.array(KeptDocument), settled: z.array(Settled) });
export type ArchivedClaims = z.infer<typeof ArchivedClaims>;

/** One file with the documents and what was settled, where there is any of it. */
export function exportClaims(claims: ArchivedClaims, folder: string): Promise<number> {
  const { documents, settled } = claims;
  const nothing = documents.length === 0 && settled.length === 0;
  return writeItemFiles(folder, nothing ? [] : [{ name: ARCHIVE_NAME, data: claims, markdown: markdownOf(claims) }]);
}

/** Reads what `exportClaims` wrote; nothing is stored by this. */
export function readExportedClaims(folder: string): Promise<Result<ArchivedClaims[], string[]>> {
  return readItemFiles(folder, ArchivedClaims);
}

function markdownOf({ documents, settled }: ArchivedClaims): string {
  const texts = documents.map(
    ({ name, kind, addedAt, text }) => `## ${name}\n\n${kind}, ${addedAt}\n\n${fenced(text)}`,
  );
  const notes = settled.map(({ note, settledAt }) => `- ${settledAt}: ${note}`);
  const answered = notes.length > 0 ? ["## Settled", notes.join("\n")] : [];
  return ["# Documents read for claims", ...texts, ...answered, ""].join("\n\n");
}
