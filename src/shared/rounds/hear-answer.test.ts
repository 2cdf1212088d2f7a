import { afterAll, expect, test } from "vitest";
import { questionFiles, readQuestion } from "../content/question-bank.ts";
import { openGrader } from "../grader/open-grader.ts";
import { type HearingDeps, hearAnswer } from "./hear-answer.ts";

const grader = openGrader("", { threads: 1 });
afterAll(() => grader.close());
const deps: HearingDeps = {
  grader,
  grade: async (question, answer) => {
    const grade = await grader.gradeAnswer({ question, values: new Map() }, answer);
    return { grade, engine: grade.engine, note: undefined };
  },
};
const facts = [
  { id: "users", asked: ["How many users are there?"], answer: "A million." },
  { id: "delay", asked: ["How late may a label arrive?"], answer: "A week." },
];

async function hear(text: string) {
  const [path = ""] = questionFiles("content");
  const read = readQuestion(path);
  if (!read.ok) throw new Error(path);
  return hearAnswer(deps, { question: read.value.question, facts }, { before: [], text });
}

test("several questions in one turn are each answered where there is a fact", async () => {
  const heard = await hear("How many users are there? And how late may a label arrive?");
  expect(heard).toMatchObject({ intent: "asks", facts: [{ id: "users" }, { id: "delay" }] });
});

test("a question beside one that nobody has a fact for is answered alone", async () => {
  const heard = await hear("How many users are there? Is the moon full tonight?");
  expect(heard.facts).toEqual([{ id: "users", answer: "A million." }]);
});

test("a try that ends in a wish for a hint asks for one", async () => {
  const heard = await hear("Something about the size of the numbers, I suppose. Could you give me a hint?");
  expect(heard.intent).toBe("wants-hint");
});
