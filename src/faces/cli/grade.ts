import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { describeFault } from "../../shared/content/content-fault.ts";
import { fillQuestion } from "../../shared/content/fill-question.ts";
import type { Question } from "../../shared/content/question.ts";
import { type QuestionItem, questionFiles, readQuestion } from "../../shared/content/question-bank.ts";
import type { Row } from "../../shared/grader/grade-row.ts";
import { type EngineGrade, type Grader, openGrader } from "../../shared/grader/open-grader.ts";
import { PASS_FROM } from "../../shared/grader/rubric/grade-answer.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { thereIsNo } from "./one-of.ts";
import { wholeNumber } from "./whole-number.ts";

/** One line of a batch. Keys that we do not know are kept and come out again. */
const BatchRow = z.looseObject({
  question: z.string(),
  references: z.array(z.string().min(1)).min(1),
  answer: z.string(),
});
type BatchRow = z.infer<typeof BatchRow>;

export const command: Command = {
  options: { batch: { type: "string" }, answer: { type: "string" }, seed: { type: "string" } },
  async run({ positionals, values }) {
    const json = values.json === true;
    if (typeof values.batch === "string" && positionals.length === 0) return gradeBatch(values.batch, json);
    const [question] = positionals;
    if (question === undefined || positionals.length > 1 || values.batch !== undefined)
      throw new UsageError("grade takes a question, or --batch FILE.jsonl. See: holdout grade --help");
    return gradeOne(question, { answer: values.answer, seed: values.seed, json });
  },
};

async function gradeBatch(path: string, json: boolean): Promise<ExitCode> {
  const rows = readBatch(path);
  const grader = openGrader(configOrUsage().encoderDir, { threads: 1 });
  warnIfLexical(grader);
  try {
    for (const row of rows) console.log(json ? JSON.stringify(await graded(grader, row)) : await line(grader, row));
  } finally {
    await grader.close();
  }
  return 0;
}

type One = { answer: unknown; seed: unknown; json: boolean };

/** Grades one answer, from a file or from standard input, and exits with 1 where it does not pass. */
async function gradeOne(name: string, { answer, seed, json }: One): Promise<ExitCode> {
  const config = configOrUsage();
  const item = questionNamed(config.contentDir, name);
  const number = wholeNumber("--seed", seed ?? 1, { from: 0 });
  const path = typeof answer === "string" ? answer : 0;
  if (typeof path === "string" && !existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const asked = fillQuestion(item.question, number);
  const text = readFileSync(path, "utf8");
  const grader = openGrader(config.encoderDir, { threads: 1 });
  warnIfLexical(grader);
  try {
    const grade = await grader.gradeAnswer(asked, text);
    if (json) console.log(JSON.stringify({ question: item.slug, ...grade }));
    else console.log(describeGrade(grade, asked.question));
    return grade.score >= PASS_FROM ? 0 : 1;
  } finally {
    await grader.close();
  }
}

function describeGrade(grade: EngineGrade, { rubric, misconceptions }: Question): string {
  const criteria = grade.criteria.map(({ id, points, probability, span }) => {
    const met = rubric.find((each) => each.id === id)?.met_when ?? id;
    const words = span && probability >= 0.5 ? `\n      “${span.text.replace(/\s+/g, " ")}”` : "";
    return `${(points * probability).toFixed(1)} of ${points}  ${met}${words}`;
  });
  const mistaken = grade.misconceptions.map(({ id, span }) => {
    const why = misconceptions.find((each) => each.id === id)?.why_wrong ?? id;
    return `Mistaken: “${span.text.replace(/\s+/g, " ")}”\n      ${why}`;
  });
  const doubt = grade.abstained ? ", not sure" : "";
  const flags = grade.flags.length > 0 ? [`Noticed: ${grade.flags.join(", ")}`] : [];
  return [`${grade.score.toFixed(2)} ± ${grade.se.toFixed(2)}${doubt}`, ...criteria, ...mistaken, ...flags].join("\n");
}

function questionNamed(contentDir: string, name: string): QuestionItem {
  const files = questionFiles(contentDir);
  const path = name.endsWith(".yaml") ? name : files.find((file) => basename(file, ".yaml") === name);
  if (path === undefined) {
    throw thereIsNo(
      "question",
      name,
      files.map((file) => basename(file, ".yaml")),
    );
  }
  const read = readQuestion(path);
  if (!read.ok) throw new UsageError(read.faults.map(describeFault).join("\n"));
  return read.value;
}

function warnIfLexical({ engine }: Grader): void {
  if (engine === "lexical")
    console.error("The encoder is missing: answers are graded on words alone. Mend: npm run holdout -- doctor");
}

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
