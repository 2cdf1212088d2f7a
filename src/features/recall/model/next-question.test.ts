import { expect, test } from "vitest";
import { daysAfter, type Memory } from "../../../shared/spacing/memory.ts";
import { type Candidate, nextQuestion, wayInto } from "./next-question.ts";

const now = new Date("2026-03-10T12:00:00Z");
const remembered = (stability: number, daysAgo: number, lapses = 0): Memory => ({
  stability,
  lastReview: daysAfter(now, -daysAgo),
  reviews: lapses + 1,
  lapses,
});
const question = (slug: string, more: Partial<Candidate> = {}): Candidate => ({
  slug,
  area: "a",
  skills: ["a.x"],
  difficulty: 2,
  memory: undefined,
  due: undefined,
  ...more,
});
const due = (slug: string, memory: Memory, more: Partial<Candidate> = {}) =>
  question(slug, { memory, due: daysAfter(now, -1), ...more });

test("what is due comes before what is new, the most forgotten first", () => {
  const all = [question("new"), due("faint", remembered(2, 20)), due("clear", remembered(30, 10))];
  expect(nextQuestion(all, [], now)).toEqual({ slug: "faint", why: "due" });
  expect(nextQuestion(all, ["faint"], now)).toEqual({ slug: "clear", why: "due" });
  expect(nextQuestion(all, ["clear", "faint"], now)).toEqual({ slug: "new", why: "new" });
  expect(nextQuestion(all, ["new", "clear", "faint"], now)).toBeUndefined();
});

test("the area changes where it can", () => {
  const all = [
    due("one", remembered(2, 30)),
    due("two", remembered(2, 20)),
    due("three", remembered(2, 10), { area: "b" }),
  ];
  expect(nextQuestion(all, ["one"], now)?.slug).toBe("three");
});

test("new questions go round the areas, near an easy difficulty first", () => {
  const all = [
    due("known", remembered(30, 1), { due: daysAfter(now, 9) }),
    question("hard", { area: "b", difficulty: 5 }),
    question("easy", { area: "b", difficulty: 2 }),
    question("same", { area: "a", difficulty: 2 }),
  ];
  expect(nextQuestion(all, [], now)).toEqual({ slug: "easy", why: "new" });
});

test("a question that is forgotten again and again gives way to a simpler one on its skill", () => {
  const leech = due("leech", remembered(1, 9, 4), { difficulty: 4, skills: ["a.x", "a.y"] });
  const all = [
    leech,
    question("other", { skills: ["a.z"], difficulty: 1 }),
    question("second", { skills: ["a.y"], difficulty: 2 }),
    question("first", { skills: ["a.x"], difficulty: 3 }),
  ];
  expect(nextQuestion(all, [], now)).toEqual({ slug: "first", why: "another-way-in", insteadOf: "leech" });
  expect(nextQuestion(all, ["first"], now)).toMatchObject({ slug: "second" });
  expect(nextQuestion([leech], [], now)).toEqual({ slug: "leech", why: "due" });
  expect(wayInto(question("plain", { difficulty: 1 }), all)).toBeUndefined();
});
