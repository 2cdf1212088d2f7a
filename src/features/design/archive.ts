import { fenced, quoted } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { counted } from "../../lib/text.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { DesignDeps } from "./deps.ts";
import { objectiveWords } from "./model/interview/words.ts";
import { WholeAttempt } from "./stored.ts";

type ArchiveDeps = Pick<DesignDeps, "cases" | "repo">;

/** Writes all attempts into `folder`, by case; returns how many cases there were. */
export async function exportDesigns({ cases, repo }: ArchiveDeps, folder: string): Promise<number> {
  const byItem = Map.groupBy(await repo.dump(), ({ attempt }) => attempt.itemId);
  const items = [...byItem].map(([itemId, attempts]) => {
    const found = cases().find(({ item }) => item.id === itemId);
    const markdown = [`# ${found?.item.title ?? itemId}`, ...attempts.map(diary), ""].join("\n\n");
    return { name: found?.slug ?? itemId, data: attempts, markdown };
  });
  return writeItemFiles(folder, items);
}

/** Reads what `exportDesigns` wrote; nothing is stored by this. */
export function readExportedDesigns(folder: string): Promise<Result<WholeAttempt[][], string[]>> {
  return readItemFiles(folder, WholeAttempt.array());
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
    `### Design\n\n${fenced(draft.design.trim())}`,
    ...runs.map(({ at, report, design }) => {
      const met = report.objectives.filter((each) => each.met).length;
      const lines = report.objectives.map((each) => `- ${each.met ? "✓" : "✕"} ${objectiveWords(each)}`).join("\n");
      const head = `### Run of ${at}: ${met} of ${counted(report.objectives.length, "objective")} met`;
      return `${head}\n\n${lines}\n\n${fenced(design.trim())}`;
    }),
  ].join("\n\n");
}

function askedLine({ text, fact }: { text: string; fact: { answer: string } | null }): string {
  return `- ${text.replace(/\s+/g, " ")}\n  ${fact ? fact.answer.replace(/\s+/g, " ") : "(not understood)"}`;
}
