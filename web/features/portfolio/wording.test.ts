import { expect, test } from "vitest";
import { originOf } from "./wording.ts";

test("an address is told from a folder", () => {
  expect(originOf(" https://example.org/a.git ")).toEqual({ kind: "url", url: "https://example.org/a.git" });
  expect(originOf("github.com/ada/bikes")).toEqual({ kind: "url", url: "https://github.com/ada/bikes" });
  expect(originOf("~/code/bikes")).toEqual({ kind: "folder", path: "~/code/bikes" });
  expect(originOf("C:\\code")).toEqual({ kind: "folder", path: "C:\\code" });
});
