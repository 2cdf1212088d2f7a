import { expect, test } from "vitest";
import { holdout } from "../support/cli.ts";

test("finds tools as text and as data, and says where there is none or no such kind", () => {
  const ran = holdout(["tools", "search", "experiment", "tracking", "--json"], {});
  expect(ran.code).toBe(0);
  expect((JSON.parse(ran.out) as { id: string }[]).map(({ id }) => id)).toContain("mlflow");
  expect(holdout(["tools", "search", "pytorch"], {}).out).toContain("https://pytorch.org");
  expect(holdout(["tools", "search", "qqqqqq"], {}).code).toBe(1);
  const wrong = holdout(["tools", "search", "x", "--kind", "vector-stor"], {});
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('did you mean "vector-store"');
  const terms = holdout(["tools", "search", "x", "--terms", "opensource"], {});
  expect(terms.code).toBe(2);
  expect(terms.err).toContain('did you mean "open-source"');
});
