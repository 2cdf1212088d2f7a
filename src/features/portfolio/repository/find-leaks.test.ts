import fc from "fast-check";
import { expect, test } from "vitest";
import { leaksIn } from "./find-leaks.ts";

// put together here, so that no scanner of secrets stops at this file
const made = (...parts: string[]) => parts.join("");
const random = "Zk3vQ9xT7bLm2Rp8WcYf5Hs1Nd6Gj4Ua";

test.each([
  ["AWS access key", `key = "${made("AKIA", "Q4ZV7RTLM2XWB8PD")}"`],
  ["GitHub token", `token: ${made("ghp_", random, "x9Qe")}`],
  ["key of a model provider", `openai.api_key = "${made("sk-", "proj-", random, random)}"`],
  ["Hugging Face token", `login("${made("hf_", random)}")`],
  ["private key", `${made("-----BEGIN ", "RSA PRIVATE KEY-----")}\n${random}${random}`],
  ["password in an address", `DB = "${made("postgres", "://svc:")}${random}@db.internal.net/app"`],
  ["password or key in the code", `client_secret = "${random}"`],
])("%s is found, and never repeated", (kind, text) => {
  const [leak] = leaksIn("src/app.py", `import os\n${text}\n`);
  expect(leak).toMatchObject({ kind, file: "src/app.py", line: 2, commit: null });
  expect(leak?.masked.length).toBeLessThan(15);
});

test.each([
  'api_key = "YOUR_API_KEY_HERE_1234"',
  `openai.api_key = "sk-${"x".repeat(40)}"`,
  'password = os.environ["DB_PASSWORD"]',
  'secret = "correct-horse-battery"',
  'tokenizer = "bert-base-uncased-finetuned-v2"',
  'password = "postgres"',
  "DATABASE_URL=postgres://user:password@localhost:5432/db",
  `sha = "${"0123456789abcdef".repeat(4)}"`,
])("no secret: %s", (text) => {
  expect(leaksIn("src/app.py", text)).toEqual([]);
});

test("a committed .env with values is one, an example of it is none", () => {
  expect(leaksIn(".env", `DEBUG=1\nAPI_KEY=${random}\n`)).toMatchObject([
    { kind: "password or key in the settings", line: 2 },
  ]);
  expect(leaksIn(".env.example", "API_KEY=\nTOKEN=your-token-goes-here\n")).toEqual([]);
});

test("a table of people's addresses is personal data, the maintainers' are none", () => {
  const rows = Array.from({ length: 30 }, (_, at) => `${at},person${at}@kunde${at % 7}.de,${at}`);
  expect(leaksIn("data/users.csv", `id,mail,n\n${rows.join("\n")}`)).toMatchObject([
    { file: "data/users.csv", line: 2 },
  ]);
  expect(leaksIn("AUTHORS.txt", "Ada <ada@lab.org>\nBen <ben@lab.org>")).toEqual([]);
});

test("any text is searched in time that grows with its length, however it repeats", () => {
  const pieces = [
    "a",
    "sk-",
    "eyJ",
    ".",
    "=",
    '"',
    "password",
    ":",
    "/",
    "@",
    "-",
    "\\",
    " ",
    "0",
    "5",
    "api_key",
    "://",
    "\n",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), (parts) => {
      const text = parts.join("").repeat(Math.ceil(100_000 / Math.max(1, parts.join("").length)));
      leaksIn("x.csv", text);
    }),
    { numRuns: 60 },
  );
}, 30_000);
