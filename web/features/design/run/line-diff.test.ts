import { expect, test } from "vitest";
import { lineDiff } from "./line-diff.ts";

test("a diff keeps what stayed and shows what went and came", () => {
  const lines = lineDiff(
    "gateway -> app\napp -> ranker{gpu=L4}\n# end",
    "gateway -> cache -> app\napp -> ranker{gpu=L4}\n# end\n",
  );
  expect(lines.map(({ kind, text }) => `${kind[0]} ${text}`)).toEqual([
    "g gateway -> app",
    "n gateway -> cache -> app",
    "s app -> ranker{gpu=L4}",
    "s # end",
  ]);
});

test("a diff gives both texts back", () => {
  const [before, after] = ["a\nb\nc\nd", "b\nx\nd\ne"];
  const lines = lineDiff(before, after);
  const text = (left: "gone" | "new") => lines.filter(({ kind }) => kind !== left).map((line) => line.text);
  expect(text("new").join("\n")).toBe(before);
  expect(text("gone").join("\n")).toBe(after);
});

test("texts of very many lines are told apart whole where they differ", () => {
  const lines = (of: string) => Array.from({ length: 10_000 }, (_, at) => `${of}${at}`);
  const [before, after] = [
    ["first", ...lines("a"), "last"],
    ["first", ...lines("b"), "last"],
  ];
  const diff = lineDiff(before.join("\n"), after.join("\n"));
  expect(diff.map(({ kind }) => kind)).toEqual([
    "same",
    ...lines("").map(() => "gone"),
    ...lines("").map(() => "new"),
    "same",
  ]);
});
