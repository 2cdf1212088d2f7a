import { type Standing, standingOf } from "../../../src/features/explain/model/standing.ts";
import type { Tone } from "../../ui/state-mark.tsx";
import type { Audience, SumLine } from "./types.ts";

/** Who listens, in the order in which they are offered. */
export const audienceNames: Record<Audience, string> = {
  executive: "Executive",
  "product-manager": "Product manager",
  engineer: "Engineer of another field",
  junior: "Junior colleague",
  researcher: "Researcher",
};

/** The same where there is little room. */
export const shortNames: Record<Audience, string> = { ...audienceNames, engineer: "Engineer", junior: "Junior" };

export const toAudience: Record<Audience, string> = {
  executive: "to an executive",
  "product-manager": "to a product manager",
  engineer: "to an engineer of another field",
  junior: "to a junior colleague",
  researcher: "to a researcher",
};

export const partNames: Record<SumLine["part"], string> = {
  across: "Came across",
  terms: "Terms they do not know",
  reading: "Hard to follow",
  length: "Length",
  analogy: "Picture",
  cap: "Limit for something distorted, or for its form",
};

const TONES: Record<Standing, Tone> = { good: "pass", partly: "part", "not-yet": "fail" };
const WORDS: Record<Standing, string> = { good: "comes across", partly: "comes across in part", "not-yet": "not yet" };

/** The sign and the words for a score; without one it was not tried. */
export function markOf(score: number | null): { tone: Tone; label: string } {
  if (score === null) return { tone: "idle", label: "not tried" };
  const standing = standingOf(score);
  return { tone: TONES[standing], label: WORDS[standing] };
}

export function isAudience(value: unknown): value is Audience {
  return typeof value === "string" && Object.hasOwn(audienceNames, value);
}

/** The lines of a paragraph flow together; an empty line stays. */
export function flowing(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, " "))
    .join("\n\n");
}

export function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
