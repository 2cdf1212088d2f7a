import { fenced } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import { KeptPosting } from "./schema.ts";

/** Two files a posting; returns how many postings there were. */
export function exportPostings(postings: readonly KeptPosting[], folder: string): Promise<number> {
  const items = postings
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map((posting) => ({ name: posting.id, data: posting, markdown: markdownOf(posting) }));
  return writeItemFiles(folder, items);
}

/** Reads what `exportPostings` wrote; nothing is stored by this. */
export function readExportedPostings(folder: string): Promise<Result<KeptPosting[], string[]>> {
  return readItemFiles(folder, KeptPosting);
}

function markdownOf({ title, url, text, addedAt, preparedAt }: KeptPosting): string {
  const from = url === null ? "pasted" : `from ${url}`;
  const prepared = preparedAt === null ? "" : `; prepared for since ${preparedAt}`;
  return [`# ${title}`, `Added ${addedAt}, ${from}${prepared}`, fenced(text), ""].join("\n\n");
}
