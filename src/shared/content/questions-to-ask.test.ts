import { join } from "node:path";
import { expect, test } from "vitest";
import { QuestionsToAsk } from "./question-to-ask.ts";
import { faultsAmong, loadQuestionsToAsk } from "./questions-to-ask.ts";

const { questions, faults } = loadQuestionsToAsk(join(import.meta.dirname, "..", "..", "..", "content"));

test("ours are at least ninety, whole and without a gap", () => {
  expect(faults).toEqual([]);
  expect(questions.length).toBeGreaterThanOrEqual(90);
  expect(faultsAmong(questions)).toEqual([]);
});

test("an id used twice, the same question in other words and a theme that nobody is asked about are told", () => {
  const [first] = questions;
  if (!first) throw new Error("no question");
  expect(faultsAmong([...questions, first])).toContain(`the id ${first.id} is used twice`);
  const again = {
    ...first,
    id: "again",
    text: "Who is on the team, what does each one do, and why is the position open?",
  };
  expect(faultsAmong([...questions, again])).toEqual([`${first.id} and again ask the same`]);
  const withoutPay = questions.filter(({ theme }) => theme !== "pay");
  expect(faultsAmong(withoutPay)).toContain("nothing about pay to ask a recruiter");
});

test("a question that nobody could say in one breath is refused", () => {
  const long = { ...questions[0], text: `${"why and ".repeat(20)}how?` };
  expect(QuestionsToAsk.safeParse([long]).error?.issues[0]?.message).toContain("at most 35 words");
});
