import { expect, test } from "vitest";
import { fillQuestion } from "./fill-question.ts";
import type { Question } from "./question.ts";

const sample = (text: string) => ({ band: [0, 1] as [number, number], text });
const question = (prompt: string, numbers?: Question["numbers"]): Question => ({
  id: "00000000-0000-4000-8000-000000000000",
  title: "t",
  kind: "compute",
  skills: ["a.b"],
  difficulty: 1,
  roles: ["mle"],
  ...(numbers ? { numbers } : {}),
  prompt,
  rubric: [],
  misconceptions: [],
  probes: [],
  clarify: [],
  answers: { strong: sample(""), partial: sample(""), wrong: sample("") },
  reference: "",
  sources: [],
});
const numbers = {
  draw: {
    n: { whole: [10_000, 10_005] as [number, number] },
    rate: { from: 0.1, to: 0.3, step: 0.05 },
    list: {
      pick: [
        [1, 2],
        [3, 4],
      ],
    },
  },
  derive: { hits: "n * rate", second: "list[2]", root: "sqrt(sum(list))" },
};

test("numbers are drawn within their bounds, the same for the same seed", () => {
  const drawn = Array.from({ length: 50 }, (_, seed) => fillQuestion(question("", numbers), seed).values);
  const rates = new Set(drawn.map((values) => values.get("rate")));
  expect([...rates].sort()).toEqual([0.1, 0.15, 0.2, 0.25, 0.3]);
  for (const values of drawn) {
    expect(values.get("n")).toBeGreaterThanOrEqual(10_000);
    expect(values.get("n")).toBeLessThanOrEqual(10_005);
    expect(values.get("hits")).toBeCloseTo(Number(values.get("n")) * Number(values.get("rate")));
    expect([2, 4]).toContain(values.get("second"));
  }
  expect(fillQuestion(question("", numbers), 7).values).toEqual(drawn[7]);
});

test("a name in braces is filled in, as its format says", () => {
  const fixed = { draw: { a: { pick: [0.8333333, 0.8333333] }, n: { pick: [12_345, 12_345] } }, derive: {} };
  const filled = fillQuestion(question("{a} {a:2} {a:%} {a:%0} {n}", fixed), 1).question.prompt;
  expect(filled).toBe("0.8333 0.83 83.3 % 83 % 12,345");
});

test("a question without numbers stays as it is, braces and all", () => {
  const plain = question("the set {x} of all x");
  expect(fillQuestion(plain, 1).question).toBe(plain);
});

test("what cannot be worked out is told by name", () => {
  expect(() => fillQuestion(question("{b}", numbers), 1)).toThrow('{b}: there is no number "b"');
  expect(() => fillQuestion(question("", { draw: {}, derive: { bad: "1 / 0" } }), 1)).toThrow("bad");
});
