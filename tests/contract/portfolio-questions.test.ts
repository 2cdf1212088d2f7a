import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { scanDepsOf, scanOriginOf } from "../../src/features/portfolio/index.ts";
import type { ProjectQuestion } from "../../src/features/portfolio/schema.ts";
import { temporaryFolder, writeFiles } from "../support/tiny-bank.ts";

// What the real reader in Python finds in small sources, and how it is asked about.

const config = readConfig();
if (!config.ok) throw new Error(config.reason);
const scan = scanOriginOf(scanDepsOf(config.value));

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

async function asked(...lines: string[]): Promise<ProjectQuestion[]> {
  writeFiles(folder.path, { "train.py": `${lines.join("\n")}\n` });
  const [origin, options] = [{ kind: "folder", path: folder.path }, { onProgress: () => {} }] as const;
  const result = await scan(origin, { ...options, signal: new AbortController().signal });
  if (!result.ok) throw new Error(result.reason.said);
  return result.value.questions;
}

const SPLIT = [
  "import pandas as pd",
  "from sklearn.model_selection import train_test_split",
  "from sklearn.preprocessing import StandardScaler",
  "from sklearn.feature_selection import SelectKBest",
  "from imblearn.over_sampling import SMOTE",
];
const PARTS = "X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=7)";

test.each([
  ["X = StandardScaler().fit_transform(X)", "fits StandardScaler on X, and `train_test_split` in line 7 divides"],
  [
    "X = SelectKBest(k=9).fit_transform(X, y)",
    "chooses features with SelectKBest on X, before `train_test_split` in line 7",
  ],
  ["X, y = SMOTE().fit_resample(X, y)", "resamples X with SMOTE, before `train_test_split` in line 7"],
  ["X = X.fillna(X.mean())", "fills gaps with the mean of all rows, before `train_test_split` in line 7"],
])("%s before the split is asked about first, with the line of the split", async (line, said) => {
  const [first] = await asked(...SPLIT, line, PARTS);
  expect(first?.ask).toContain(`\`train.py:6\` ${said}`);
});

test("a random split of rows that follow one another names what says so", async () => {
  const questions = await asked(...SPLIT, 'X["before"] = X["sold"].shift(1)', PARTS);
  expect(questions.find(({ pattern }) => pattern === "time-split-at-random")?.ask).toContain(
    "splits at random, but `.shift()` in line 6 says that rows follow one another in time",
  );
});

test("a sigmoid before a loss on logits is asked about", async () => {
  const questions = await asked(
    "from torch import nn",
    "net = nn.Sequential(nn.Linear(9, 1), nn.Sigmoid())",
    "loss = nn.BCEWithLogitsLoss()",
  );
  expect(questions[0]?.ask).toContain("applies a sigmoid before BCEWithLogitsLoss, which has one inside");
});

test("columns that are dropped are not called rows", async () => {
  const patterns = async (line: string) => (await asked("import pandas as pd", line)).map(({ pattern }) => pattern);
  expect(await patterns("df = df.dropna()")).toContain("rows-dropped");
  for (const line of ["df = df.dropna(axis=1)", 'df = df.dropna(axis="columns")'])
    expect(await patterns(line)).toEqual(["columns-dropped"]);
});

test("pieces of documents have a size only where one is given", async () => {
  const from = "from langchain_text_splitters import RecursiveCharacterTextSplitter";
  const about = async (line: string) =>
    (await asked(from, line)).find(({ pattern }) => pattern === "chunking")?.ask ?? "";
  expect(await about("s = RecursiveCharacterTextSplitter(chunk_size=500, chunk_overlap=50)")).toContain(
    "into pieces of 500 with an overlap of 50: what does retrieval do",
  );
  expect(await about("s = RecursiveCharacterTextSplitter(chunk_size=SIZE)")).toContain(
    "into pieces: how large are they, and what does retrieval do",
  );
});
