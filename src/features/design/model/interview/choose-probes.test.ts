import { expect, test } from "vitest";
import { tinyReport } from "../../../../../tests/support/tiny-report.ts";
import { parseDesign } from "../language/parse-design.ts";
import { chooseProbes } from "./choose-probes.ts";

type Candidates = Parameters<typeof chooseProbes>[0];

const probe = (id: string, when: string) => ({ id, when, dimension: "serving", ask: `About ${id}?` });
const probes = [
  probe("always", "always"),
  probe("no-canary", "without:canary"),
  probe("no-service", "without:service"),
  probe("has-gateway", "with:gateway"),
  probe("met", "met:cheap"),
  probe("full", "saturated:service"),
  probe("late", "missed:fast"),
  probe("down", "missed:there"),
] as unknown as Candidates;
const { design } = parseDesign("gateway -> app:service\n");

test("the weakest point comes first: missed objectives by how far, then what was full, then what is not there", () => {
  const report = tinyReport({ missed: ["fast", "there"], utilisation: 0.97 });
  expect(chooseProbes(probes, { report, design })).toEqual([
    {
      id: "late",
      dimension: "serving",
      ask: "About late?",
      because: "p99 on a normal day: 150 ms, wanted at most 100 ms.",
    },
    {
      id: "down",
      dimension: "serving",
      ask: "About down?",
      because: "Answered when a machine goes: 70 %, wanted at least 99 %.",
    },
    { id: "full", dimension: "serving", ask: "About full?", because: "`app` was 97 % busy in the run." },
    {
      id: "no-canary",
      dimension: "serving",
      ask: "About no-canary?",
      because: expect.stringContaining("has no canary"),
    },
  ]);
});

test("a run without a weak point is asked about what it has and what it met", () => {
  const chosen = chooseProbes(probes, { report: tinyReport(), design });
  expect(chosen.map(({ id }) => id)).toEqual(["no-canary", "has-gateway", "met", "always"]);
});

test("an objective that could not be measured was missed by as much as can be", () => {
  const report = tinyReport({ missed: ["fast", "there"] });
  const [first, second] = report.objectives;
  if (!first || !second) throw new Error("there are three objectives");
  const blind = { ...report, objectives: [first, { ...second, value: null }] };
  expect(chooseProbes(probes, { report: blind, design })[0]).toMatchObject({
    id: "down",
    because: "Answered when a machine goes: could not be measured, wanted at least 99 %.",
  });
});
