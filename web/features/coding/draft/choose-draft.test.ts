import { describe, expect, test } from "vitest";
import { chooseDraft, type LocalCopy } from "./choose-draft.ts";

const starter = "def f(): ...";
const early = "2026-01-01T10:00:00.000Z";
const late = "2026-01-01T10:05:00.000Z";
const local = (rest: Partial<LocalCopy> = {}): LocalCopy => ({ code: "here", at: late, saved: false, ...rest });

describe("opening a problem", () => {
  test("for the first time shows the starter", () => {
    expect(chooseDraft(null, null, starter)).toEqual({ code: starter, unsaved: false });
  });

  test("in another browser shows what the server has", () => {
    expect(chooseDraft(null, { code: "there", savedAt: early }, starter).code).toBe("there");
  });

  test("after the server was down sends what was typed meanwhile", () => {
    expect(chooseDraft(local(), { code: "there", savedAt: early }, starter)).toEqual({ code: "here", unsaved: true });
    expect(chooseDraft(local(), null, starter)).toEqual({ code: "here", unsaved: true });
  });

  test("after newer work elsewhere opens that, and sets aside what was never saved", () => {
    const choice = chooseDraft(local({ at: early }), { code: "there", savedAt: late }, starter);
    expect(choice).toEqual({ code: "there", unsaved: false, aside: { code: "here", at: early } });
  });

  test("a copy that the server once had is not worth offering", () => {
    const choice = chooseDraft(local({ at: early, saved: true }), { code: "there", savedAt: late }, starter);
    expect(choice.aside).toBeUndefined();
  });

  test("the same text on both sides is saved", () => {
    expect(chooseDraft(local(), { code: "here", savedAt: early }, starter).unsaved).toBe(false);
  });
});
