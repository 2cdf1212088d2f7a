import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failed, ok, type Result } from "../../lib/result.ts";
import { counted } from "../../lib/text.ts";
import type { DesignDeps } from "./deps.ts";
import { objectiveWords } from "./model/interview/words.ts";
import { WholeAttempt } from "./stored.ts";

type ArchiveDeps = Pick<DesignDeps, "cases" | "repo">;

/**
 * Writes all attempts into `folder`: one JSON file a case, which import reads, and beside it the same as Markdown for
 * people. Returns how many cases there were.
 */
export async function exportDesigns({ cases, repo }: ArchiveDeps, folder: string): Promise<number> {
  const byItem = Map.groupBy(await repo.dump(), ({ attempt }) => attempt.itemId);
  await mkdir(folder, { recursive: true });
  for (const [itemId, attempts] of byItem) {
    const found = cases().find(({ item }) => item.id === itemId);
    const name = found?.slug ?? itemId;
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(attempts, null, 2)}\n`);
    await writeFile(
      join(folder, `${name}.md`),
      [`# ${found?.item.title ?? itemId}`, ...attempts.map(diary), ""].join("\n\n"),
    );
  }
  return byItem.size;
}

/** Reads what `exportDesigns` wrote; nothing is stored by this. */
export async function readExportedDesigns(folder: string): Promise<Result<WholeAttempt[][], string[]>> {
  if (!existsSync(folder)) return ok([]);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const read = await Promise.all(names.map((name) => readAttempts(join(folder, name))));
  const faults = read.flatMap((each) => (each.ok ? [] : [each.reason]));
  return faults.length > 0 ? failed(faults) : ok(read.flatMap((each) => (each.ok ? [each.value] : [])));
}

async function readAttempts(path: string): Promise<Result<WholeAttempt[], string>> {
  try {
    const parsed = WholeAttempt.array().safeParse(JSON.parse(await readFile(path, "utf8")));
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return failed(`${path}: ${issue?.path.join(".")}: ${issue?.message}`);
  } catch (error) {
    return failed(`${path}: ${(error as Error).message}`);
  }
}

function diary({ attempt, events, runs }: WholeAttempt): string {
  const { startedAt, scorecard, draft } = attempt;
  const points = scorecard
    ? `${Math.round(100 * scorecard.score)} of 100, give or take ${Math.round(100 * scorecard.se)}. ${scorecard.mend}`
    : "Not finished.";
  const asked = events.flatMap((event) => (event.kind === "asked" ? event.body : []));
  const texts = events.flatMap((event) => (event.kind === "probe" || event.kind === "written" ? [event.body] : []));
  return [
    `## Attempt of ${startedAt}\n\n${points}`,
    ...(asked.length > 0 ? [`### Asked\n\n${asked.map(askedLine).join("\n")}`] : []),
    ...texts.map(({ ask, text, score }) => `### ${ask}\n\n${Math.round(100 * score)} of 100\n\n${quoted(text)}`),
    `### Design\n\n\`\`\`\n${draft.design.trim()}\n\`\`\``,
    ...runs.map(({ at, report, design }) => {
      const met = report.objectives.filter((each) => each.met).length;
      const lines = report.objectives.map((each) => `- ${each.met ? "✓" : "✕"} ${objectiveWords(each)}`).join("\n");
      const head = `### Run of ${at}: ${met} of ${counted(report.objectives.length, "objective")} met`;
      return `${head}\n\n${lines}\n\n\`\`\`\n${design.trim()}\n\`\`\``;
    }),
  ].join("\n\n");
}

function askedLine({ text, fact }: { text: string; fact: { answer: string } | null }): string {
  return `- ${text.replace(/\s+/g, " ")}\n  ${fact ? fact.answer.replace(/\s+/g, " ") : "(not understood)"}`;
}

function quoted(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
