import { quoted } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { RecallDeps } from "./deps.ts";
import { StoredAnswer } from "./stored.ts";

type ArchiveDeps = Pick<RecallDeps, "questions" | "repo">;

/** Writes all answers into `folder`, by question; returns how many questions there were. */
export async function exportRecall({ questions, repo }: ArchiveDeps, folder: string): Promise<number> {
  const byItem = Map.groupBy(await repo.dump(), ({ itemId }) => itemId);
  const items = [...byItem].map(([itemId, answers]) => {
    const found = questions().find(({ question }) => question.id === itemId);
    return { name: found?.slug ?? itemId, data: answers, markdown: diary(found?.question.title ?? itemId, answers) };
  });
  return writeItemFiles(folder, items);
}

/** Reads what `exportRecall` wrote; nothing is stored by this. */
export function readExportedRecall(folder: string): Promise<Result<StoredAnswer[][], string[]>> {
  return readItemFiles(folder, StoredAnswer.array());
}

function diary(title: string, answers: StoredAnswer[]): string {
  const each = answers.map(({ answeredAt, grade, text, secondsUsed, probe }) => {
    const what = probe === null ? "Answer" : `Answer to the follow-up on ${probe}`;
    const points = `${Math.round(100 * grade.score)} of 100, give or take ${Math.round(100 * grade.se)}`;
    return `## ${what} of ${answeredAt}\n\n${points}, after ${Math.round(secondsUsed)} s\n\n${quoted(text)}`;
  });
  return [`# ${title}`, ...each, ""].join("\n\n");
}
