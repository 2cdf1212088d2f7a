import { expect, test } from "vitest";
import { asideOf, isQuestion } from "./intent.ts";

test.each([
  ["", "says-nothing"],
  ["   \n", "says-nothing"],
  ["Could you repeat the question, please?", "wants-repeat"],
  ["Sorry, I didn't catch that.", "wants-repeat"],
  ["Can you give me a hint?", "wants-hint"],
  ["I'd like a hint, please.", "wants-hint"],
  ["What is the right answer?", "wants-answer"],
  ["Just tell me the answer.", "wants-answer"],
  ["What are you looking for?", "wants-answer"],
  ["Let me think.", "thinks"],
  ["Give me a moment, please.", "thinks"],
  ["I don't know.", "stuck"],
  ["No idea, honestly.", "stuck"],
  ["Pass.", "stuck"],
  ["Can we skip this?", "stuck"],
  ["That's all.", "is-done"],
  ["This is stupid and you are an idiot.", "insults"],
])("%j %s", (text, intent) => {
  expect(asideOf(text)).toBe(intent);
});

test.each([
  "I don't know the exact figure, but the loss is convex in the weights, so gradient descent finds the minimum, and with a ridge penalty the solution is unique.",
  "The main point is that the answer depends on how the labels were made.",
  "We skip connections of the encoder to the decoder, which keeps the detail.",
  "The model repeats the question when the context is too long.",
  "That is all the more reason to look at recall at a fixed precision, because the cost of a miss is so much higher here.",
  "A dropout layer passes half of the units, so the scale has to be corrected at test time by the keep probability.",
])("%j is heard as an answer", (text) => {
  expect(asideOf(text)).toBeUndefined();
});

test("a question is told from an answer that asks itself something", () => {
  expect(isQuestion("How many users are there a day?")).toBe(true);
  expect(isQuestion("Is the label delayed? And by how much?")).toBe(true);
  expect(isQuestion("I would first ask which error costs more.")).toBe(false);
  expect(isQuestion(`${"We look at precision and recall at the operating point. ".repeat(12)}Why?`)).toBe(false);
});
