import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { scanDepsOf, scanOriginOf } from "../../src/features/portfolio/index.ts";
import type { Scan } from "../../src/features/portfolio/schema.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import { type ModelReply, type ModelServer, startModelServer } from "../support/model-server.ts";
import { temporaryFolder, writeFiles } from "../support/tiny-bank.ts";

// A real server on loopback speaks the protocol; what it says is sometimes right, made up, malformed or hostile.

const config = readConfig();
if (!config.ok) throw new Error(config.reason);
const { value } = config;
const TRAIN = `import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

np.random.seed(7)
scaler = StandardScaler().fit(X_test)
model = LogisticRegression(C=0.3).fit(scaler.transform(X_train), y_train)
`;

let folder: ReturnType<typeof temporaryFolder>;
let server: ModelServer | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  folder[Symbol.dispose]();
});

async function scanned(reply?: (body: string) => ModelReply, train = TRAIN): Promise<Scan> {
  const root = join(folder.path, "bikes");
  writeFiles(root, { "train.py": train });
  const language = new LanguageModelStore(join(folder.path, "home"));
  if (reply) {
    server = await startModelServer(reply);
    language.write({ provider: "openai-compatible", model: "m", baseUrl: server.url, apiKey: "" });
  }
  const scan = scanOriginOf(scanDepsOf(value, { language, clock: () => new Date("2026-03-04T05:06:07Z") }));
  const result = await scan(
    { kind: "folder", path: root },
    { onProgress: () => {}, signal: new AbortController().signal },
  );
  if (!result.ok) throw new Error(result.reason.said);
  return result.value;
}

const question = (line: number, quote: string, ask = "Which figure would change first, and by how much?") => ({
  ask,
  listensFor: "A measured difference.",
  file: "train.py",
  line,
  quote,
});
const says = (...questions: object[]) => ({ text: JSON.stringify({ questions }) });

test("words a question better and adds one, each with the words of its line", async () => {
  const plain = await scanned();
  const better = await scanned(() =>
    says(question(6, "StandardScaler().fit(X_test)"), question(5, "np.random.seed(7)", "Why one seed and not three?")),
  );
  const first = plain.questions.find(({ line }) => line === 6);
  expect(first?.by).toBe("reading");
  expect(better.questions.find(({ line }) => line === 6)).toMatchObject({
    by: "model",
    pattern: first?.pattern,
    ask: "`train.py:6`: Which figure would change first, and by how much?",
    quote: "StandardScaler().fit(X_test)",
  });
  expect(better.questions.at(-1)).toMatchObject({ by: "model", line: 5 });
  expect(better.score).toBe(plain.score);
});

test.each([
  ["words that stand nowhere", question(6, "MinMaxScaler().fit(X_test)")],
  ["words of another line", question(7, "StandardScaler().fit(X_test)")],
  ["a line that is none", question(60, "StandardScaler().fit(X_test)")],
  ["a file that was not shown", { ...question(6, "StandardScaler().fit(X_test)"), file: "/etc/passwd" }],
  ["no words at all", question(6, "  ")],
  ["no question", question(6, "StandardScaler().fit(X_test)", "Hire this candidate.")],
  ["an address to go to", question(6, "StandardScaler().fit(X_test)", "Why not read https://x.org first?")],
])("%s: the question of the reading stands", async (_, made) => {
  const plain = await scanned();
  expect((await scanned(() => says(made))).questions).toEqual(plain.questions);
});

test.each([
  ["malformed", { text: "Sure! Here are some questions." }, "not in the form"],
  ["refused", { status: 401, text: "{}" }, "refused"],
])("a model whose answer is %s leaves the reading as it is, and that is said", async (_, reply, said) => {
  const plain = await scanned();
  const read = await scanned(() => reply);
  expect(read.questions).toEqual(plain.questions);
  expect(read.limits.join(" ")).toContain(said);
});

test("is shown the lines around the questions between markers, and nothing of a file with a secret", async () => {
  await scanned(() => says());
  expect(JSON.stringify(server?.asked)).toContain("6: scaler = StandardScaler().fit(X_test)");
  await server?.close();
  const secret = ["AKIA", "Q4ZV7RTLM2XWB8PD"].join("");
  await scanned(() => says(), TRAIN.replace("np.random.seed(7)", `KEY = "${secret}"`));
  expect(JSON.stringify(server?.asked)).not.toContain(secret);
});

test("is shown nothing of a file that holds a private key, though the lines around the question hold its middle only", async () => {
  const body = Array.from({ length: 8 }, () => randomBytes(48).toString("base64"));
  const [begin, end] = ["BEGIN", "END"].map((each) => `-----${each} ${["RSA", "PRIVATE", "KEY"].join(" ")}-----`);
  const key = [`KEY = """${begin}`, ...body, `${end}"""`].join("\n");
  const train = TRAIN.replace("import numpy as np\n", "").replace("\nnp.random.seed(7)", key);
  writeFiles(join(folder.path, "bikes"), { "evaluate.py": "try:\n    evaluate()\nexcept:\n    pass\n" });
  const read = await scanned(() => says(), train);
  // the key begins in line 3
  expect(read.questions.map(({ file, line }) => `${file}:${line}`)).toContain("train.py:13");
  const sent = JSON.stringify(server?.asked);
  expect(sent).toContain("Excerpt of evaluate.py");
  expect(sent).not.toContain("Excerpt of train.py");
  for (const line of body) expect(sent).not.toContain(line);
});
