import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPythonSource } from "./python-source.ts";
import { readNotebook } from "./read-notebook.ts";

const notebook = (cells: unknown[], indent?: number) =>
  JSON.stringify(
    { cells, metadata: { kernelspec: { name: "python3", language: "python" } }, nbformat: 4 },
    null,
    indent,
  );
const code = (source: string | string[], more = {}) => ({
  cell_type: "code",
  execution_count: 3,
  outputs: [],
  source,
  ...more,
});

describe("a notebook", () => {
  test("knows of each line where it stands in the file and how it is written there", () => {
    const text = notebook([{ cell_type: "markdown", source: ["# Title"] }, code(['x = "a\\n"\n', "y = 2"])], 1);
    const { cells } = readNotebook("n.ipynb", text);
    expect(cells.map(({ kind, number }) => [kind, number])).toEqual([
      ["markdown", 1],
      ["code", 2],
    ]);
    const lines = text.split("\n");
    for (const { line, raw } of cells.flatMap((cell) => cell.lines)) expect(lines[line - 1]).toContain(raw);
    expect(cells[1]?.lines.map((line) => line.text)).toEqual(['x = "a\\n"', "y = 2"]);
  });

  test("is read the same where its file is one long line, or a cell one long string", () => {
    const { cells } = readNotebook("n.ipynb", notebook([code("a = 1\nb = '\\\\n'\nc = 3\n")]));
    expect(cells[0]?.lines.map(({ text, line }) => [text, line])).toEqual([
      ["a = 1", 1],
      ["b = '\\\\n'", 1],
      ["c = 3", 1],
    ]);
  });

  test("tells errors, counts and the size of outputs", () => {
    const outputs = [
      { output_type: "stream", text: ["x".repeat(500)] },
      { output_type: "error", ename: "ValueError" },
    ];
    const [cell] = readNotebook("n.ipynb", notebook([code("1/0", { outputs })], 1)).cells;
    expect(cell).toMatchObject({ executionCount: 3, outputs: 2 });
    expect(cell?.outputSize).toBeGreaterThan(500);
    expect(cell?.errorLine).toBeGreaterThan(1);
  });

  test("of version 3 is read from its worksheets", () => {
    const old = JSON.stringify({
      worksheets: [{ cells: [{ cell_type: "code", input: ["a = 1"], prompt_number: 7 }] }],
    });
    expect(readNotebook("n.ipynb", old).cells).toMatchObject([
      { kind: "code", executionCount: 7, lines: [{ text: "a = 1" }] },
    ]);
  });

  test("with a merge conflict in it is read as far as it goes, and called broken", () => {
    const text = notebook([code("a = 1"), code("b = 2")], 1).replace('"cell_type"', '<<<<<<< HEAD\n"cell_type"');
    const read = readNotebook("n.ipynb", text);
    expect(read.broken).toBe(true);
    expect(read.cells.length).toBeGreaterThan(0);
  });

  test("gives Python without magics and shell lines, line for line", () => {
    const { lines, cells } = toPythonSource(
      readNotebook(
        "n.ipynb",
        notebook([code("%matplotlib inline\n!pip install x\nif a:\n    !ls\nb = 2"), code("%%bash\nls")]),
      ),
    );
    expect(lines.map(({ text }) => text)).toEqual([
      "# %matplotlib inline",
      "# !pip install x",
      "if a:",
      "    pass  # !ls",
      "b = 2",
      "# %%bash",
      "# ls",
    ]);
    expect(cells).toEqual([1, 1, 1, 1, 1, 2, 2]);
  });

  test("of any text and any cells never throws, and every line is found where it says", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string())), fc.boolean(), (sources, pretty) => {
        const text = notebook(
          sources.map((source) => code(source.map((line) => `${line.replaceAll("\n", " ")}\n`))),
          pretty ? 1 : undefined,
        );
        const lines = text.split("\n");
        for (const { line, raw } of readNotebook("n.ipynb", text).cells.flatMap((cell) => cell.lines))
          expect(lines[line - 1]).toContain(raw);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readNotebook("n.ipynb", text)));
  });
});
