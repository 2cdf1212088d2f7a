import type { SourceLine } from "../repository/source-text.ts";
import type { ProjectQuestion } from "../schema.ts";

/** Lines of a file that follow each other. */
export type Excerpt = { file: string; lines: readonly SourceLine[] };

const AROUND = 8;
const LONGEST_LINE = 240;

/** The lines around each question; those that meet are one excerpt. */
export function excerptsAround(
  questions: readonly Pick<ProjectQuestion, "file" | "line">[],
  linesOf: (path: string) => readonly SourceLine[] | undefined,
): Excerpt[] {
  return [...Map.groupBy(questions, ({ file }) => file)].flatMap(([file, asked]) => {
    const lines = linesOf(file) ?? [];
    const shown = new Set<number>();
    for (const { line } of asked) {
      const at = lines.findIndex((each) => each.line === line);
      if (at >= 0) for (let near = at - AROUND; near <= at + AROUND; near++) shown.add(near);
    }
    return runsOf(lines, shown).map((run) => ({ file, lines: run }));
  });
}

function runsOf(lines: readonly SourceLine[], shown: ReadonlySet<number>): SourceLine[][] {
  const runs: SourceLine[][] = [];
  lines.forEach((line, at) => {
    if (!shown.has(at)) return;
    const kept = { ...line, text: line.text.slice(0, LONGEST_LINE), raw: line.raw.slice(0, LONGEST_LINE) };
    if (shown.has(at - 1) && runs.length > 0) runs.at(-1)?.push(kept);
    else runs.push([kept]);
  });
  return runs;
}
