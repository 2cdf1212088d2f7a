import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesOf, readTelling } from "../prose/telling.ts";
import { readTold } from "./told.ts";

const told = (text: string) => readTold({ readme: readTelling("README.md", linesOf(text)), beside: [] });
const quotes = (text: string) =>
  Object.fromEntries(told(text).dimensions.map(({ id, evidence }) => [id, evidence.map(({ quote }) => quote)]));

describe("a README", () => {
  test("tells problem, approach, results and learnings, each by a line of its own", () => {
    const README = `# Bikes

It forecasts which stations run empty.
Operators guess today, and it costs them customers.

## Approach

We train a gradient boosting model instead of a network, because 4,000 rows are few.

## Results

| model | test accuracy |
|---|---|
| baseline | 0.61 |
| ours | 0.74 |

## What did not work

Weather features did not help.
`;
    expect(quotes(README)).toMatchObject({
      problem: [expect.stringContaining("forecasts"), expect.stringContaining("costs them")],
      approach: [expect.stringContaining("gradient boosting")],
      results: [expect.stringContaining("accuracy"), expect.stringContaining("0.61"), expect.stringContaining("0.74")],
      learnings: [expect.stringContaining("did not help")],
    });
  });

  test.each([
    ["a method's own words", "Given a fixed small set of learned object queries, the decoder reasons about relations."],
    ["links", "- [Random forest](https://x.org/rf) is trained on tabular data\n- [Paper](https://x.org)"],
    ["badges", "[![build](https://x.org/b.svg)](https://x.org) [![pypi](https://x.org/p.svg)](https://x.org)"],
    ["how to install", "## Installation\n\nInstall PyTorch, then use the model with `pip install bikes`."],
    ["how to run", "Run `python train.py --epochs 10` to train the transformer."],
    ["how to cite", "## Citation\n\nWe use the transformer of Vaswani et al. because attention is all one needs."],
    ["a list of models to choose from", "| model | supported | accuracy |\n|---|---|---|\n| MiniLM | yes | 33.3 |"],
    ["a licence in passing", "Including but not limited to the warranties of merchantability, the model is given."],
    ["what others say", '"If it does not work on MNIST, it will not work at all", they said.'],
    ["settings of a machine", "Qwen requires 14 GB in half precision, which fits one card."],
  ])("%s is no evidence of anything", (_, line) => {
    expect(Object.values(quotes(`# Bikes\n\n${line}\n`)).flat()).toEqual([]);
  });

  test("in another language is not judged", () => {
    const line =
      "El modelo predice la demanda de las estaciones con una red neuronal para los operadores de la ciudad. ";
    expect(told(line.repeat(5)).dimensions.map(({ score }) => score)).toEqual([null, null, null, null]);
  });

  test("is read in time that grows with its length, however it repeats", () => {
    const pieces = [
      "python ",
      "a",
      "-",
      ":",
      "|",
      "`",
      "[",
      "](",
      "*",
      "1. ",
      " is ",
      "the ",
      "<td>",
      ". ",
      "\n",
      "=",
      "we use ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 10 }), (parts) => {
        told(parts.join("").repeat(Math.ceil(20_000 / parts.join("").length)));
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);
});
