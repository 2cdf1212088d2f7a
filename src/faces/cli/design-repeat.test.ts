import { expect, test } from "vitest";
import { describeRepeated } from "./design-repeat.ts";
import { painter } from "./paint.ts";

test("an availability a little below one does not read as all", () => {
  const estimate = { mean: 0.9996, halfWidth: 0.0002, count: 5 };
  const about = { id: "up", title: "Answers", scenario: "peak", met: 5, of: 5, estimate };
  const objective = { ...about, target: { atLeast: 0.9995 }, unit: "share" as const };
  const said = describeRepeated(painter({ color: false }), { objectives: [objective], firstSeed: 1, runs: 5 });
  expect(said).toBe("✓ Answers (peak): met in 5 of 5, 99.96 % ± 0.02 %");
});
