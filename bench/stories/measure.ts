import { join } from "node:path";
import type { Config } from "../../src/config.ts";
import { readStory } from "../../src/features/stories/index.ts";
import type { StoryFeedback } from "../../src/features/stories/schema.ts";
import { openGrader } from "../../src/shared/grader/open-grader.ts";
import { benchAbout } from "./about.ts";
import { type Draft, readDrafts, textOf } from "./drafts.ts";
import { benchRetold } from "./retold.ts";

/** How well drafts of a folder (those kept out of training, without one) are read, from their bare text. */
export async function benchStories(config: Config, folder = join(import.meta.dirname, "kept-out")) {
  const grader = openGrader(config.encoderDir, { threads: 1 });
  const figures: Record<string, number> = {};
  const counts = { right: 0, sentences: 0, strongAbove: 0, pairs: 0 };
  const scores: { quality: Draft["quality"]; score: number }[] = [];
  const drafts = readDrafts(folder);
  for (const draft of drafts) {
    const { text } = textOf(draft);
    const read = await readStory({ grader, competencies: [] }, { text });
    counts.right += rightIn(draft, read);
    counts.sentences += draft.sentences.length;
    scores.push({ quality: draft.quality, score: read.score });
    const key = `${draft.quality} read as ${read.standing}`;
    figures[key] = (figures[key] ?? 0) + 1;
  }
  const about = await benchAbout(config, grader);
  const retold = await benchRetold(config, grader);
  await grader.close();
  const strong = scores.filter(({ quality }) => quality === "strong");
  const poor = scores.filter(({ quality }) => quality === "rambling" || quality === "invented");
  const above = strong.flatMap((a) => poor.filter((b) => a.score > b.score)).length;
  return {
    drafts: drafts.length,
    sentences: counts.sentences,
    "sentences with the right part": counts.right / counts.sentences,
    "strong above rambling or invented": above / Math.max(1, strong.length * poor.length),
    ...figures,
    ...about,
    ...retold,
  };
}

/** Sentences of a draft most of whose letters were read as their part. */
function rightIn(draft: Draft, { sentences }: Pick<StoryFeedback, "sentences">): number {
  return textOf(draft).spans.filter(({ start, end, part }) => {
    const inside = sentences.filter((each) => each.start < end && each.end > start);
    const shared = (each: { start: number; end: number }) => Math.min(end, each.end) - Math.max(start, each.start);
    const right = inside.filter((each) => each.part === part).reduce((sum, each) => sum + shared(each), 0);
    return 2 * right >= inside.reduce((sum, each) => sum + shared(each), 0) && right > 0;
  }).length;
}
