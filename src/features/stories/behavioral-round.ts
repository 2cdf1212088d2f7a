import { failed, ok } from "../../lib/result.ts";
import type { BankPrompt } from "../../shared/content/behavioral-bank.ts";
import type { BehavioralPrompt } from "../../shared/content/behavioral-prompt.ts";
import type { CompetencyBank } from "../../shared/content/competencies.ts";
import { chooseItems } from "../../shared/rounds/choose-items.ts";
import { nothingHeard } from "../../shared/rounds/hear-answer.ts";
import { asideOf, isQuestion } from "../../shared/rounds/intent.ts";
import { asProvider, type RoundProvider } from "../../shared/rounds/provider.ts";
import { type Reading, SAID_APART } from "../../shared/rounds/reading.ts";
import { openTopic, type TalkStyle, type Topic } from "../../shared/rounds/talk/talk.ts";
import { talkProvider } from "../../shared/rounds/talk/talk-provider.ts";
import { storyVersion } from "./learned.ts";
import { STORY_POINTS, storyPoints } from "./model/story-points.ts";
import { readStory, type StoryReaderDeps } from "./read-story.ts";
import { toldBefore } from "./told-before.ts";

type Deps = {
  grader: StoryReaderDeps["grader"];
  prompts: () => readonly BankPrompt[];
  competencies: () => CompetencyBank;
  graderVersion: () => string;
};

const STYLE: TalkStyle = { probes: 3, hints: true, deepens: false, scoredBy: "points" };
const STORIES = 2;
const HINT =
  "Take one occasion that you can date: a launch, an incident, a disagreement, a plan that changed. Who was there, and what did you do on that day?";

/** The behavioral round: two stories from different competencies, each probed for what it lacks. */
export function behavioralRound({ grader, prompts, competencies, graderVersion }: Deps): RoundProvider {
  return asProvider(
    talkProvider({
      kind: "behavioral",
      open: async (opening) => {
        const items = prompts().map((found) => ({ ...found.prompt, found, held: found.part === "holdout" }));
        const ordered = chooseItems(items, opening);
        const [first] = ordered;
        const second = ordered.find(({ competency }) => competency !== first?.competency);
        const chosen = [first, second].flatMap((each) => each ?? []).slice(0, STORIES);
        if (chosen.length === 0) return failed("The bank has no behavioral question.");
        const { minutes, nudgeAfterMs, interrupts } = opening;
        const { competencies: known } = competencies();
        const topics = chosen.map(({ found }): Topic => {
          const competency = known.find(({ id }) => id === found.prompt.competency);
          return {
            id: found.prompt.id,
            title: found.prompt.title,
            item: { id: found.prompt.id, version: found.version, skills: competency ? [competency.skill] : [] },
            opening: null,
            ask: found.prompt.prompt.trim(),
            points: STORY_POINTS.map((each) => ({ ...each })),
            probes: [],
            hint: HINT,
            reference: `At the top: ${found.prompt.anchors[5]}`,
            minutes: minutes / chosen.length,
            graderVersion: `${storyVersion()}, ${graderVersion()}`,
            source: found.prompt,
          };
        });
        const served = chosen.map(({ found }) => ({ id: found.prompt.id, part: found.part }));
        return ok({
          setup: { kind: "behavioral", topics, style: STYLE, minutes, nudgeAfterMs, interrupts },
          items: served,
        });
      },
      hear: async (state, text): Promise<Reading> => {
        const open = openTopic(state);
        const aside = asideOf(text);
        if (!open || aside !== undefined) return nothingHeard(aside ?? "says-nothing");
        if (isQuestion(text)) return nothingHeard("asks");
        const earlier = state.topics.slice(0, state.at).flatMap(({ said }) => said.map((each) => each.text));
        if (await toldBefore(grader, text, earlier)) return nothingHeard("retells");
        const whole = [...open.so.said.map((each) => each.text), text].join(SAID_APART);
        // the topic was made with such a source above
        const prompt = open.topic.source as BehavioralPrompt;
        // the level of what was asked for is all that a round looks at
        const asked = competencies().competencies.filter(({ id }) => id === prompt.competency);
        const read = await readStory({ grader, competencies: asked }, { text: whole, prompt });
        return { ...nothingHeard("answers"), engine: read.engine, ...storyPoints(read, prompt.competency) };
      },
    }),
  );
}
