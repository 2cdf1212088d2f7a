import { quoted } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { StoriesRepo } from "./repo.ts";
import { WholeStory } from "./stored.ts";

/** Writes every story with its tellings and answers; returns how many stories there were. */
export async function exportStories(repo: StoriesRepo, folder: string): Promise<number> {
  const stories = (await repo.stories()).toSorted((a, b) => a.id.localeCompare(b.id));
  const items = await Promise.all(
    stories.map(async (story) => {
      const data: WholeStory = {
        story,
        tellings: await repo.tellings(story.id),
        answers: await repo.answers(story.id),
      };
      return { name: story.id, data, markdown: diary(data) };
    }),
  );
  return writeItemFiles(folder, items);
}

/** Reads what `exportStories` wrote; nothing is stored by this. */
export function readExportedStories(folder: string): Promise<Result<WholeStory[], string[]>> {
  return readItemFiles(folder, WholeStory);
}

function diary({ story, tellings, answers }: WholeStory): string {
  const told = tellings.map(
    ({ toldAt, length, text, feedback }) =>
      `## Told ${toldAt}, ${length}\n\n${feedback.standingSaid}\n\n${quoted(text)}`,
  );
  const probed = answers.map(({ probe, text }) => `## ${probe}\n\n${quoted(text)}`);
  const draft = story.draft.trim() === "" ? [] : [`## Draft\n\n${quoted(story.draft)}`];
  return [`# ${story.title}`, ...told, ...probed, ...draft, ""].join("\n\n");
}
