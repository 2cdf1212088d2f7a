import type { Level, Persona, RoundView, Scorecard, Turn } from "./types.ts";

export const PERSONAS: readonly { id: Persona; name: string; says: string }[] = [
  { id: "warm", name: "Warm", says: "thanks you, and helps you on" },
  { id: "terse", name: "Terse", says: "the question and little else" },
  { id: "sceptical", name: "Sceptical", says: "doubts, and wants to be convinced" },
];

/** Choices of how long a silence may last. */
export const NUDGES: readonly { seconds: number | null; name: string }[] = [
  { seconds: null, name: "never" },
  { seconds: 60, name: "after a minute of silence" },
  { seconds: 120, name: "after 2 minutes of silence" },
  { seconds: 300, name: "after 5 minutes of silence" },
];

const LEVEL_NAMES: Record<Level, string> = {
  "strong-yes": "strong yes",
  yes: "yes",
  no: "no",
  "strong-no": "strong no",
};

/** A level in words; null: nothing was measured, or too little to tell one level from another. */
export function levelSaid({ level, score }: { level: Level | null; score: number | null }): string {
  if (level !== null) return LEVEL_NAMES[level];
  return score === null ? "not measured" : "too little to tell";
}

type Recommendation = Scorecard["recommendation"];
export const RECOMMENDATIONS: Record<Recommendation, { name: string; level: Level | null }> = {
  "strong-hire": { name: "Strong hire", level: "strong-yes" },
  hire: { name: "Hire", level: "yes" },
  "no-hire": { name: "No hire", level: "no" },
  "strong-no-hire": { name: "Strong no hire", level: "strong-no" },
  "not-enough-evidence": { name: "Not enough evidence", level: null },
};

export function isRecommendation(word: string | null): word is Recommendation {
  return word !== null && Object.hasOwn(RECOMMENDATIONS, word);
}

const ENDED: Record<string, string> = {
  done: "everything was asked",
  time: "time was up",
  candidate: "you ended it",
  conduct: "the interviewer ended it",
};

/** Why a round has ended: "time was up". */
export const endedBecause = ({ over }: Pick<RoundView, "over">): string => ENDED[over ?? ""] ?? "it is over";

/** "45 min", "2 h 5 min". */
export function minutesSaid(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

const DEEDS: Record<string, string> = {
  run: "ran it",
  submit: "submitted it",
  "ask-assistant": "asked the assistant",
  take: "took what the assistant proposed",
  estimates: "handed in the estimates",
  "go-on": "went on",
};

/** What was done rather than said, in words: "ran the code". */
export function deedSaid({ did }: Pick<Turn, "did">): string {
  if (did === null) return "";
  return DEEDS[did.type] ?? `did something: ${did.type.replaceAll("-", " ")}`;
}

export const whoSaid = ({ who }: Pick<Turn, "who">): string => (who === "interviewer" ? "Interviewer" : "You");
