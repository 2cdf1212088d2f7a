import { expect, test } from "vitest";
import type { CodeFact } from "../python/code-fact.ts";
import type { Dimension } from "../schema.ts";
import { filledUp } from "./beside-code.ts";
import { chooseQuestions } from "./choose-questions.ts";

const fact = (pattern: string, line: number, more: Partial<CodeFact> = {}): CodeFact => ({
  pattern,
  file: "train.py",
  line,
  quote: `line ${line}`,
  cell: undefined,
  values: { value: "3", name: "n" },
  ...more,
});

test("no two questions are alike, and no two are about one line", () => {
  const facts = [
    ...Array.from({ length: 12 }, (_, at) => fact("long-function", 10 * at)),
    fact("learning-rate", 7),
    fact("optimiser", 7),
    fact("fit-on-test", 9),
    fact("sequence-length", 30, { quote: "user_id = models.CharField(max_length=16)" }),
  ];
  const asked = chooseQuestions({ facts });
  expect(asked.map(({ pattern }) => pattern).sort()).toEqual(["fit-on-test", "learning-rate", "long-function"]);
  expect(asked[0]?.pattern).toBe("fit-on-test");
});

test("own code is asked about before its tests and examples, and code of others never", () => {
  const facts = [
    fact("fit-on-test", 1, { file: "third_party/lib/train.py" }),
    fact("test-as-validation", 2, { file: "tests/test_model.py" }),
    fact("fit-on-test", 3, { file: "demo/train.py" }),
    fact("kept-by-train", 4, { file: "core.py" }),
  ];
  expect(chooseQuestions({ facts }).map(({ file }) => file)).toEqual([
    "core.py",
    "demo/train.py",
    "tests/test_model.py",
  ]);
  const vendored = facts.slice(0, 1);
  expect(chooseQuestions({ facts: vendored })).toEqual([]);
});

test("a cell of a notebook is named so that it reads", () => {
  const [asked] = chooseQuestions({ facts: [fact("own-loss", 4, { file: "n.ipynb", cell: 3 })] });
  expect(asked?.ask).toMatch(/^`n\.ipynb`, cell 3: you wrote/);
});

const dimension = (id: Dimension["id"], quote: string, score = 0.5): Dimension => ({
  id,
  title: id,
  score,
  said: "",
  evidence: [{ file: "README.md", line: 5, quote }],
  commits: [],
});

test("settings in files and claims of the README fill what the code leaves, each with its line", () => {
  const config = "model:\n  learning_rate: 3e-4  # swept\n  dropout: 0.1\n  name: resnet\n";
  const asked = filledUp([], {
    texts: new Map([
      ["configs/base.yaml", config],
      ["package.json", '{\n  "dropout": 0.5\n}'],
    ]),
    dimensions: [dimension("results", "Accuracy is 0.91"), dimension("learnings", "Plans", 0.2)],
  });
  expect(asked.map(({ pattern, file, line, quote }) => [pattern, `${file}:${line}`, quote])).toEqual([
    ["claim-of-results", "README.md:5", "Accuracy is 0.91"],
    ["learning-rate", "configs/base.yaml:2", "learning_rate: 3e-4  # swept"],
    ["dropout", "configs/base.yaml:3", "dropout: 0.1"],
  ]);
  expect(asked[1]?.ask).toContain("to 3e-4");
});

const settingsOf = (...lines: string[]) =>
  filledUp([], { texts: new Map([["configs/base.yaml", lines.join("\n")]]), dimensions: [] }).map(({ ask }) => ask);

test.each([
  "dropout: 0",
  "dropout: 1.0",
  "epochs: 1",
  "batch_size: 32.5",
  "learning_rate: 5",
  "temperature: 37",
  "n_results: 4",
  "lr: 1.2.3",
])("%s is not asked about: nobody chose it, or it is something else", (line) => {
  expect(settingsOf(line)).toEqual([]);
});

test("settings that have their phrase elsewhere are asked about too, in the file that speaks of what they are for", () => {
  expect(settingsOf("temperature: 0.2")[0]).toMatch(/^`configs\/base\.yaml:1` sets the temperature .* to 0\.2/);
  expect(settingsOf("temperature: 0")).toHaveLength(1);
  expect(settingsOf("embedding: small", "n_results: 4")[0]).toContain("retrieves 4 passages");
});

test("nothing is added to ten", () => {
  const ten = Array.from({ length: 10 }, (_, at) => chooseQuestions({ facts: [fact("loss", at)] })).flat();
  expect(filledUp(ten, { texts: new Map(), dimensions: [dimension("results", "0.91")] })).toHaveLength(10);
});
