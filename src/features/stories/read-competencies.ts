import type { TextSpan } from "../../shared/claims/claim.ts";
import type { Competency } from "../../shared/content/competency.ts";
import type { Question } from "../../shared/content/question.ts";
import type { EngineGrade } from "../../shared/grader/open-grader.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import { gradedText } from "./model/graded-text.ts";
import { type LevelRead, levelOf } from "./model/level.ts";
import { nearnessOf, prepareNearness } from "./nearness.ts";
import type { CompetencyReading } from "./schema.ts";

export type CompetencyDeps = {
  grader: Pick<ThreadedGrader, "gradeAnswer" | "similarities">;
  competencies: readonly Competency[];
};

/** A good story shows a little of everything; it is about few things. */
const MOST_UNASKED = 3;

/** What a story shows of the competencies that it is about, the nearest first; others are left out unless asked for. */
export async function readCompetencies(
  { grader, competencies }: CompetencyDeps,
  story: { text: string; sentences: readonly TextSpan[] },
  asked: readonly string[],
): Promise<CompetencyReading[]> {
  if (story.sentences.length === 0) return [];
  const graded = gradedText(story.text, story.sentences);
  const nearness = await nearnessOf(grader, competencies, story.sentences);
  const near = competencies
    .map((competency, at) => ({ competency, nearness: nearness[at] ?? 0 }))
    .toSorted((a, b) => b.nearness - a.nearness);
  const readings: CompetencyReading[] = [];
  let unasked = 0;
  // One after another, since the first reads the story's clauses for all of them.
  for (const { competency } of near) {
    const isAsked = asked.includes(competency.id);
    if (!isAsked && unasked === MOST_UNASKED) continue;
    const asking = { question: questionOf(competency), values: new Map(), form: "story" as const };
    const grade = await grader.gradeAnswer(asking, graded.text);
    const level = levelOf(grade, { asked: isAsked });
    if (!level.spoken && !isAsked) continue;
    if (level.spoken) unasked++;
    readings.push(readingOf(competency, { grade, level }, graded.toStory));
  }
  return readings;
}

/** Reads what stories are compared with, so that the first one is read as fast as the next. */
export function prepareCompetencies({
  grader,
  competencies,
}: { grader: ThreadedGrader } & Pick<CompetencyDeps, "competencies">): void {
  for (const competency of competencies) grader.prepare(questionOf(competency));
  prepareNearness(grader, competencies);
}

/** A competency as the grader knows questions. */
function questionOf({ id, title, skill, rubric, counter_signs, samples }: Competency): Question {
  const sample = (text: string) => ({ band: [0, 1] as [number, number], text });
  return {
    id: `competency/${id}`,
    title,
    kind: "scenario",
    skills: [skill],
    difficulty: 3,
    roles: [],
    prompt: `Tell me about a time that shows ${title.toLowerCase()}.`,
    rubric,
    misconceptions: counter_signs,
    probes: [],
    clarify: [],
    answers: {
      strong: sample(samples.strong.text),
      partial: sample(samples.middling.text),
      wrong: sample(samples.weak.text),
    },
    reference: samples.strong.text,
    sources: [],
  };
}

type Read = { grade: EngineGrade; level: LevelRead };

function readingOf(
  { id, title, anchors, rubric }: Competency,
  { grade, level }: Read,
  toStory: (span: TextSpan) => TextSpan | undefined,
): CompetencyReading {
  const at = level.level ?? Math.round(level.mean);
  return {
    id,
    title,
    level: level.level,
    se: level.se,
    anchor: anchors[stepOf(at)],
    next: at >= 5 ? "" : anchors[stepOf(at + 1)],
    behaviours: rubric.map((criterion) => {
      const found = grade.criteria.find((each) => each.id === criterion.id);
      const span = found?.span && toStory(found.span);
      return {
        id: criterion.id,
        metWhen: criterion.met_when,
        probability: found?.probability ?? 0,
        span: span ?? null,
        say: criterion.say,
      };
    }),
  };
}

function stepOf(level: number): 1 | 2 | 3 | 4 | 5 {
  return Math.min(5, Math.max(1, Math.round(level))) as 1 | 2 | 3 | 4 | 5;
}
