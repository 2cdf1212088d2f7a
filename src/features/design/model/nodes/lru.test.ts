import fc from "fast-check";
import { expect, test } from "vitest";
import { LruTable } from "./lru.ts";

const KEYS = 12;
const step = fc.record({ what: fc.constantFrom("put", "look"), key: fc.integer({ min: 0, max: KEYS - 1 }) });

test("it holds what a list in the order of use would hold", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: KEYS + 3 }), fc.array(step, { maxLength: 200 }), (capacity, steps) => {
      const table = new LruTable(capacity, KEYS);
      const naive: number[] = [];
      steps.forEach(({ what, key }, at) => {
        const known = naive.indexOf(key);
        const slot = table.find(key);
        expect(slot >= 0).toBe(known >= 0);
        if (what === "look" && known < 0) return;
        if (known >= 0) naive.splice(known, 1);
        else if (naive.length === table.capacity) naive.shift();
        naive.push(key);
        if (what === "look") table.touch(slot);
        else table.expires[table.put(key)] = at;
      });
      const held = Array.from({ length: KEYS }, (_, key) => key).filter((key) => table.find(key) >= 0);
      expect(held).toEqual(naive.toSorted((a, b) => a - b));
      // each key has a place of its own
      expect(new Set(held.map((key) => table.find(key))).size).toBe(held.length);
    }),
    { numRuns: 300 },
  );
});

test("emptied entries are told from old ones, and can be put again", () => {
  const table = new LruTable(3, KEYS);
  for (const key of [1, 2, 3]) table.expires[table.put(key)] = 5;
  table.empty((key) => key === 2);
  expect([1, 2, 3].map((key) => table.isEmpty(table.find(key)))).toEqual([false, true, false]);
  table.expires[table.put(2)] = 9;
  expect(table.isEmpty(table.find(2))).toBe(false);
});
