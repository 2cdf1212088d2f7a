/** From here on an explanation comes across, or comes across in part. */
const GOOD_FROM = 0.65;
const PARTLY_FROM = 0.4;

export type Standing = "good" | "partly" | "not-yet";

export function standingOf(score: number): Standing {
  if (score >= GOOD_FROM) return "good";
  return score >= PARTLY_FROM ? "partly" : "not-yet";
}
