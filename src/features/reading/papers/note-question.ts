import { sentencesOf } from "../../../shared/claims/sentences.ts";
import type { Question } from "../../../shared/content/question.ts";
import type { Paper, Part } from "../schema.ts";

type Criterion = Question["rubric"][number];

/** What each part weighs in a retelling. */
const POINTS: Record<Part, number> = { problem: 2, method: 3, result: 3, limit: 2, relation: 1 };
const NOT_ENOUGH: Record<Part, string> = {
  problem: "names the field without what was unsolved in it",
  method: "names the method without how it works",
  result: "says that it works better, without what was measured",
  limit: "says that more work is needed",
  relation: "names other works without what they have to do with this one",
};
const MOST_WAYS = 6;
const MOST_SENTENCE = 400;

/** The candidate's own notes as the rubric of a question: a criterion for each part, met by what its sentences say. */
export function questionOfParts(paper: Paper, parts: readonly Part[]): Question {
  const rubric = parts.map((part): Criterion => {
    const said = statementsOf(paper.notes[part]);
    return {
      id: part,
      points: POINTS[part],
      met_when: `says of the ${part}: ${said.join(" ").slice(0, MOST_SENTENCE)}`,
      not_enough: NOT_ENOUGH[part],
      say: said.slice(0, MOST_WAYS),
    };
  });
  return questionOf(paper, rubric, `Explain the paper "${paper.title}" from memory.`);
}

/** One part as a question of its own: a criterion for each of its first statements. */
export function questionOfPart(paper: Paper, part: Part, { prompt, most }: { prompt: string; most: number }): Question {
  const rubric = groups(statementsOf(paper.notes[part]), most).map(
    (said, at): Criterion => ({
      id: `${part}-${at + 1}`,
      points: 1,
      met_when: `says that ${said.join(" ").slice(0, MOST_SENTENCE)}`,
      not_enough: NOT_ENOUGH[part],
      say: said.slice(0, MOST_WAYS),
    }),
  );
  return questionOf(paper, rubric, prompt);
}

/** What notes state, a sentence or a line each; they may be in shorthand. */
export function statementsOf(note: string): string[] {
  const said = sentencesOf(note).map(({ start, end }) => note.slice(start, end).replaceAll(/\s+/g, " ").trim());
  const whole = said.filter((each) => /\p{L}{2}/u.test(each));
  return whole.length > 0 ? whole : [note.replaceAll(/\s+/g, " ").trim()];
}

/** In order, in so many groups at most, as even as can be. */
function groups(said: readonly string[], most: number): string[][] {
  const count = Math.min(most, said.length);
  return Array.from({ length: count }, (_, at) =>
    said.slice(Math.floor((at * said.length) / count), Math.floor(((at + 1) * said.length) / count)),
  );
}

function questionOf({ id, title, skills, notes }: Paper, rubric: Criterion[], prompt: string): Question {
  const unused = { band: [0, 1] as [number, number], text: "" };
  return {
    id,
    title,
    kind: "explain",
    skills,
    difficulty: 3,
    roles: [],
    prompt,
    rubric,
    misconceptions: [],
    probes: [],
    clarify: [],
    answers: { strong: unused, partial: unused, wrong: unused },
    reference: Object.values(notes).join("\n"),
    sources: [],
  };
}
