import type { ExplainDrill, Listener } from "../../../shared/content/explain-drill.ts";
import type { Question } from "../../../shared/content/question.ts";

const WAY = "~";

/** What one listener must hear, as the shared grader reads it: every way of a distortion is a mistaken claim of its own. */
export function questionOf(drill: ExplainDrill, listener: Listener): Question {
  const { id, title, skills, difficulty, roles, sources } = drill;
  const { situation, rubric, distortions, answers, reference } = listener;
  const misconceptions = distortions.flatMap(({ id: name, says, also, why_wrong }) =>
    [says, ...also].map((way, at) => ({ id: `${name}${WAY}${at}`, says: way, why_wrong })),
  );
  const rest = { kind: "explain" as const, misconceptions, probes: [], clarify: [] };
  return {
    id,
    title,
    skills,
    difficulty,
    roles,
    sources,
    prompt: `${title}. ${situation}`,
    rubric,
    answers,
    reference,
    ...rest,
  };
}

/** The distortion that a mistaken claim of `questionOf` is a way of. */
export function distortionOf(misconceptionId: string): string {
  return misconceptionId.split(WAY)[0] ?? misconceptionId;
}
