import { percent } from "../../../ui/figures.ts";
import type { Measured, RoundReadiness, SkillMap } from "./types.ts";
import { intervalSaid } from "./wording.ts";

type Page = "/code" | "/recall" | "/design" | "/stories" | "/portfolio" | "/interview" | "/reading" | "/diagnostic";
export type NextStep = { title: string; reason: string; to: Page; action: string };

/** Where what a round asks for is practised. */
const ROOM: Record<RoundReadiness["kind"], { to: Page; action: string }> = {
  coding: { to: "/code", action: "Practise coding" },
  debugging: { to: "/code", action: "Practise coding" },
  progressive: { to: "/code", action: "Practise coding" },
  assisted: { to: "/code", action: "Practise coding" },
  breadth: { to: "/recall", action: "Answer questions" },
  depth: { to: "/recall", action: "Answer questions" },
  metrics: { to: "/recall", action: "Answer questions" },
  design: { to: "/design", action: "Design a system" },
  behavioral: { to: "/stories", action: "Tell a story" },
  "hiring-manager": { to: "/stories", action: "Tell a story" },
  "deep-dive": { to: "/portfolio", action: "Open a project" },
  "responsible-ai": { to: "/interview", action: "Hold a round" },
  paper: { to: "/interview", action: "Hold a round" },
  "own-paper": { to: "/reading", action: "Tell of a paper" },
};
const MOCK = { to: "/interview", action: "Hold a mock" } as const;

/** Where one stands, and the one thing to do about it. `titleOf` names a skill. */
export function nextStep({ readiness }: Pick<SkillMap, "readiness">, titleOf: (skill: string) => string): NextStep {
  const { overall, rounds, title } = readiness;
  if (!overall.holdout.enough)
    return {
      to: "/diagnostic",
      action: "Take the diagnostic",
      title: `How ready you are as ${title} is not known yet`,
      reason: `Readiness counts only what you had never seen, and half an hour of it is the diagnostic; mocks serve it too. ${narrowsMost(overall, titleOf)}`,
    };
  const stands = `${title}: ${percent(overall.holdout.expected)} (${intervalSaid(overall.holdout)})`;
  const known = rounds.filter(({ holdout }) => holdout.enough);
  const weakest = known.toSorted((a, b) => a.holdout.expected - b.holdout.expected)[0];
  const unknown = rounds.find(({ holdout }) => !holdout.enough);
  if (weakest === undefined && unknown !== undefined)
    return { ...MOCK, title: stands, reason: `Of no round enough is known. ${narrowsMost(unknown, titleOf)}` };
  if (weakest === undefined) return { ...MOCK, title: stands, reason: "Hold a mock to see how it goes under time." };
  return { ...ROOM[weakest.kind], title: stands, reason: weakestSaid(weakest, unknown) };
}

function weakestSaid({ round, holdout }: RoundReadiness, unknown: RoundReadiness | undefined): string {
  const weakest = `Least is expected in ${round}: ${percent(holdout.expected)}.`;
  return unknown === undefined ? weakest : `${weakest} Of ${unknown.round} not enough is known; a mock would tell.`;
}

/** Subjects, each once, of what would tell most. */
export function narrowsMost({ narrowedBy }: Measured, titleOf: (skill: string) => string): string {
  const subjects = [...new Set(narrowedBy.map(({ skills: [first = ""] }) => titleOf(first)))];
  return subjects.length === 0 ? "Any round would tell." : `Rounds on these would tell most: ${subjects.join(", ")}.`;
}
