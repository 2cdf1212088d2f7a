import { existsSync, readFileSync, statSync } from "node:fs";
import { readStory } from "../../features/stories/index.ts";
import type { StoryFeedback } from "../../features/stories/schema.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { loadPrompts } from "../../shared/content/behavioral-bank.ts";
import type { BehavioralPrompt } from "../../shared/content/behavioral-prompt.ts";
import { loadCompetencies } from "../../shared/content/competencies.ts";
import { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import { type Command, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { describeStory } from "./describe-story.ts";
import { thereIsNo } from "./one-of.ts";

const MOST_BYTES = 200_000;
const GOOD: readonly StoryFeedback["standing"][] = ["strong", "sound"];

export const command: Command = {
  options: { prompt: { type: "string" } },
  async run({ positionals, values }) {
    const [path] = positionals;
    if (path === undefined || positionals.length > 1)
      throw new UsageError("stories check takes one file with the story.");
    const text = storyIn(path);
    const config = configOrUsage();
    const prompt = typeof values.prompt === "string" ? promptNamed(config.contentDir, values.prompt) : undefined;
    const grader = new ThreadedGrader(config.encoderDir);
    try {
      const feedback = await readStory(
        { grader, competencies: loadCompetencies(config.contentDir).competencies },
        { text, prompt },
      );
      console.log(values.json ? JSON.stringify(feedback) : describeStory(feedback));
      return GOOD.includes(feedback.standing) ? 0 : 1;
    } finally {
      await grader.close();
    }
  },
};

function storyIn(path: string): string {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const found = statSync(path);
  if (!found.isFile()) throw new UsageError(`${path} is a folder; name the file with the story.`);
  if (found.size > MOST_BYTES)
    throw new UsageError(`${path} has ${Math.round(found.size / 1e3)} kB; a story has a few. Is it the right file?`);
  const text = readFileSync(path, "utf8").replaceAll("\0", "");
  if (text.trim() === "") throw new UsageError(`${path} is empty.`);
  return text;
}

function promptNamed(contentDir: string, name: string): BehavioralPrompt {
  const { prompts } = loadPrompts(contentDir, loadBank(contentDir));
  const practice = prompts.filter(({ part }) => part === "practice");
  const found = practice.find(({ slug }) => slug === name);
  if (found) return found.prompt;
  throw thereIsNo(
    "practice question",
    name,
    practice.map(({ slug }) => slug),
  );
}
