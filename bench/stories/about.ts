import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Config } from "../../src/config.ts";
import { readStory } from "../../src/features/stories/index.ts";
import { loadCompetencies } from "../../src/shared/content/competencies.ts";
import { CompetencyId } from "../../src/shared/content/competency.ts";
import { readDrafts, textOf } from "./drafts.ts";

type Grader = Parameters<typeof readStory>[0]["grader"];
const About = z.record(z.string(), z.array(CompetencyId).min(1));

/** How often a story is told to be about what it is about: drafts as a reader called them, and the strong samples. */
export async function benchAbout({ contentDir }: Config, grader: Grader) {
  const { competencies } = loadCompetencies(contentDir);
  const told = async (text: string, about: readonly CompetencyId[]) => {
    const read = await readStory({ grader, competencies }, { text });
    return read.competencies.slice(0, 3).findIndex(({ id }) => about.includes(id));
  };
  const about = About.parse(parse(readFileSync(join(import.meta.dirname, "about.yaml"), "utf8")));
  const all = ["drafts", "kept-out"].flatMap((folder) => readDrafts(join(import.meta.dirname, folder)));
  const drafts: number[] = [];
  for (const draft of all) {
    const named = about[draft.name];
    if (named) drafts.push(await told(textOf(draft).text, named));
  }
  const samples: number[] = [];
  for (const { id, samples: of } of competencies) samples.push(await told(of.strong.text, [id]));
  return { ...placesOf("drafts", drafts), ...placesOf("strong samples", samples) };
}

function placesOf(name: string, places: readonly number[]): Record<string, number> {
  return {
    [`${name} with a competency`]: places.length,
    [`${name}: told first`]: places.filter((place) => place === 0).length,
    [`${name}: told among three`]: places.filter((place) => place >= 0).length,
  };
}
