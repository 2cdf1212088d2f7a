import { failed } from "../../../lib/result.ts";
import { type HeardQuestion, type HearingDeps, hearAnswer, nothingHeard } from "../hear-answer.ts";
import type { RoundProvider } from "../provider.ts";
import type { Reading } from "../reading.ts";
import { openTopic, type TalkSetup, type TalkState } from "./talk.ts";
import { talkRound } from "./talk-round.ts";

/** What the page of a talk shows beside the transcript: how far it is. */
type ShownTalk = { type: "talk"; at: number; of: number };

type TalkProvider = RoundProvider<TalkSetup, TalkState>;

/** A round that is a talk, but for what it asks about. */
export function talkProvider({ kind, open, hear }: Pick<TalkProvider, "kind" | "open" | "hear">): TalkProvider {
  return {
    kind,
    round: talkRound,
    open,
    hear,
    act: async () => failed("There is nothing to do in this round but to talk."),
    shown: ({ setup, at }): ShownTalk => ({ type: "talk", at, of: setup.topics.length }),
  };
}

/** Hears an answer to a question of the bank, which the topic has as its source. */
export function hearQuestion(deps: HearingDeps): TalkProvider["hear"] {
  return async (state, text): Promise<Reading> => {
    const open = openTopic(state);
    if (!open) return nothingHeard("says-nothing");
    // the topic was made with such a source by whoever opened the round
    const heard = open.topic.source as HeardQuestion;
    return hearAnswer(deps, heard, { before: open.so.said.map((each) => each.text), text });
  };
}
