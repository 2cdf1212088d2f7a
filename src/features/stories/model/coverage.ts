import type { CompetencyId } from "../../../shared/content/competency.ts";

type Told = { id: string; levels: readonly { id: CompetencyId; level: number }[] };
export type CoverageRow = {
  competency: CompetencyId;
  cells: { story: string; level: number }[];
  state: "covered" | "weak" | "gap";
};

/** From here a story carries a question about a competency. */
const CARRIES = 3;
/** An interviewer who hears one story under more questions than this has heard one story. */
const MOST_USES = 3;

/** Which stories show which competency, the strongest first. */
export function coverageOf(competencies: readonly CompetencyId[], stories: readonly Told[]): CoverageRow[] {
  return competencies.map((competency) => {
    const cells = stories
      .flatMap(({ id, levels }) =>
        levels.filter((each) => each.id === competency).map(({ level }) => ({ story: id, level })),
      )
      .sort((a, b) => b.level - a.level);
    const best = cells[0]?.level ?? 0;
    return { competency, cells, state: best >= CARRIES ? "covered" : best > 0 ? "weak" : "gap" };
  });
}

/** Stories that would have to serve too often: alone for several competencies. */
export function overusedStories(rows: readonly CoverageRow[]): { story: string; competencies: CompetencyId[] }[] {
  const alone = rows.flatMap(({ competency, cells }) => {
    const carrying = cells.filter(({ level }) => level >= CARRIES);
    return carrying.length === 1 && carrying[0] ? [{ story: carrying[0].story, competency }] : [];
  });
  return [...Map.groupBy(alone, ({ story }) => story)]
    .filter(([, uses]) => uses.length > MOST_USES)
    .map(([story, uses]) => ({ story, competencies: uses.map(({ competency }) => competency) }));
}
