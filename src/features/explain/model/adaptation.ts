import { containment, sameWords } from "./same-wording.ts";

export type Adaptation = {
  /** Share of the shorter one's runs of three words that stand in the other. */
  sameWording: number;
  /** Cosine of the content words. */
  sameWords: number;
  verdict: "adapted" | "little-adapted" | "not-adapted";
};

/** Two explanations of one hand for two listeners share less: see adaptation.test.ts for what was measured. */
const SAME_WORDING = { much: 0.4, some: 0.15 };
const SAME_WORDS = { much: 0.85, some: 0.6 };

/** How much an explanation was changed for another listener. */
export function adaptationOf(left: string, right: string): Adaptation {
  const wording = Math.max(containment(left, right), containment(right, left));
  const words = sameWords(left, right);
  const verdict =
    wording >= SAME_WORDING.much || words >= SAME_WORDS.much
      ? "not-adapted"
      : wording >= SAME_WORDING.some || words >= SAME_WORDS.some
        ? "little-adapted"
        : "adapted";
  return { sameWording: wording, sameWords: words, verdict };
}
