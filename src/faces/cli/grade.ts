import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Row } from "../../shared/grader/grade-row.ts";
import { type Grader, openGrader } from "../../shared/grader/open-grader.ts";
import { type Command, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";

/** One line of a batch. Keys that we do not know are kept and come out again. */
const BatchRow = z.looseObject({
  question: z.string(),
  references: z.array(z.string().min(1)).min(1),
  answer: z.string(),
});
type BatchRow = z.infer<typeof BatchRow>;

export const command: Command = {
  options: { batch: { type: "string" } },
  async run({ positionals, values }) {
    if (typeof values.batch !== "string" || positionals.length > 0)
      throw new UsageError("grade takes --batch FILE.jsonl. See: holdout grade --help");
    const rows = readBatch(values.batch);
    const grader = await openGrader(configOrUsage().encoderDir, { threads: 1 });
    if (grader.engine === "lexical")
      console.error("The encoder is missing: answers are graded on words alone. Mend: npm run holdout -- doctor");
    try {
      for (const row of rows)
        console.log(values.json ? JSON.stringify(await graded(grader, row)) : await line(grader, row));
    } finally {
      await grader.close();
    }
    return 0;
  },
};

async function graded(grader: Grader, row: BatchRow) {
  const { score, se, abstained, flags } = await grader.gradeRow(row as Row);
  return { ...row, score: rounded(score), se: rounded(se), abstained, flags };
}

async function line(grader: Grader, row: BatchRow): Promise<string> {
  const { score, se, abstained, flags } = await graded(grader, row);
  const doubt = abstained ? "  not sure" : "";
  return `${score.toFixed(2)} ± ${se.toFixed(2)}  ${row.answer.slice(0, 60).replace(/\s+/g, " ")}${doubt}  ${flags.join(" ")}`;
}

function readBatch(path: string): BatchRow[] {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const lines = readFileSync(path, "utf8").split("\n");
  const faults: string[] = [];
  const rows = lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    const read = BatchRow.safeParse(parsed(line));
    if (read.success) return [read.data];
    const issue = read.error.issues[0];
    faults.push(`${path}:${at + 1}: ${issue?.path.join(".") || "the line"}: ${issue?.message}`);
    return [];
  });
  if (faults.length > 0)
    throw new UsageError(`${faults.slice(0, 20).join("\n")}\nA line is {"question", "references": […], "answer"}.`);
  return rows;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
