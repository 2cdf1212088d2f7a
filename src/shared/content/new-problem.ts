import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CodingItem } from "./coding-item.ts";

type Kind = CodingItem["kind"];

/** Writes the skeleton of a coding problem: it is judged at once, and `content check` says what it still lacks. */
export function writeNewProblem(folder: string, slug: string, kind: Kind): string[] {
  const files = skeleton(slug, kind);
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  }
  return Object.keys(files);
}

function skeleton(slug: string, kind: Kind): Record<string, string> {
  const name = slug.replaceAll("-", "_");
  const title = slug.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
  return {
    "item.yaml": `id: ${randomUUID()}
title: ${title}
kind: ${kind}
skills: [coding.vectorisation] # ids of content/skills.yaml, the most important first
difficulty: 3 # 1 to 5
minutes: 30
tier: numpy # python | numpy | sklearn
roles: [mle, applied-scientist] # ids of content/roles.yaml
patterns: [] # heap, two pointers, sliding window, binary search, union–find, topological order, …
${MORE[kind]}`,
    "prompt.md": `A product situation in two to four sentences, as an interviewer tells it.

Write \`${name}(x)\`: what it computes.

- \`x\`: float array, shape \`(n,)\`; what may occur in it
- returns a float array, shape \`(n,)\`

What must hold, and what is forbidden.

\`\`\`
>>> ${name}(np.array([1.0, 2.0]))
array([2., 4.])
\`\`\`
`,
    "starter.py": `import numpy as np


def ${name}(x: np.ndarray) -> np.ndarray:
    raise NotImplementedError
`,
    "solution.py": `import numpy as np


def ${name}(x: np.ndarray) -> np.ndarray:
    """What it computes, in one line."""
    return 2 * x
`,
    "tests.py": `import numpy as np
from holdout_judge import case, close, oracle


@case(visible=True, why="the worked example of the prompt")
def example(sol):
    close(sol.${name}(np.array([1.0, 2.0])), np.array([2.0, 4.0]))


@case(why="an empty array has an answer too")
def empty(sol):
    assert sol.${name}(np.array([])).shape == (0,)


@oracle(runs=10, why="agrees with the reference on drawn inputs")
def agrees(rng):
    return rng.normal(size=rng.integers(1, 50))
`,
    "wrong/squares.py": `"""Misconception: what somebody really believes.
Shown to the learner: What goes wrong because of it, without the code that mends it.
Must fail: agrees
"""

import numpy as np


def ${name}(x: np.ndarray) -> np.ndarray:
    return x**2
`,
    "right/loop.py": `import numpy as np


def ${name}(x: np.ndarray) -> np.ndarray:
    return np.array([value + value for value in x])
`,
    "hints.md": `1. A question that points the way.

2. The idea, in words.

3. The step that people miss, still without the code.
`,
    "explain.md": `## The idea

## The derivation

## What it costs

## What interviewers ask next
`,
    ...(kind === "progressive" ? { "levels/2.md": "What is asked once level 1 passes.\n" } : {}),
  };
}

const MORE: Record<Kind, string> = {
  implement: "",
  optimise: "limits: { testTimeMs: 4000, totalTimeMs: 30000 }\n",
  debug: "faults:\n  - { id: first-fault, says: what was planted in starter.py and what it does }\n",
  progressive: "levels: 2\n",
};
