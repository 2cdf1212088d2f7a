import { expect, test } from "vitest";
import { visible } from "./visible.ts";

test("what would speak to a terminal becomes a mark, in whatever it stands", () => {
  expect(visible("a\u001b]0;title\u0007b\u009b2Jc\r\nd\te\u007f")).toBe(
    "a\uFFFD]0;title\uFFFDb\uFFFD2Jc\uFFFD\uFFFDd e\uFFFD",
  );
  expect(visible({ file: "a\u001b.py", lines: [{ quote: "\u0000" }, 3, null, undefined, true] })).toEqual({
    file: "a\uFFFD.py",
    lines: [{ quote: "\uFFFD" }, 3, null, undefined, true],
  });
  expect(visible("über ∂ 🚲")).toBe("über ∂ 🚲");
});
