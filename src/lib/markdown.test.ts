import { expect, test } from "vitest";
import { fenced, quoted } from "./markdown.ts";

test("a quotation keeps its lines", () => {
  expect(quoted("one\n\ntwo\n")).toBe("> one\n> \n> two");
});

test("no fence in code closes its block", () => {
  expect(fenced("a\n", "python")).toBe("```python\na\n```");
  expect(fenced("# ```\ngateway -> app")).toBe("````\n# ```\ngateway -> app\n````");
});
