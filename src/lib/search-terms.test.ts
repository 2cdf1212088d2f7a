import { expect, test } from "vitest";
import { searchTerms } from "./search-terms.ts";

test("a search looks for letters and figures in whatever case or form they come", () => {
  expect(searchTerms("KV-cache: ﬁne-tuned 100%_")).toEqual(["kv", "cache", "fine", "tuned", "100"]);
});
