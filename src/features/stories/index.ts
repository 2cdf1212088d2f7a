import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { ClaimSource } from "../../shared/claims/claim.ts";
import { exportStories } from "./archive.ts";
import { promptDetail, storyBank, storyDetail } from "./bank.ts";
import type { StoriesDeps } from "./deps.ts";
import { lastTold } from "./model/last-told.ts";
import type { ProbeAnswerBody, PromptDetail, StoryBank, StoryDetail, TellBody } from "./schema.ts";
import type { WholeStory } from "./stored.ts";
import { answerProbe, tellStory } from "./tell.ts";

export { readExportedStories } from "./archive.ts";
export { behavioralRound } from "./behavioral-round.ts";
export { type CompetencyProof, proveCompetency } from "./prove-competency.ts";
export { readStory } from "./read-story.ts";
export { StoriesRepo } from "./repo.ts";

type Found = Promise<Result<StoryDetail, "unknown-story">>;

/** The story bank: true stories, told and read as an interviewer hears them. */
export class StoriesRoom {
  readonly #deps: StoriesDeps;

  constructor(deps: StoriesDeps) {
    this.#deps = deps;
  }

  bank(): Promise<StoryBank> {
    return storyBank(this.#deps);
  }

  story(id: string): Found {
    return storyDetail(this.#deps, id);
  }

  prompt(slug: string): Promise<Result<PromptDetail, "unknown-prompt">> {
    return promptDetail(this.#deps, slug);
  }

  async create(title: string): Promise<StoryDetail> {
    const now = this.#deps.clock();
    const at = now.toISOString();
    const id = newId(now);
    await this.#deps.repo.add({ id, title, competencies: [], draft: "", createdAt: at, updatedAt: at });
    return { id, title, draft: "", savedAt: at, tellings: [], answers: [], condensed: null };
  }

  async rename(id: string, title: string): Found {
    if (!(await this.#deps.repo.change(id, { title }))) return failed("unknown-story");
    return this.story(id);
  }

  /** Keeps what is being typed. */
  async saveDraft(id: string, draft: string): Promise<Result<{ savedAt: string }, "unknown-story">> {
    const savedAt = this.#deps.clock().toISOString();
    const kept = await this.#deps.repo.change(id, { draft, updatedAt: savedAt });
    return kept ? ok({ savedAt }) : failed("unknown-story");
  }

  tell(id: string, body: TellBody): Promise<Result<StoryDetail, "unknown-story" | "unknown-prompt">> {
    return tellStory(this.#deps, id, body);
  }

  answerProbe(id: string, body: ProbeAnswerBody): Found {
    return answerProbe(this.#deps, id, body);
  }

  async remove(id: string): Promise<Result<StoryBank, "unknown-story">> {
    if ((await this.#deps.repo.story(id)) === undefined) return failed("unknown-story");
    await this.#deps.repo.remove(id);
    return ok(await this.bank());
  }

  /** Each story as last told in full, for the claim ledger. */
  async claimTexts(): Promise<ClaimSource[]> {
    const [stories, tellings] = await Promise.all([this.#deps.repo.stories(), this.#deps.repo.tellings()]);
    return stories.flatMap(({ id, title }) => {
      const own = tellings.filter(({ storyId }) => storyId === id);
      const last = lastTold(own);
      if (!last) return [];
      return [{ id: `story/${id}`, kind: "story", title, to: `/stories/${id}`, text: last.text, group: `story/${id}` }];
    });
  }

  exportTo(folder: string): Promise<number> {
    return exportStories(this.#deps.repo, folder);
  }

  /** Adds what `readExportedStories` read; doing it twice changes nothing. */
  restore(stories: readonly WholeStory[]): Promise<void> {
    return this.#deps.repo.restore(stories);
  }
}
