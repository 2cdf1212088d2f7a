import type { Session } from "../../src/features/interview/schema.ts";

export function passes({ scorecard }: Session): boolean {
  return scorecard?.recommendation === "hire" || scorecard?.recommendation === "strong-hire";
}

/** Sentences of the interviewer that came twice, but for those that were asked for again. */
export function saidTwice({ turns }: Session): number {
  const said = turns.filter(({ who, act }) => who === "interviewer" && act !== "repeat").map(({ text }) => text);
  return said.length - new Set(said).size;
}
