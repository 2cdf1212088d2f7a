import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { RecallDeps } from "./deps.ts";
import { StoredAnswer } from "./stored.ts";

type ArchiveDeps = Pick<RecallDeps, "questions" | "repo">;

/**
 * Writes all answers into `folder`: one JSON file a question, which import reads, and beside it the same as Markdown for
 * people. Returns how many questions there were.
 */
export async function exportRecall({ questions, repo }: ArchiveDeps, folder: string): Promise<number> {
  const byItem = Map.groupBy(await repo.dump(), ({ itemId }) => itemId);
  await mkdir(folder, { recursive: true });
  for (const [itemId, answers] of byItem) {
    const found = questions().find(({ question }) => question.id === itemId);
    const name = found?.slug ?? itemId;
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(answers, null, 2)}\n`);
    await writeFile(join(folder, `${name}.md`), diary(found?.question.title ?? itemId, answers));
  }
  return byItem.size;
}

/** Reads what `exportRecall` wrote; nothing is stored by this. */
export async function readExportedRecall(folder: string): Promise<Result<StoredAnswer[][], string[]>> {
  if (!existsSync(folder)) return ok([]);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const read = await Promise.all(names.map((name) => readAnswers(join(folder, name))));
  const faults = read.flatMap((each) => (each.ok ? [] : [each.reason]));
  return faults.length > 0 ? failed(faults) : ok(read.flatMap((each) => (each.ok ? [each.value] : [])));
}

async function readAnswers(path: string): Promise<Result<StoredAnswer[], string>> {
  try {
    const parsed = StoredAnswer.array().safeParse(JSON.parse(await readFile(path, "utf8")));
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return failed(`${path}: ${issue?.path.join(".")}: ${issue?.message}`);
  } catch (error) {
    return failed(`${path}: ${(error as Error).message}`);
  }
}

function diary(title: string, answers: StoredAnswer[]): string {
  const each = answers.map(({ answeredAt, grade, text, secondsUsed, probe }) => {
    const what = probe === null ? "Answer" : `Answer to the follow-up on ${probe}`;
    const points = `${Math.round(100 * grade.score)} of 100, give or take ${Math.round(100 * grade.se)}`;
    return `## ${what} of ${answeredAt}\n\n${points}, after ${Math.round(secondsUsed)} s\n\n${quoted(text)}`;
  });
  return [`# ${title}`, ...each, ""].join("\n\n");
}

function quoted(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
