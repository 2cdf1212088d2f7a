import { expect, test } from "vitest";
import { openedCode, readKeptCode } from "./kept-code.ts";

test("without anything kept the server's code is opened", () => {
  expect(openedCode(null, "server")).toEqual({ code: "server" });
  expect(openedCode({ code: "server", over: [] }, "server")).toEqual({ code: "server" });
});

test("what was typed over the server's code is newer, also over what was on its way", () => {
  expect(openedCode({ code: "typed", over: ["server"] }, "server")).toEqual({ code: "typed" });
  expect(openedCode({ code: "typed", over: ["before", "server"] }, "server")).toEqual({ code: "typed" });
});

test("where the round went on elsewhere, what was typed here is set aside", () => {
  expect(openedCode({ code: "typed", over: ["before"] }, "server")).toEqual({ code: "server", aside: "typed" });
});

test("what is kept is read again, and anything else is nothing", () => {
  expect(readKeptCode(JSON.stringify({ code: "a", over: ["b"] }))).toEqual({ code: "a", over: ["b"] });
  for (const text of ["", "no JSON", "3", '{"code":1,"over":[]}']) expect(readKeptCode(text)).toBeNull();
});
