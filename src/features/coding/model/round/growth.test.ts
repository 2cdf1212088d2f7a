import { expect, test } from "vitest";
import { growthsIn } from "./growth.ts";

test.each([
  ["O(n log n)", ["1.1"]],
  [String.raw`$O((n+m)\log(n+m))$`, ["1.1"]],
  [String.raw`O(n \log n + m) for all of it`, ["1.1"]],
  ["O(nkd) in time, O(1) in memory", ["3.0", "0.0"]],
  [String.raw`O(n\cdot\text{leaves})`, ["2.0"]],
  ["O(n^2 d)", ["3.0"]],
  ["each query costs log n with a binary search", ["0.1"]],
  ["that is order n log n, because of the sort", ["1.1"]],
  ["quadratic in the worst case", ["2.0"]],
  ["linear in the number of rows", ["1.0"]],
  ["lookups in constant time", ["0.0"]],
  ["it is O(2^n) without the table", ["exponential"]],
  [String.raw`O(2^{n+1} \cdot n)`, ["exponential"]],
  ["all orders are O(n!) of them", ["factorial"]],
  ["O(n**2) comparisons", ["2.0"]],
  ["O(n * O(log n))", ["1.1"]],
  ["O(n + O(m log m)), quadratic otherwise", ["1.1", "2.0"]],
  ["exponential time, two to the n", ["exponential"]],
  ["linear in the number of rows, so O(n) in all", ["1.0"]],
  ["linear time, that is O(n)", ["1.0"]],
  ["O(n) and then constant time per query", ["1.0", "0.0"]],
])("%s", (text, orders) => {
  expect(growthsIn(text)).toEqual(orders);
});

test.each(["I write the loop now", "a linear regression on the logits", "we log everything", "so (n + 1) of them"])(
  "no cost is named in: %s",
  (text) => {
    expect(growthsIn(text)).toEqual([]);
  },
);
