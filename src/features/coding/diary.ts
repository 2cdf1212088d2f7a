import { fenced } from "../../lib/markdown.ts";
import type { CodingRecords, Submission } from "./stored.ts";

/** What was done with one problem, as Markdown for people: import reads the JSON beside it. */
export function diary(title: string, { drafts, submissions, hints, reveals }: CodingRecords): string {
  const help = [
    ...hints.map(({ index, takenAt }) => `- ${takenAt}: hint ${index}`),
    ...reveals.map(({ revealedAt }) => `- ${revealedAt}: solution revealed`),
  ];
  return [
    `# ${title}`,
    ...(help.length > 0 ? ["## Help taken", help.join("\n")] : []),
    ...drafts.map(({ code, savedAt }) => `## Draft of ${savedAt}\n\n${fenced(code, "python")}`),
    ...submissions.map(describe),
    "",
  ].join("\n\n");
}

function describe({ mode, submittedAt, secondsUsed, code, result }: Submission): string {
  const what = mode === "submit" ? "Submission" : "Run of the visible tests";
  const passed = result?.tests.filter(({ status }) => status === "passed").length ?? 0;
  const verdict = result ? `${result.verdict}, ${passed} of ${result.tests.length} tests passed` : "not judged yet";
  const belief = result?.misconception ? `\n\n> ${result.misconception.text}` : "";
  return `## ${what} of ${submittedAt}\n\n${verdict}, after ${Math.round(secondsUsed)} s${belief}\n\n${fenced(code, "python")}`;
}
