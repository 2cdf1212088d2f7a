import type { StoryFeedback, StoryPart } from "../schema.ts";

/** What an interviewer wants of a story, and what it is worth. */
export const STORY_POINTS = [
  { id: "competency", metWhen: "shows what the question is about, by what was done", points: 3 },
  { id: "action", metWhen: "names own decisions and steps", points: 3 },
  { id: "result", metWhen: "ends in a result with a figure", points: 2 },
  { id: "situation", metWhen: "keeps the situation short and says what was wanted", points: 1 },
  { id: "learning", metWhen: "says what was learned, or done otherwise since", points: 1 },
] as const;
type PointId = (typeof STORY_POINTS)[number]["id"];

type Points = {
  score: number;
  se: number;
  points: {
    id: string;
    points: number;
    probability: number;
    span: { start: number; end: number; text: string } | null;
  }[];
  probes: { about: string; ask: string }[];
};

/** What each finding of the reader says is lacking. */
const LACKS: Partial<Record<StoryFeedback["findings"][number]["id"], PointId>> = {
  "long-situation": "situation",
  "no-situation": "situation",
  "no-task": "situation",
  "thin-action": "action",
  "no-decision": "action",
  "no-result": "result",
  "no-figure": "result",
  "no-learning": "learning",
};
const PART: Partial<Record<PointId, StoryPart>> = {
  action: "action",
  result: "result",
  situation: "situation",
  learning: "learning",
};
const THERE = 0.9;
const LACKING = 0.08;
/** A story that rambles, is thin or is not believed does not pass, whatever its parts. */
const CAPS: Partial<Record<StoryFeedback["standing"], number>> = {
  thin: 0.5,
  rambling: 0.5,
  doubtful: 0.45,
  "no-story": 0,
};

/** A story as heard in an interview: which points it makes, and what it would be asked. */
export function storyPoints(read: StoryFeedback, asked: string): Points {
  const lacking = new Set(read.findings.flatMap(({ id }) => LACKS[id] ?? []));
  const competency = read.competencies.find(({ id }) => id === asked);
  const level = competency?.level ?? null;
  const met = (id: PointId): number => {
    if (read.standing === "no-story") return 0;
    if (id === "competency") return level === null ? unsureOf(competency) : (level - 1) / 4;
    return lacking.has(id) ? LACKING : THERE;
  };
  const points = STORY_POINTS.map(({ id, points }) => ({
    id,
    points,
    probability: met(id),
    span: spanFor(read, id, competency),
  }));
  const all = points.reduce((sum, each) => sum + each.points, 0);
  const score = points.reduce((sum, each) => sum + each.points * each.probability, 0) / all;
  return {
    score: Math.min(score, CAPS[read.standing] ?? 1),
    se: Math.max(read.se, (competency?.se ?? 1) / 4 / 3),
    points,
    probes: read.probes.map(({ when, ask }) => ({ about: aboutOf(when) ?? ask, ask })),
  };
}

type Competency = StoryFeedback["competencies"][number] | undefined;

/** Where the reader is not sure of a level: what its behaviours are likely to be worth. */
function unsureOf(competency: Competency): number {
  const behaviours = competency?.behaviours ?? [];
  if (behaviours.length === 0) return LACKING;
  return behaviours.reduce((sum, { probability }) => sum + probability, 0) / behaviours.length;
}

/** The sentence that shows it best. */
function spanFor({ sentences }: StoryFeedback, id: PointId, competency: Competency): Points["points"][number]["span"] {
  if (id === "competency") {
    const [best] = (competency?.behaviours ?? []).toSorted((a, b) => b.probability - a.probability);
    return best?.span ?? null;
  }
  const [best] = sentences.filter(({ part }) => part === PART[id]).toSorted((a, b) => b.probability - a.probability);
  return best ? { start: best.start, end: best.end, text: best.text } : null;
}

function aboutOf(when: StoryFeedback["probes"][number]["when"]): PointId | undefined {
  return when === "always" || when === "doubtful" || when === "blame" ? undefined : LACKS[when];
}
