import type { CodingProblem } from "../../../shared/content/coding-folder.ts";
import { growthsIn } from "../model/round/growth.ts";

const HEADING = "## What interviewers ask next";
const QUESTION = /\*\*([^*]+\?)\*\*\s+([\s\S]*?)(?=\n\s*\n\*\*|\n## |$)/g;

/** Questions that an interviewer asks once a problem is solved, with the answers, as its explanation has them. */
export function followUpsIn(explanation: string): { ask: string; answer: string }[] {
  const from = explanation.indexOf(HEADING);
  if (from === -1) return [];
  return [...explanation.slice(from).matchAll(QUESTION)].flatMap(([, ask = "", answer = ""]) =>
    answer.trim() === "" ? [] : [{ ask: ask.trim(), answer: answer.trim() }],
  );
}

/** Orders of growth that are right for a problem: what its task asks for and its reference promises, else all that its explanation names. */
export function growthsOf({ prompt, levelTexts, solution, explanation }: CodingProblem): string[] {
  const asked = growthsIn([prompt, ...levelTexts, solution].join("\n"));
  return asked.length > 0 ? asked : growthsIn(explanation);
}
