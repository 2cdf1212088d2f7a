import { quoted } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { ExplainDeps } from "./deps.ts";
import { StoredExplanation } from "./stored.ts";

type ArchiveDeps = Pick<ExplainDeps, "drills" | "repo">;

/** Writes all explanations into `folder`, by concept; returns how many concepts there were. */
export async function exportExplained({ drills, repo }: ArchiveDeps, folder: string): Promise<number> {
  const byItem = Map.groupBy(await repo.dump(), ({ itemId }) => itemId);
  const items = [...byItem].map(([itemId, attempts]) => {
    const found = drills().find(({ drill }) => drill.id === itemId);
    return { name: found?.slug ?? itemId, data: attempts, markdown: diary(found?.drill.title ?? itemId, attempts) };
  });
  return writeItemFiles(folder, items);
}

/** Reads what `exportExplained` wrote; nothing is stored by this. */
export function readExportedExplanations(folder: string): Promise<Result<StoredExplanation[][], string[]>> {
  return readItemFiles(folder, StoredExplanation.array());
}

function diary(title: string, attempts: readonly StoredExplanation[]): string {
  const each = attempts.map(({ audience, explainedAt, text, feedback: { reading, followUps } }) => {
    const points = `${Math.round(100 * reading.score)} of 100, give or take ${Math.round(100 * reading.se)}`;
    const asked = followUps.map((followUp) => `**${followUp.ask}**\n\n${quoted(followUp.text)}`);
    return [`## To ${audience}, ${explainedAt}`, points, quoted(text), ...asked].join("\n\n");
  });
  return [`# ${title}`, ...each, ""].join("\n\n");
}
