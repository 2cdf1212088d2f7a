import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sentencesIn } from "../sentences.ts";
import { findTerms } from "./find-terms.ts";

const TERMS = Object.entries({
  recall: "how much of the fraud we catch",
  precision: "how many of the orders we stop are really fraud",
  "gradient descent": "nudging the settings downhill step by step",
  "fine-tuning": "training it further on our own texts",
  AUC: "how well it puts the worst orders first",
  embedding: "a list of numbers for the meaning",
  hallucination: "an invented answer",
  RAG: "a system that looks things up",
  overfitting: "learning the examples by heart",
  bagging: "an average of many trees",
  "class imbalance": "fraud is rare",
  "false positive": "an honest customer whom we turn away",
  "neural network": "the model",
  network: "leave it out",
  hyperparameter: "a setting chosen before training",
}).map(([term, instead]) => ({ term, instead }));

const unexplained = (text: string) => findTerms(sentencesIn(text), TERMS).unexplained.map(({ term }) => term);

test.each([
  ["We use gradient descent to train it.", ["gradient descent"]],
  ["We fine-tuned it, then finetuned it again after more fine tuning.", ["fine-tuning"]],
  ["The AUCs are high; the auc of May was low.", ["AUC"]],
  ["Embeddings and the model's hallucinations.", ["embedding", "hallucination"]],
  ["The model overfits.", ["overfitting"]],
  ["Class-imbalance matters, and so does every false-positive.", ["class imbalance", "false positive"]],
  ["A neural network learns.", ["neural network"]],
])("a term is found however it is written: %s", (text, terms) => {
  expect(unexplained(text)).toEqual(terms);
});

test.each([
  "Wipe it with a rag and put it in a bag.",
  "We answered promptly and precisely.",
  "A recallable product is none of ours.",
])("an ordinary word is no term: %s", (text) => {
  expect(unexplained(text)).toEqual([]);
});

test.each([
  "We use gradient descent, that is, nudging the knobs a little each time.",
  "Recall, the share of fraud that we catch, went up.",
  "Recall (how many of the frauds we catch) went up.",
  "The share of frauds that we catch (recall) went up.",
  "The share of frauds we catch, called recall, went up.",
  "What engineers call recall is the share of the frauds that we catch.",
  "Recall means the share of the stolen cards that we notice.",
  "Recall asks: of all real frauds, how many did we stop?",
  "By recall I mean the share of thieves that we catch.",
  "Think of recall as the share of burglars that the guard notices.",
  "We catch seven of ten frauds, that's our recall.",
  "We finetune the model, meaning we train it a bit more on our own letters.",
  "Hallucinations, or made-up facts, are rare.",
  "Hallucinations – invented facts – are rare.",
  "It makes things up, which people call hallucination.",
  "Overfitting is when the model learns the examples by heart.",
  "An embedding is basically a list of numbers that says what the text is about.",
  "We had three false positives, honest people whom we blocked.",
  "We look at precision and recall, so how many of our stops are right and how much fraud we catch.",
])("plain words in the same sentence explain it: %s", (text) => {
  expect(unexplained(text)).toEqual([]);
});

test.each([
  ["Recall is 90 percent.", ["recall"]],
  ["Recall is the most important metric.", ["recall"]],
  ["Recall is better than precision.", ["recall", "precision"]],
  ["Recall is the precision of the other class.", ["recall", "precision"]],
  ["Recall (70 percent) went up.", ["recall"]],
  ["Recall (TP / (TP + FN)) went up.", ["recall"]],
  ["Our recall, a number that the board likes, is high.", ["recall"]],
  ["The model's recall is the reason we lost money in May.", ["recall"]],
  ["Gradient descent, an optimisation algorithm, was used.", ["gradient descent"]],
  ["The AUC is the area under the ROC curve.", ["AUC"]],
  ["It is called gradient descent.", ["gradient descent"]],
  ["Overfitting happens when there is too little data.", ["overfitting"]],
])("more jargon, a figure or praise explains nothing: %s", (text, terms) => {
  expect(unexplained(text)).toEqual(terms);
});

test("once explained a term may come again, and what came before stays told with its places", () => {
  expect(unexplained("Recall is the share of fraud we catch. Our recall is now higher.")).toEqual([]);
  const before = "Our recall is higher. Its recall is not. Recall is the share of fraud we catch.";
  const [term] = findTerms(sentencesIn(before), TERMS).unexplained;
  expect(term?.uses.map(({ start, end }) => before.slice(start, end))).toEqual(["recall", "recall"]);
  expect(term?.instead).toBe("how much of the fraud we catch");
});

test("in a dictated text without stops, plain words count near the term alone", () => {
  const filler = "and then we had a long look at the orders of that month and spoke with the team about it ".repeat(4);
  expect(unexplained(`our recall is low ${filler} what counts is how much of the fraud we catch`)).toEqual(["recall"]);
});

test("a term among any words is found, and at its place", () => {
  const words = fc.array(fc.constantFrom("the", "order", "we", "stop", "late", "red"), { maxLength: 8 });
  const forms = fc.constantFrom("recall", "Recall", "AUCs", "neural networks", "false-positive", "hyperparameters");
  fc.assert(
    fc.property(words, forms, words, (left, form, right) => {
      const text = [...left, form, ...right].join(" ");
      const [found] = findTerms(sentencesIn(text), TERMS).unexplained;
      expect(found && text.slice(found.span.start, found.span.end)).toBe(form);
    }),
  );
});
