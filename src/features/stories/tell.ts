import { newId } from "../../lib/ids.ts";
import { failed, type Result } from "../../lib/result.ts";
import type { BankPrompt } from "../../shared/content/behavioral-bank.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { storyDetail } from "./bank.ts";
import { practicePrompt, type StoriesDeps } from "./deps.ts";
import { storyVersion } from "./learned.ts";
import { readStory } from "./read-story.ts";
import type { ProbeAnswerBody, StoryDetail, StoryFeedback, TellBody } from "./schema.ts";
import type { StoredStory, StoredTelling } from "./stored.ts";

const WHO = "local";
/** Where a telling shows no competency, it is still practice in telling. */
const TELLING_SKILL = "communication.explaining";

type Told = Promise<Result<StoryDetail, "unknown-story" | "unknown-prompt">>;

/** Reads a telling, keeps it with its feedback, and notes what the story has shown. */
export async function tellStory(deps: StoriesDeps, id: string, body: TellBody): Told {
  if ((await deps.repo.story(id)) === undefined) return failed("unknown-story");
  const asked = body.prompt === null ? undefined : practicePrompt(deps, body.prompt);
  if (body.prompt !== null && asked === undefined) return failed("unknown-prompt");
  const { competencies, version } = deps.competencies();
  const feedback = await readStory(
    { grader: deps.grader, competencies },
    { text: body.text, version: body.length, secondsSpoken: body.secondsSpoken, prompt: asked?.prompt },
  );
  const now = deps.clock();
  const telling: StoredTelling = {
    id: newId(now),
    storyId: id,
    length: body.length,
    prompt: asked?.prompt.id ?? null,
    text: body.text,
    secondsUsed: body.secondsUsed,
    toldAt: now.toISOString(),
    feedback,
    graderVersion: `${storyVersion()}, ${feedback.engine}, ${deps.grader.version}, ${version}`,
  };
  const inFull = body.length === "full";
  const shown = inFull ? { competencies: levelsOf(feedback), draft: "" } : {};
  const kept = await deps.repo.tell({
    telling,
    changed: { ...shown, updatedAt: telling.toldAt },
    // How well a shorter version is told was never measured.
    evidence: inFull ? [evidenceOf(deps, telling, asked)] : [],
  });
  return kept ? storyDetail(deps, id) : failed("unknown-story");
}

export async function answerProbe(
  deps: StoriesDeps,
  id: string,
  { probe, text }: ProbeAnswerBody,
): Promise<Result<StoryDetail, "unknown-story">> {
  if ((await deps.repo.story(id)) === undefined) return failed("unknown-story");
  const now = deps.clock();
  await deps.repo.answer({ id: newId(now), storyId: id, probe, text, answeredAt: now.toISOString() });
  return storyDetail(deps, id);
}

function levelsOf({ competencies }: StoryFeedback): StoredStory["competencies"] {
  return competencies.flatMap(({ id, level }) => (level === null ? [] : [{ id, level }]));
}

/** A telling is practice in what the question asked for, or in what the story showed. */
function evidenceOf(deps: StoriesDeps, telling: StoredTelling, asked: BankPrompt | undefined): Evidence {
  const { competencies } = deps.competencies();
  const ids = asked ? [asked.prompt.competency] : levelsOf(telling.feedback).map(({ id }) => id);
  const skills = competencies.filter(({ id }) => ids.includes(id)).map(({ skill }) => skill);
  return {
    id: telling.id,
    at: telling.toldAt,
    who: WHO,
    feature: "stories",
    itemId: asked?.prompt.id ?? telling.storyId,
    itemVersion: asked?.version ?? telling.storyId,
    skills: skills.length > 0 ? skills : [TELLING_SKILL],
    mode: telling.length,
    part: asked?.part ?? "practice",
    score: telling.feedback.score,
    standardError: telling.feedback.se,
    secondsUsed: telling.secondsUsed,
    help: { hints: 0, revealed: false },
    graderVersion: telling.graderVersion,
  };
}
