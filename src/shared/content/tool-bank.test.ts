import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../../tests/support/tiny-bank.ts";
import { loadTools } from "./tool-bank.ts";

const KNOWN = { skills: new Map([["deep-learning.frameworks", {}]]) };

function tool(id: string, over: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id,
    name: id.toUpperCase(),
    use: "Does the one thing that this test needs it to do.",
    maker: "community",
    terms: "open-source",
    languages: ["Python"],
    home: `https://${id}.example.org`,
    alternatives: ["beta"],
    status: "active",
    as_of: "2025-06",
    ...over,
  });
}

function faultsOf(shelves: Record<string, string[]>): string[] {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  mkdirSync(join(folder.path, "tools"));
  for (const [kind, tools] of Object.entries(shelves))
    writeFileSync(join(folder.path, "tools", `${kind}.yaml`), tools.map((each) => `- ${each}\n`).join(""));
  return loadTools(folder.path, KNOWN).faults.map(({ message }) => message);
}

test("shelves that name each other's tools are without fault", () => {
  const beta = tool("beta", { alternatives: ["alpha"] });
  expect(faultsOf({ framework: [tool("alpha")], vision: [beta] })).toEqual([]);
});

test("one tool listed twice is found by its id, its names and its home, whatever their case", () => {
  const beta = tool("beta", { alternatives: ["alpha"] });
  expect(
    faultsOf({ framework: [tool("alpha"), beta, tool("alpha", { name: "other", home: "https://o.example" })] }),
  ).toEqual(["alpha has the id of alpha"]);
  const twice = tool("gamma", { name: "Other", also: ["Al-pha"], home: "https://www.Alpha.example.org/" });
  expect(faultsOf({ framework: [tool("alpha"), beta], vision: [twice] })).toEqual([
    "gamma has the name of alpha",
    "gamma has the home of alpha",
  ]);
});

test("alternatives and skills that there are not, and a kind that there is not, are told", () => {
  const asked = {
    choose_when: "Whenever this test needs a tool that somebody asks about.",
    against: { tool: "nobody", because: "It is the only other one that this test could name here." },
    question: "When would you take this one, and when the other?",
    answer: "Take this one while the test runs, and the other one afterwards, for reasons that take eighty characters.",
    skills: ["deep-learning.framework"],
  };
  expect(faultsOf({ framework: [tool("alpha", { alternatives: ["alhpa"], interview: asked })] })).toEqual([
    'alpha: there is no "alhpa"; did you mean "alpha"?',
    'alpha: there is no "nobody"',
    'alpha: there is no "deep-learning.framework"; did you mean "deep-learning.frameworks"?',
  ]);
  expect(faultsOf({ toys: [tool("alpha")] })).toEqual(['there is no kind "toys"']);
});
