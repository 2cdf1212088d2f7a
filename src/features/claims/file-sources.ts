import { failed, ok, type Result } from "../../lib/result.ts";
import type { ClaimSource, ClaimSourceKind } from "../../shared/claims/claim.ts";
import { guessKind } from "./model/guess-kind.ts";
import { readDocument } from "./read-document.ts";

/** A file as it was named, and what is in it. */
export type NamedFile = { path: string; bytes: Uint8Array };

/** Files as texts that make claims, each of the kind that its name and words suggest. All faults are named at once. */
export async function fileSources(files: readonly NamedFile[]): Promise<Result<ClaimSource[], string[]>> {
  const read = await Promise.all(files.map(async ({ path, bytes }) => ({ path, text: await readDocument(bytes) })));
  const faults = read.flatMap(({ path, text }) => (text.ok ? [] : [`${path}: ${text.reason}`]));
  if (faults.length > 0) return failed(faults);
  return ok(
    read.flatMap(({ path, text }) => (text.ok ? [sourceOf(path, text.value, guessKind(path, text.value))] : [])),
  );
}

function sourceOf(path: string, text: string, kind: ClaimSourceKind): ClaimSource {
  return { id: `file/${path}`, kind, title: path, to: "/claims", text, group: `file/${path}` };
}
