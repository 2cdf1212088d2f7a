import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesOf, readTelling } from "../prose/telling.ts";
import { readTold } from "./told.ts";

const told = (text: string) => readTold({ readme: readTelling("README.md", linesOf(text)), beside: [] });
const quotes = (text: string) =>
  Object.fromEntries(told(text).dimensions.map(({ id, evidence }) => [id, evidence.map(({ quote }) => quote)]));

const LEANING = `# Bike forecasts

This is the moved version of the old dashboard of the city.

## Overview

This app predicts where bikes are missing.
`;

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

  test.each([
    [
      "by its name and what it does for somebody",
      "# Bikes\n\nBikes helps a city to put its bicycles where they are missed.",
      ["Bikes helps"],
    ],
    [
      "by the competition it was made for",
      "# Bikes\n\nThis is my solution of the City Bikes competition, placed ninth.",
      ["City Bikes"],
    ],
    [
      "not by its course",
      "# Bike forecasts\n\nCode for the final project of CS 999.\n\nWe trained a network to say where bikes are missing.",
      ["to say where"],
    ],
    [
      "behind a note",
      "# Bikes\n\nNote: this is no longer kept up.\n\nThe authors were led by Ann of the city.\n\nThis repository forecasts the demand for bikes.",
      ["forecasts"],
    ],
    ["in a sentence of its own rather than one that leans on the title", LEANING, ["predicts where"]],
    ["not by who proposed it", "# Bike forecasts\n\nThis project was proposed by Ann and begun by two of us.", []],
    ["not by a question", "# Bikes\n\n## Problem\n\nIf stations are split, what remains difficult?", []],
    [
      "not by what has to be installed",
      "# Bike forecasts\n\nThe project has dependencies that must be there before running.",
      [],
    ],
    [
      "by what it describes, whatever the task",
      "# Bikes\n\nAn open platform for standardised bicycle phenotyping.",
      ["platform"],
    ],
    ["not by how hard it was to train", "# Bikes\n\nThe large model is very hard to train and its loss explodes.", []],
  ])("tells its problem %s", (_, text, expected) => {
    expect(quotes(text).problem).toEqual(expected.map((each) => expect.stringContaining(each)));
  });

  test.each([
    ["of a model with its method", "Our model uses a convolutional network on spectrograms of each ride.", 1],
    ["of what the approach is", "The first approach is to use random forests on the counts of the day before.", 1],
    ["of a choice for a part", "For the encoder we use ResNet50 instead of VGG16.", 1],
    ["without a name for it", "We trained a segmentation network on pictures of full stations.", 1],
    ["not of input and output", "**Output**: Augmented and standardised features of each station.", 0],
    ["not of what may be", "The embeddings can also be used with UMAP to look at stations.", 0],
    ["not of another repository", "Transformer models are implemented externally and imported here.", 0],
  ])("tells its approach by a sentence %s", (_, line, count) => {
    expect(quotes(`# Bikes\n\n## Approach\n\n${line}\n`).approach).toHaveLength(count);
  });

  test("tells its approach by its purpose where nothing else does", () => {
    const text = "# Bikes\n\nThis project predicts empty stations using an LSTM on the rides of a week.\n";
    expect(quotes(text).approach).toEqual([expect.stringContaining("using an LSTM")]);
  });

  test.each([
    ["what did not show", "## Notes\n\nIt did not make a huge difference in our case.", 0.6],
    [
      "what is mistaken",
      "## Notes\n\nThe two models are wrong at times: they misclassified stations near the river.",
      0.6,
    ],
    [
      "not the lessons of a course",
      "## At the end of these 7 lessons you can\n\n- build a pipeline for whole batches",
      0,
    ],
    ["not what a reader sees next time", "## Notes\n\nNext time you load the data, it comes from the cache.", 0],
    [
      "not what is ticked off",
      "## Roadmap\n\n- [x] Weather of the last ten years\n  - hourly and daily tables of it",
      0,
    ],
    ["what is still open, a little", "## Roadmap\n\n- [x] Weather of ten years\n- [ ] Events of the whole city", 0.3],
    ["not how hard the field is", "## Introduction\n\nIt is known that they fail to handle rare events.", 0],
  ])("tells what was learned: %s", (_, text, score) => {
    expect(told(`# Bikes\n\n${text}\n`).dimensions[3]?.score).toBe(score);
  });

  test("has results in a table whose caption names the metric", () => {
    const table = "| City | Ours | Naive |\n|---|---|---|\n| Ulm | 0.81 | 0.62 |\n| Bonn | 0.79 | 0.66 |\n";
    const quoted = quotes(`# Bikes\n\n## Results\n\nThe table reports macro-F1 on held-out weeks.\n\n${table}`);
    expect(quoted.results).toContainEqual(expect.stringContaining("0.81"));
    expect(quotes("# Bikes\n\n## Results\n\nF1 is the mean of 5-fold validation.\n").results).toEqual(["## Results"]);
  });

  test("has no result in a table that counts classes", () => {
    const table = "| Metric | Value |\n|---|---|\n| Classes | 38 |\n| Test accuracy | 0.91 |\n";
    const quoted = quotes(`# Bikes\n\n## Results\n\nThe table reports accuracy.\n\n${table}`).results;
    expect(quoted).toContainEqual(expect.stringContaining("0.91"));
    expect(quoted).not.toContainEqual(expect.stringContaining("38"));
  });

  test("may have a title with a word that names an aside elsewhere", () => {
    const text =
      "# News for drivers\n\nThis app classifies the news of a city for drivers.\n\n## Data\n\nTen papers.\n";
    expect(quotes(text).problem).toHaveLength(1);
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
      "the goal of ",
      "code for A ",
      "using ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 10 }), (parts) => {
        told(parts.join("").repeat(Math.ceil(20_000 / parts.join("").length)));
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);
});
