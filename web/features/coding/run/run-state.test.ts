import { expect, test } from "vitest";
import { type RunState, type RunStep, runStep } from "./run-state.ts";
import { passed, verdict } from "./verdict-fixture.ts";

const after = (...steps: RunStep[]): RunState => steps.reduce(runStep, { phase: "idle" } as RunState);
const begin: RunStep = { event: "begin", mode: "submit" };
const accepted: RunStep = { event: "accepted", data: { submissionId: "s1" } };
const firstTest: RunStep = { event: "test", data: { index: 0, total: 2, test: passed("example") } };

test("tests arrive one by one", () => {
  expect(after(begin, accepted, { event: "started", data: { total: 2 } }, firstTest)).toMatchObject({
    phase: "running",
    submissionId: "s1",
    total: 2,
    tests: [{ name: "example" }],
  });
});

test("a judge that begins anew begins with no tests", () => {
  const started: RunStep = { event: "started", data: { total: 2 } };
  expect(after(begin, accepted, started, firstTest, started)).toMatchObject({ phase: "running", total: 2, tests: [] });
});

test("the advice comes after the verdict and stands beside it", () => {
  const advice = {
    line: 3,
    rule: "needless-loop",
    message: "One expression says the same.",
    severity: "advice",
  } as const;
  const state = after(
    begin,
    accepted,
    { event: "verdict", data: verdict() },
    { event: "reading", data: { findings: [advice] } },
  );
  expect(state).toMatchObject({
    phase: "done",
    submissionId: "s1",
    verdict: { verdict: "accepted" },
    reading: [advice],
  });
});

test("what arrives after the end of a run does not bring it back", () => {
  const failed = after(begin, {
    event: "fail",
    failure: { code: "server-down", message: "The server does not answer." },
  });
  expect(runStep(failed, firstTest)).toBe(failed);
});

test("a problem of the judge's is told in its own words", () => {
  const error = { code: "judge-broken", message: "The judge does not answer.", mend: "Try again." };
  expect(after(begin, { event: "problem", data: { error } })).toEqual({
    phase: "failed",
    mode: "submit",
    failure: error,
  });
});

test("a new run starts from nothing", () => {
  expect(after(begin, { event: "verdict", data: verdict() }, { event: "begin", mode: "run" })).toEqual({
    phase: "running",
    mode: "run",
    tests: [],
    cancelling: false,
  });
});
