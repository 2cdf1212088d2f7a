import type { Competency } from "../../shared/content/competency.ts";
import { readStory, type StoryReaderDeps } from "./read-story.ts";

const SAMPLES = ["strong", "middling", "weak"] as const;
type Sample = (typeof SAMPLES)[number];

export type CompetencyProof = {
  id: string;
  reasons: string[];
  /** Level that each sample story was given; null where the reader was not sure. */
  levels: Record<Sample, number | null>;
};

/** Reads the sample stories of a competency as those of a candidate are read; each must come out at its level. */
export async function proveCompetency(
  competency: Competency,
  grader: StoryReaderDeps["grader"],
): Promise<CompetencyProof> {
  const levels: CompetencyProof["levels"] = { strong: null, middling: null, weak: null };
  const reasons: string[] = [];
  const prompt = { competency: competency.id, also: [], probes: [] };
  for (const name of SAMPLES) {
    const sample = competency.samples[name];
    const read = await readStory({ grader, competencies: [competency] }, { text: sample.text, prompt });
    const [reading] = read.competencies;
    levels[name] = reading?.level ?? null;
    const [least, most] = sample.levels;
    if (levels[name] === null || levels[name] < least || levels[name] > most) {
      const met = reading?.behaviours.map(({ id, probability }) => `${id} ${probability.toFixed(2)}`).join(", ");
      reasons.push(
        `${name}: at level ${levels[name] ?? "none"}, wanted ${least} to ${most} (${met ?? "nothing read"})`,
      );
    }
    if (read.standing === "no-story") reasons.push(`${name}: it is read as no story`);
  }
  return { id: competency.id, reasons, levels };
}
