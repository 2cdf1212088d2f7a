import { sizeText } from "../repository/limits.ts";
import type { Notebook } from "../repository/read-notebook.ts";
import type { Evidence } from "../schema.ts";
import { dimension, type JudgedDimension, type Reading } from "./reading.ts";

const HEAVY = 1_000_000;
const LONG_CELL = 80;

type Fault = { said: string; mend: string; cost: number; evidence: Evidence | undefined };

/** Whether a notebook can be run from top to bottom and read like a text. */
export function readNotebooks({ notebooks }: Reading): JudgedDimension {
  const read = notebooks.filter(({ cells }) => cells.some(({ kind, lines }) => kind === "code" && lines.length > 0));
  if (read.length === 0) return dimension("notebooks", { score: null, said: "There is no notebook." });
  const faults = read.flatMap((notebook) => faultsOf(notebook));
  const grave = faults.toSorted((a, b) => b.cost - a.cost);
  // the mean over notebooks: one careless scratch file does not undo ten tidy ones
  const score =
    read.reduce(
      (sum, notebook) => sum + Math.max(0, 1 - faultsOf(notebook).reduce((all, { cost }) => all + cost, 0)),
      0,
    ) / read.length;
  const [first] = grave;
  const tidy = read[0]?.cells.find(({ kind, lines }) => kind === "markdown" && lines.length > 0)?.lines[0];
  return dimension("notebooks", {
    score,
    said: first
      ? `${first.said}${grave.length > 1 ? ` ${grave.length - 1} more of this sort.` : ""}`
      : `${read.length === 1 ? "The notebook runs" : `${read.length} notebooks run`} in order, explained between the steps.`,
    evidence: first
      ? grave.flatMap(({ evidence }) => evidence ?? [])
      : tidy && read[0]
        ? [{ file: read[0].path, line: tidy.line, quote: tidy.raw.trim().slice(0, 240) }]
        : [],
    mend: first?.mend,
  });
}

function faultsOf(notebook: Notebook): Fault[] {
  const { path, cells, broken } = notebook;
  const code = cells.filter(({ kind, lines }) => kind === "code" && lines.length > 0);
  const place = (cell: Notebook["cells"][number] | undefined): Evidence | undefined => {
    const line = cell?.lines.find(({ text }) => /\p{L}{2}/u.test(text));
    return line && { file: path, line: line.line, quote: line.raw.trim().slice(0, 240) };
  };
  const faults: Fault[] = [];
  if (broken)
    faults.push({
      said: `${path} is no valid JSON: a merge conflict, perhaps.`,
      mend: `Repair \`${path}\`: it cannot be opened as it is.`,
      cost: 0.6,
      evidence: undefined,
    });
  const failing = code.find(({ errorLine }) => errorLine !== undefined);
  if (failing?.errorLine !== undefined)
    faults.push({
      said: `Cell ${failing.number} of ${path} was committed with an error as its output.`,
      mend: `Mend cell ${failing.number} of \`${path}\`, run it from top to bottom, and commit that.`,
      cost: 0.35,
      evidence: place(failing),
    });
  const counts = code.flatMap(({ executionCount }, at) =>
    executionCount === undefined ? [] : [{ at, executionCount }],
  );
  const back = counts.find(
    ({ executionCount }, at) => at > 0 && executionCount < (counts[at - 1]?.executionCount ?? 0),
  );
  if (back) {
    const cell = code[back.at];
    faults.push({
      said: `${path} was run out of order: cell ${cell?.number} ran before the one above it.`,
      mend: `Restart \`${path}\` and run all cells in order: as it stands, its results cannot be repeated.`,
      cost: 0.3,
      evidence: place(cell),
    });
  }
  const heavy = code.toSorted((a, b) => b.outputSize - a.outputSize)[0];
  if (heavy && heavy.outputSize > HEAVY)
    faults.push({
      said: `Cell ${heavy.number} of ${path} carries ${sizeText(heavy.outputSize)} of output.`,
      mend: `Strip outputs before committing (\`nbstripout\`), and keep the one figure that matters as a file.`,
      cost: 0.15,
      evidence: place(heavy),
    });
  const prose = cells.filter(({ kind, lines }) => kind === "markdown" && lines.length > 0).length;
  if (code.length >= 5 && prose < code.length / 8)
    faults.push({
      said: `${path} has ${code.length} cells of code and ${prose} of prose.`,
      mend: `Say between the steps of \`${path}\` what you wanted to know and what you saw.`,
      cost: 0.2,
      evidence: place(code[0]),
    });
  const giant = code.find(({ lines }) => lines.length > LONG_CELL);
  if (giant)
    faults.push({
      said: `Cell ${giant.number} of ${path} has ${giant.lines.length} lines.`,
      mend: `Move cell ${giant.number} of \`${path}\` into a module with a test, and call it.`,
      cost: 0.15,
      evidence: place(giant),
    });
  return faults;
}
