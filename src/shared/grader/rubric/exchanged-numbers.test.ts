import { expect, test } from "vitest";
import { exchangedNumbers, type NumberCriterion } from "./exchanged-numbers.ts";
import { statedNumbers } from "./stated-numbers.ts";

const criteria: NumberCriterion[] = [
  {
    id: "recall",
    wanted: { value: 0.67, within: 0.02 },
    phrases: ["Recall for urgent is 0.67.", "Along the row, 20 over 30 gives 0.67 for recall."],
  },
  {
    id: "precision",
    wanted: { value: 0.36, within: 0.02 },
    phrases: ["Precision for urgent is 0.36.", "The precision is 0.36, right alarms over all alarms."],
  },
];
const misplaced = (text: string) => [...exchangedNumbers(text, statedNumbers(text), criteria)];

test.each([
  "Recall for urgent is 0.36 and precision for urgent is 0.67.",
  "We get 0.67 for precision, but 0.36 for recall.",
  "The precision is 67 %. We catch 0.36 of the urgent ones, that is the recall.",
])("figures at each other's names belong to neither: %s", (text) => {
  expect(misplaced(text)).toEqual(["recall", "precision"]);
});

test.each([
  "Recall for urgent is 0.67 and precision for urgent is 0.36.",
  "We get 0.36 for precision, but 0.67 for recall.",
  "Recall, which isn't precision, is 0.67. Precision, as opposed to recall, comes to 0.36.",
  "Precision and recall are 0.36 and 0.67.",
  "0.67 recall, 0.36 precision",
  "The precision is not 0.67, that is the recall, and precision is 0.36.",
  "0.67 and 0.36, I'd say.",
  "We catch 0.67 of them, and the precision is 0.36.",
])("figures at their own names, or at none that is sure, stay: %s", (text) => {
  expect(misplaced(text)).toEqual([]);
});
