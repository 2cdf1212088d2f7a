import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../src/features/interview/schema.ts";
import { holdout } from "../support/cli.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

function script(rounds: unknown): string {
  const path = join(folder.path, "script.json");
  writeFileSync(path, JSON.stringify({ rounds }));
  return path;
}
const interview = (...args: string[]) => holdout(["interview", ...args], { HOLDOUT_HOME: join(folder.path, "home") });

test("a script is held as a mock: the same seed asks the same, and the scorecard comes out as data", () => {
  const turns = ["I would look at the data first.", { wait: 200 }, "I don't know.", "Pass.", { leave: true }];
  const path = script([turns, ["I led a project.", { leave: true }]]);
  const args = ["--role", "mle", "--rounds", "depth,behavioral", "--script", path, "--seed", "7", "--json"];
  const ran = interview(...args);
  expect(ran.code).toBe(1);
  const session = JSON.parse(ran.out) as Session;
  expect(session.scorecard?.rounds.map(({ kind }) => kind)).toEqual(["depth", "behavioral"]);
  expect(session.turns.map(({ act }) => act)).toContain("nudge");
  expect(session.turns.filter(({ who }) => who === "candidate").map(({ text }) => text)).toContain("I led a project.");
  const again = JSON.parse(interview(...args).out) as Session;
  expect(again.turns.map(({ text }) => text)).toEqual(session.turns.map(({ text }) => text));
});

test.each([
  [["--rounds", "dept"], 'There is no round "dept"; did you mean "depth"?'],
  [[], "interview needs --rounds"],
  [["--rounds", "depth", "--json"], "--json needs a --script"],
  [["--rounds", "depth", "--script", "nowhere.yaml"], "There is no file nowhere.yaml"],
  [["--rounds", "depth", "--persona", "angry"], "--persona takes warm, terse, sceptical"],
  [["--rounds", "depth", "--role", "pilot"], 'There is no role "pilot"; there are mle'],
])("wrong usage is told in a sentence: %j", (args, said) => {
  const ran = interview(...args);
  expect(ran.code).toBe(2);
  expect(ran.out + ran.err).toContain(said);
});

test("a script with a fault is refused with the place", () => {
  const ran = interview("--rounds", "depth", "--script", script([["a", { waits: 3 }]]));
  expect(ran.code).toBe(2);
  expect(ran.out + ran.err).toContain("rounds.0.1");
});

test("lines that are piped in are a talk: an empty one yields the floor, what is left at the end is said", () => {
  const args = ["interview", "--rounds", "depth", "--minutes", "20", "--seed", "7"];
  const input = "I would look at the data first.\n\nThen at a baseline,\nand at what it costs.\n";
  const ran = holdout(args, { HOLDOUT_HOME: join(folder.path, "typed") }, input);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("ML depth:");
});
