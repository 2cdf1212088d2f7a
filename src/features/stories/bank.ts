import { failed, ok, type Result } from "../../lib/result.ts";
import { COMPETENCIES, type CompetencyId } from "../../shared/content/competency.ts";
import { practicePrompt, type StoriesDeps } from "./deps.ts";
import { condense } from "./model/condense.ts";
import { coverageOf, overusedStories } from "./model/coverage.ts";
import { lastTold } from "./model/last-told.ts";
import { wordsOf } from "./model/lengths.ts";
import { prepareCompetencies } from "./read-competencies.ts";
import type {
  PromptDetail,
  PromptSummary,
  StoryBank,
  StoryDetail,
  StoryFeedback,
  StoryLength,
  StorySummary,
} from "./schema.ts";
import type { StoredStory, StoredTelling } from "./stored.ts";

/** Everything of the first page: stories, the matrix, the questions. */
export async function storyBank(deps: StoriesDeps): Promise<StoryBank> {
  const [stories, tellings] = await Promise.all([deps.repo.stories(), deps.repo.tellings()]);
  const byStory = Map.groupBy(tellings, ({ storyId }) => storyId);
  const { competencies } = deps.competencies();
  const titleOf = (id: CompetencyId) => competencies.find((each) => each.id === id)?.title ?? id;
  const rows = coverageOf(
    COMPETENCIES,
    stories.map(({ id, competencies: levels }) => ({ id, levels })),
  );
  const practice = deps.prompts().filter(({ part }) => part === "practice");
  return {
    stories: stories.map((story) => summaryOf(story, byStory.get(story.id) ?? [])),
    matrix: rows.map((row) => ({ ...row, title: titleOf(row.competency) })),
    overused: overusedStories(rows).map(({ story, competencies: alone }) => ({
      story,
      said: `It is the only one for ${alone.map(titleOf).join(", ").toLowerCase()}. In one loop it would be heard again and again: tell another for some of them.`,
    })),
    prompts: practice.map((found) => promptSummary(found, tellings)),
    heldOut: deps.prompts().length - practice.length,
    competencies: competencies.map(({ id, title, listens_for }) => ({ id, title, listensFor: listens_for })),
    roles: deps.roles.map(({ id, title }) => ({ id, title })),
  };
}

export async function storyDetail(deps: StoriesDeps, id: string): Promise<Result<StoryDetail, "unknown-story">> {
  const { repo } = deps;
  const story = await repo.story(id);
  if (story === undefined) return failed("unknown-story");
  const [tellings, answers] = await Promise.all([repo.tellings(id), repo.answers(id)]);
  const full = tellings.findLast(({ length }) => length === "full");
  prepareCompetencies({ grader: deps.grader, ...deps.competencies() });
  return ok({
    id,
    title: story.title,
    draft: story.draft,
    savedAt: story.updatedAt,
    tellings: tellings.map(({ id, toldAt, length, prompt, text, secondsUsed, feedback }) => ({
      id,
      at: toldAt,
      length,
      prompt,
      text,
      secondsUsed,
      feedback,
    })),
    answers: answers.map(({ id, answeredAt, probe, text }) => ({ id, at: answeredAt, probe, text })),
    condensed: full ? condensedOf(full.feedback) : null,
  });
}

/** The sentences worth most within the time, as told: a start for telling it shorter. */
function condensedOf({ sentences }: StoryFeedback): NonNullable<StoryDetail["condensed"]> {
  const within = (version: StoryLength) =>
    condense(sentences, wordsOf(version).most)
      .map((at) => sentences[at]?.text.trim() ?? "")
      .join(" ");
  return { "two-minutes": within("two-minutes"), "half-minute": within("half-minute") };
}

/** A question with what it listens for, and the stories that would answer it. */
export async function promptDetail(deps: StoriesDeps, slug: string): Promise<Result<PromptDetail, "unknown-prompt">> {
  const found = practicePrompt(deps, slug);
  if (!found) return failed("unknown-prompt");
  const [stories, tellings] = await Promise.all([deps.repo.stories(), deps.repo.tellings()]);
  const competency = deps.competencies().competencies.find(({ id }) => id === found.prompt.competency);
  return ok({
    ...promptSummary(found, tellings),
    listensFor: competency?.listens_for ?? "",
    anchors: Object.entries(found.prompt.anchors).map(([level, shows]) => ({ level: Number(level), shows })),
    fitting: stories
      .flatMap(({ id, title, competencies }) => {
        const main = competencies.find((each) => each.id === found.prompt.competency);
        const also = competencies.filter((each) => found.prompt.also.includes(each.id));
        const level = main?.level ?? Math.max(0, ...also.map((each) => each.level - 1));
        if (level <= 0) return [];
        const why = main
          ? `Told before, it showed ${competency?.title.toLowerCase() ?? "this"} at ${main.level} of 5.`
          : "It shows what this question also listens for, not its main point.";
        return [{ story: id, title, level, why }];
      })
      .sort((a, b) => b.level - a.level)
      .slice(0, 3),
  });
}

function promptSummary(
  {
    slug,
    prompt: { id, title, competency, also, difficulty, roles, prompt },
  }: ReturnType<StoriesDeps["prompts"]>[number],
  tellings: readonly StoredTelling[],
): PromptSummary {
  const answered = tellings.filter((telling) => telling.prompt === id).length;
  return { slug, title, competency, also, difficulty, roles, prompt: prompt.trim().replaceAll(/\s+/g, " "), answered };
}

function summaryOf(
  { id, title, createdAt, competencies }: StoredStory,
  tellings: readonly StoredTelling[],
): StorySummary {
  const last = lastTold(tellings);
  return {
    id,
    title,
    createdAt,
    toldAt: last?.toldAt ?? null,
    tellings: tellings.length,
    standing: last?.feedback.standing ?? null,
    score: last?.feedback.score ?? null,
    lengths: [...new Set(tellings.map(({ length }) => length))],
    levels: Object.fromEntries(competencies.map(({ id, level }) => [id, level])),
  };
}
