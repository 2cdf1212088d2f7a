import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A temporary folder that removes itself at the end of the block it is declared in (`using`). */
export function temporaryFolder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), "holdout-test-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const SKILLS = `- { id: coding.arrays, title: Arrays, area: coding }\n- { id: coding.caching, title: Caching, area: coding }\n`;
const ROLES = `- id: mle
  title: ML Engineer
  weights: { coding: 1, coding.caching: 0.5 }
  as_of: 2026-11
  note: as reported
  loop: [{ round: Coding, minutes: 45, dimensions: [correctness] }]
`;

const item = (given: { id: string; kind?: string; more?: string; difficulty?: number }) => `id: ${given.id}
title: A tiny problem
kind: ${given.kind ?? "implement"}
skills: [coding.arrays]
difficulty: ${given.difficulty ?? 1}
minutes: 5
tier: python
roles: [mle]
${given.more ?? ""}`;

const whole = {
  "prompt.md": "Write `double(x)`.\n",
  "starter.py": "def double(x):\n    raise NotImplementedError\n",
  "solution.py": "def double(x):\n    return 2 * x\n",
  "hints.md": "1. Think.\n2. Think again,\n   for longer.\n3. Add it to itself.\n",
  "explain.md": "Twice is plus itself.\n",
  "tests.py": `from holdout_judge import case


@case(visible=True, why="the worked example")
def example(sol):
    assert sol.double(2) == 4


@case(why="a negative number stays negative")
def negative(sol):
    assert sol.double(-3) == -6
`,
  "wrong/squares.py": `"""Misconception: doubling is squaring.

Shown to the learner: 2 * 2 and 2 ** 2 agree, which hides the difference.

Must fail: negative
"""


def double(x):
    return x * x
`,
};

const levelled = {
  ...whole,
  "levels/2.md": "Now halve as well.\n",
  "tests.py": `${whole["tests.py"]}

@case(level=2, why="halving undoes doubling")
def halves(sol):
    assert sol.halve(sol.double(5)) == 5
`,
  "solution.py": `${whole["solution.py"]}\n\ndef halve(x):\n    return x / 2\n`,
};

// Difficulties below are chosen so that the split holds out `held` and serves the others for practice.
const IDS = {
  double: "00000000-0000-4000-8000-000000000001",
  levels: "00000000-0000-4000-8000-000000000002",
  held: "00000000-0000-4000-8000-000000000003",
  twice: "00000000-0000-4000-8000-000000000004",
};

/** Writes a bank of small problems: `double`, `twice`, `levels` (progressive, two levels) and `held` (held out). */
export function writeTinyBank(contentDir: string): void {
  writeFiles(contentDir, { "skills.yaml": SKILLS, "roles.yaml": ROLES });
  const coding = join(contentDir, "coding");
  writeFiles(join(coding, "double"), { ...whole, "item.yaml": item({ id: IDS.double }) });
  const progressive = item({ id: IDS.levels, kind: "progressive", more: "levels: 2\n", difficulty: 3 });
  writeFiles(join(coding, "levels"), { ...levelled, "item.yaml": progressive });
  writeFiles(join(coding, "held"), { ...whole, "item.yaml": item({ id: IDS.held, difficulty: 2 }) });
  writeFiles(join(coding, "twice"), { ...whole, "item.yaml": item({ id: IDS.twice, difficulty: 4 }) });
}
