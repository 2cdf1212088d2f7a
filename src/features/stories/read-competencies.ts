import type { TextSpan } from "../../shared/claims/claim.ts";
import type { Competency } from "../../shared/content/competency.ts";
import type { Question } from "../../shared/content/question.ts";
import type { EngineGrade } from "../../shared/grader/open-grader.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import { gradedText } from "./model/graded-text.ts";
import { type LevelRead, levelOf } from "./model/level.ts";
import { nearnessOf } from "./nearness.ts";
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
  const read = async (competency: Competency) => {
    const asking = { question: questionOf(competency), values: new Map(), form: "story" as const };
    const grade = await grader.gradeAnswer(asking, graded.text);
    const level = levelOf(grade, { asked: asked.includes(competency.id) });
    return { spoken: level.spoken, reading: readingOf(competency, { grade, level }, graded.toStory) };
  };
  const nearness = await nearnessOf(grader, competencies, story.sentences);
  const near = competencies
    .map((competency, at) => ({ competency, nearness: nearness[at] ?? 0 }))
    .toSorted((a, b) => b.nearness - a.nearness);
  // One after another, since the first reads the story's clauses for all of them.
  const readings: Awaited<ReturnType<typeof read>>[] = [];
  for (const { competency } of near) readings.push(await read(competency));
  const shown = readings.filter(({ spoken }) => spoken).slice(0, MOST_UNASKED);
  return readings
    .filter((each) => shown.includes(each) || asked.includes(each.reading.id))
    .map(({ reading }) => reading);
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
