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
  loop: [{ round: Coding, kind: coding, minutes: 45, dimensions: [correctness] }]
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

const QUESTION = `id: 00000000-0000-4000-8000-000000000011
title: Rows in a random order
kind: explain
skills: [coding.arrays]
difficulty: 2
roles: [mle]
prompt: Why do we shuffle the training rows before each pass?
rubric:
  - id: unbiased
    points: 2
    met_when: says that a batch is then a random sample, so its gradient is an unbiased estimate of the whole one
    not_enough: says only that it is better for training
    say:
      - Each batch becomes a random sample, and its gradient is an unbiased estimate of the full gradient.
      - A shuffled batch looks like the whole data, so on average the step points the right way.
      - Otherwise neighbouring rows come together and the gradient of a batch is not representative.
  - id: order-effects
    points: 1
    met_when: says that a fixed order would be learned from, or makes the loss go up and down with it
    not_enough: says that order is bad
    say:
      - With a fixed order the model sees the same neighbours in every pass, and the loss oscillates with them.
      - If rows are sorted by class, the last class overwrites what was learned from the first.
      - The same sequence again and again lets the order itself leave a trace in the weights.
  - id: not-for-time
    points: 1
    met_when: says that data with an order in time is not shuffled across the split
    not_enough: mentions time
    say:
      - Careful with time series, where a shuffle would put the future into training.
      - When the rows have a date you split by date first, and shuffle inside the training part alone.
      - For forecasts a random order leaks tomorrow into today.
misconceptions:
  - id: saves-memory
    says: Shuffling makes the data set smaller, so that it fits into memory.
    why_wrong: The rows stay the same, only their order changes.
probes:
  - when_missing: not-for-time
    ask: Which data would you not shuffle?
answers:
  strong:
    band: [0.8, 1.0]
    text: |
      When the rows are in random order, every mini-batch is a random draw from the data, and the gradient that it gives
      is an unbiased estimate of the gradient over everything. Keep them sorted, say by class, and the network forgets the
      first class while it trains on the last, with a loss that swings in every pass. I would not do it with time series:
      there I split by date, so that nothing of the future gets into training.
  partial:
    band: [0.35, 0.7]
    text: |
      Each batch is then a random sample of the data and its gradient is an unbiased estimate of the real one, which makes
      the training more stable in general.
  wrong:
    band: [0.0, 0.25]
    text: |
      Shuffling makes the data set smaller, so that it fits into memory. It also means that we need fewer layers, because
      the network gets the labels in a better format.
reference: |
  A batch of shuffled rows is a random sample, so its gradient is an unbiased estimate of the full one. A fixed order makes
  batches unrepresentative and the loss swing. Data with an order in time is split by date first.
sources:
  - Bottou. Stochastic Gradient Descent Tricks, 2012
`;

const COMPUTED = `id: 00000000-0000-4000-8000-000000000012
title: Precision from counts
kind: compute
skills: [coding.caching]
difficulty: 1
roles: [mle]
numbers:
  draw:
    tp: { whole: [60, 90] }
    fp: { whole: [10, 30] }
  derive:
    precision: tp / (tp + fp)
    wrong_value: fp / (tp + fp)
prompt: A detector raised {tp} right alarms and {fp} false ones. What is its precision, and what does it not tell you?
rubric:
  - id: value
    points: 2
    met_when: gives a precision of about {precision:2}
    not_enough: another number
    number: { value: precision, within: 0.02 }
    say:
      - Precision is {precision:2}.
      - Out of all the alarms a share of {precision:2} was right.
  - id: says-nothing-of-misses
    points: 1
    met_when: says that precision does not count what was missed
    not_enough: says that it is not perfect
    say:
      - It says nothing about the cases that the detector missed, that would be recall.
      - Missed cases do not enter, a detector that fires once and is right has perfect precision.
  - id: depends-on-base-rate
    points: 1
    met_when: says that precision changes with how common the cases are
    not_enough: says that it depends
    say:
      - With rarer cases the same detector would have a lower precision.
      - The figure belongs to this mix of cases, at another prevalence it is different.
answers:
  strong:
    band: [0.8, 1.0]
    text: |
      Right alarms over all alarms gives a precision of {precision:3}. It tells nothing of the cases that were missed, for
      that I want the recall. And it holds for this share of positives only: where they are rarer, precision falls.
  partial:
    band: [0.35, 0.7]
    text: |
      The precision is {precision:3}, so most of the alarms are right, and I would look at a few more metrics to be sure.
  wrong:
    band: [0.0, 0.25]
    text: |
      The precision is {wrong_value:3}, which tells us everything that we need to know about the quality of the detector.
reference: |
  Precision is right alarms over all alarms, {precision:3}. It leaves out what was missed, and changes with the base rate.
`;

/** Writes a bank of small problems: `double`, `twice`, `levels` (progressive, two levels) and `held` (held out), and two questions. */
export function writeTinyBank(contentDir: string): void {
  writeFiles(contentDir, { "skills.yaml": SKILLS, "roles.yaml": ROLES });
  writeFiles(join(contentDir, "questions"), {
    "arrays/random-order.yaml": QUESTION,
    "caching/precision-from-counts.yaml": COMPUTED,
  });
  const coding = join(contentDir, "coding");
  writeFiles(join(coding, "double"), { ...whole, "item.yaml": item({ id: IDS.double }) });
  const progressive = item({ id: IDS.levels, kind: "progressive", more: "levels: 2\n", difficulty: 3 });
  writeFiles(join(coding, "levels"), { ...levelled, "item.yaml": progressive });
  writeFiles(join(coding, "held"), { ...whole, "item.yaml": item({ id: IDS.held, difficulty: 2 }) });
  writeFiles(join(coding, "twice"), { ...whole, "item.yaml": item({ id: IDS.twice, difficulty: 4 }) });
}
