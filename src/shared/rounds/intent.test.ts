import { expect, test } from "vitest";
import { asideOf, isQuestion } from "./intent.ts";

test.each([
  ["", "says-nothing"],
  ["   \n", "says-nothing"],
  ["Could you repeat the question, please?", "wants-repeat"],
  ["Sorry, I didn't catch that.", "wants-repeat"],
  ["Can you give me a hint?", "wants-hint"],
  ["I'd like a hint, please.", "wants-hint"],
  ["I don't know, could you give me a hint?", "wants-hint"],
  ["I'm not sure about this one. Can I have a hint?", "wants-hint"],
  ["Hm, I'm a bit stuck here, but maybe a hint would help?", "wants-hint"],
  ["A small hint would be great.", "wants-hint"],
  ["No idea. Where should I start?", "wants-hint"],
  ["I'm lost, sorry. Could you rephrase the question?", "wants-repeat"],
  ["I don't know, give me a minute.", "thinks"],
  ["What is the right answer?", "wants-answer"],
  ["Just tell me the answer.", "wants-answer"],
  ["What are you looking for?", "wants-answer"],
  ["What keywords are you looking for?", "wants-answer"],
  ["What would a strong answer be?", "wants-answer"],
  ["What should I have said?", "wants-answer"],
  ["Could you give me the first half of the answer?", "wants-answer"],
  ["I give up, what is it?", "wants-answer"],
  ["Was that correct?", "wants-answer"],
  ["Just tell me.", "wants-answer"],
  ["Let me think.", "thinks"],
  ["Give me a moment, please.", "thinks"],
  ["I don't know.", "stuck"],
  ["No idea, honestly.", "stuck"],
  ["Pass.", "stuck"],
  ["Can we skip this?", "stuck"],
  ["That's all.", "is-done"],
  ["This is stupid and you are an idiot.", "insults"],
  ["What a useless interview. Are you incompetent?", "insults"],
  ["You are a joke, honestly.", "insults"],
  ["Okay, one moment please.", "thinks"],
  ["I need a second to think about that.", "thinks"],
  ["Let me think about it for a moment.", "thinks"],
  ["Sorry, I don't know. Can we move on?", "stuck"],
  ["I give up, what's the answer?", "wants-answer"],
  ["Could you say that again?", "wants-repeat"],
  ["I think that's all I have.", "is-done"],
  ["No, I have no questions.", "is-done"],
  ["No further questions from my side, thank you.", "is-done"],
  ["I don't have any questions for you at the moment.", "is-done"],
  ["Nothing from me.", "is-done"],
  ["That’s all.", "is-done"],
  ["I don’t know.", "stuck"],
  ["I don't know, let's skip this one.", "stuck"],
  ["I don't know, pass", "stuck"],
  ["I don't know, can we move on?", "stuck"],
  ["I have no idea what that is.", "stuck"],
  ["I really have no idea", "stuck"],
  ["Sorry, I don't know the answer to that.", "stuck"],
  ["Hm, uh, umm, no idea.", "stuck"],
])("%j %s", (text, intent) => {
  expect(asideOf(text)).toBe(intent);
});

test.each([
  "I don't know the exact figure, but the loss is convex in the weights, so gradient descent finds the minimum, and with a ridge penalty the solution is unique.",
  "I would say that recall matters most, because a missed fraud costs far more.",
  "I'd say it depends on the base rate.",
  "The p99 budget is one second.",
  "I need a second validation set for calibration.",
  "Those bounds hold on average, not for each query.",
  "Compare what was retrieved with the answer, claim by claim.",
  "Then I move on to the next layer.",
  "I use a pointer network to get a pointer to the span.",
  "If you have useless features, the tree still splits on them by chance, and with many of them the importance is spread thin, so I would drop those that permutation shows to be noise on held-out data.",
  "This is a dumb model, but it is the baseline that everything has to beat before it is worth its latency.",
  "The p50 is a moment that hides the tail, so give me the p99 as well as the mean.",
  "I'm not sure about the constant, but a hint of overfitting would show in the gap between the curves.",
  "I don't know, where do I start, well, a hinge loss would be flat beyond the margin.",
  "I don't know the exact constant, but it grows with the square root.",
  "That is all noise.",
  "If you are adding a useless feature, the tree ignores it.",
  "When you are training a dumb baseline first, you get a floor.",
  "This is a useless test when n is small, so I would bootstrap.",
  "I don't know, I would guess that it grows with the square root.",
  `${"uhhm ".repeat(400)}x`,
  `${"uhhm".repeat(2_000)}x`,
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
