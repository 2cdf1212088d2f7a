import { expect, test } from "vitest";
import { readCode } from "./read-code.ts";

const rulesOf = async (source: string) => (await readCode(source)).map(({ rule, line }) => `${line}:${rule}`);

test("an unused import, a mutable default and a loop over an array are remarked on, each at its line", async () => {
  const source = `import os
import numpy as np

def scale(x, seen=[]):
    out = np.zeros(len(x))
    for i in range(len(x)):
        out[i] = 2 * x[i]
    return out
`;
  expect(await rulesOf(source)).toEqual(["1:F401", "4:B006", "6:loop-over-array"]);
});

test("a loop that needs its index is left alone", async () => {
  const source = `def ranks(x):\n    total = 0\n    for i in range(len(x)):\n        total += i * x[i]\n    return total\n`;
  expect(await rulesOf(source)).toEqual([]);
});

test("a long function is named with its length", async () => {
  const body = Array.from({ length: 45 }, (_, i) => `    x = x + ${i}`).join("\n");
  const [finding] = await readCode(`def step(x):\n${body}\n    return x\n`);
  expect(finding?.rule).toBe("long-function");
  expect(finding?.message).toContain("47 lines");
});

test("clean code gets no remark, and a syntax error is left to the verdict", async () => {
  expect(await rulesOf("def double(x):\n    return 2 * x\n")).toEqual([]);
  expect(await rulesOf("def double(x:\n    return 2 * x\n")).toEqual([]);
});

test("deep nesting is remarked on once", async () => {
  const source = `def f(a):
    for b in a:
        for c in b:
            if c:
                while c:
                    if b:
                        c -= 1
    return a
`;
  expect(await rulesOf(source)).toContain("6:deep-nesting");
});
