import type { SkillReading } from "./read-posting.ts";
import { wordsOf } from "./words.ts";

type CvState = "said" | "other-words" | "missing";
export type CvCheck = {
  skill: string;
  /** The posting's words for it. */
  phrases: string[];
  state: CvState;
  /** What the CV says, where it says it in any words. */
  found: string | null;
};

const MOST_CHECKED = 14;
const MOST_PHRASES = 3;
/** What a CV cannot show by naming it. */
const NOT_ON_A_CV = /^(behavioral|communication)\./;

/** Whether a CV says what a posting asks for most: in its words, in others, or not at all. `named` is what the CV's words show. */
export function cvChecklist(
  skills: readonly SkillReading[],
  cv: { text: string; named: ReadonlyMap<string, string> },
): CvCheck[] {
  const said = ` ${spoken(cv.text)} `;
  return skills
    .filter(({ skill }) => !NOT_ON_A_CV.test(skill))
    .slice(0, MOST_CHECKED)
    .map(({ skill, mentions }) => {
      const phrases = distinct(mentions.map(({ text }) => text)).slice(0, MOST_PHRASES);
      const same = phrases.find((phrase) => said.includes(` ${spoken(phrase)} `));
      const found = same ?? cv.named.get(skill) ?? null;
      return { skill, phrases, state: same ? "said" : found === null ? "missing" : "other-words", found };
    });
}

function spoken(text: string): string {
  return wordsOf(text)
    .map(({ one }) => one)
    .join(" ");
}

function distinct(phrases: readonly string[]): string[] {
  const seen = new Set<string>();
  return phrases.filter((phrase) => {
    const key = spoken(phrase);
    return key !== "" && !seen.has(key) && seen.add(key);
  });
}
