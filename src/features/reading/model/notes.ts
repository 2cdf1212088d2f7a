import { countWords } from "../../../lib/text.ts";
import { type Notes, PARTS, type Part } from "../schema.ts";

/** What each part is called, and what it answers. */
export const PART_WORDS: Record<Part, { name: string; asks: string }> = {
  problem: { name: "Problem", asks: "What was not solved, and whom does it hurt?" },
  method: { name: "Method", asks: "What do they do, so that you could rebuild it?" },
  result: { name: "Result", asks: "What came out, against what, measured how?" },
  limit: { name: "Limit", asks: "Where does it break, and what did they not show?" },
  relation: { name: "Relation", asks: "What does it build on, and what does it contradict?" },
};

export const NO_NOTES: Notes = { problem: "", method: "", result: "", limit: "", relation: "", question: "" };

/** A part with fewer words says nothing that a retelling could be held against. */
const FEWEST_WORDS = 8;
/** So many parts have to say something before a retelling of the whole is graded. */
export const FEWEST_PARTS = 3;

/** Parts that say too little, or nothing. */
export function thinParts(notes: Notes): Part[] {
  return PARTS.filter((part) => countWords(notes[part]) < FEWEST_WORDS);
}

/** Parts that a retelling is held against. */
export function solidParts(notes: Notes): Part[] {
  const thin = thinParts(notes);
  return PARTS.filter((part) => !thin.includes(part));
}

export function isComplete(notes: Notes): boolean {
  return thinParts(notes).length === 0;
}
