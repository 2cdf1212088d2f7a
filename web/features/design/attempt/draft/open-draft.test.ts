import { expect, test } from "vitest";
import type { Attempt } from "../../types.ts";
import { type Draft, openDraft } from "./open-draft.ts";

const attempt: Attempt = {
  id: "1",
  slug: "case",
  startedAt: "2026-01-01T10:00:00.000Z",
  finishedAt: null,
  phase: "scope",
  design: "gateway -> app:service",
  written: { goal: "there" },
  estimates: {},
  seconds: { clarify: 10 },
  asked: [],
  checked: null,
  runs: [],
  probes: [],
  answers: [],
  scorecard: null,
};
const local: Draft = { phase: "design", design: "gateway", written: { goal: "here" }, estimates: {}, seconds: {} };
const kept = (saved: boolean, text = JSON.stringify(local)) => ({ text, at: "2026-01-01T10:05:00.000Z", saved });

test("what was typed here and never reached the server is opened, and sent", () => {
  expect(openDraft(attempt, kept(false))).toEqual({ draft: local, unsaved: true });
});

test("what the server has acknowledged is read from the server, which may have newer work", () => {
  expect(openDraft(attempt, kept(true)).draft.written).toEqual({ goal: "there" });
  expect(openDraft(attempt, null).unsaved).toBe(false);
});

test("a finished attempt is as it was finished", () => {
  const finished = { ...attempt, finishedAt: "2026-01-01T11:00:00.000Z" };
  expect(openDraft(finished, kept(false)).draft.design).toBe(attempt.design);
});

test("storage that holds something else is passed over", () => {
  for (const text of ["", "null", "[]", '{"phase":"lunch"}', JSON.stringify({ ...local, written: { a: 1 } })])
    expect(openDraft(attempt, kept(false, text)).unsaved, text).toBe(false);
});
