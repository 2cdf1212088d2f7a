import * as fc from "fast-check";
import { expect, test } from "vitest";
import { assignParts } from "./holdout.ts";

const areas = ["coding", "evaluation", "genai", "deep-learning", "data", "mlops", "research"];
const items = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    kind: fc.constant("implement"),
    area: fc.constantFrom(...areas),
    difficulty: fc.integer({ min: 1, max: 5 }),
  }),
  { selector: ({ id }) => id, minLength: 4, maxLength: 200 },
);
const heldIn = (parts: Map<string, string>) => [...parts].filter(([, part]) => part === "holdout").map(([id]) => id);

test("about three in ten are held out, in the whole bank and in each area", () => {
  const bank = areas.flatMap((area, a) =>
    Array.from({ length: 50 }, (_, i) => ({ id: `${a}-${i}`, kind: "implement", area, difficulty: (i % 5) + 1 })),
  );
  const held = heldIn(assignParts(bank));
  expect(held.length / bank.length).toBeCloseTo(0.3, 1);
  for (const a of areas.keys()) {
    const share = held.filter((id) => id.startsWith(`${a}-`)).length / 50;
    expect(share).toBeGreaterThanOrEqual(0.2);
    expect(share).toBeLessThanOrEqual(0.4);
  }
});

test("while a kind has fewer than three items, none of them is held out", () => {
  const bank = areas.flatMap((area, a) =>
    [1, 2, 3, 4, 5].map((difficulty) => ({ id: `${a}-${difficulty}`, kind: "implement", area, difficulty })),
  );
  for (const { id } of bank) {
    const mixed = bank.map((item) => (item.id === id ? { ...item, kind: "debug" } : item));
    expect(assignParts(mixed).get(id)).toBe("practice");
  }
});

test("the split depends on the items alone, not on their order", () => {
  fc.assert(
    fc.property(items, (bank) => {
      expect(assignParts(bank.toReversed())).toEqual(assignParts(bank));
    }),
  );
});

test("a new item moves at most one other, of its own area and difficulty", () => {
  fc.assert(
    fc.property(items, (bank) => {
      const [added, ...before] = bank;
      const [old, now] = [assignParts(before), assignParts(bank)];
      const moved = before.filter(({ id }) => old.get(id) !== now.get(id));
      expect(moved.length).toBeLessThanOrEqual(1);
      for (const { area, difficulty } of moved)
        expect({ area, difficulty }).toMatchObject({ area: added?.area, difficulty: added?.difficulty });
    }),
  );
});
