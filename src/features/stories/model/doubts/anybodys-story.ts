import { type Manner, textbookSentences } from "../manner.ts";
import type { StoryDoubt } from "../story-doubt.ts";
import { ofPart, type StoryView, spanOf } from "../story-view.ts";

const FEW = 0.2;
const MOST_SPANS = 3;

/** Why a story as a whole is doubted that claims nothing impossible: it could be anybody's. */
export function anybodysStory(view: StoryView, { details, names, setbacks }: Manner): StoryDoubt {
  const missing = [
    ...(details + names < 2 * FEW ? ["no data, tool or person that could be asked about"] : []),
    ...(setbacks < FEW ? ["nothing that was tried first and did not work"] : []),
  ];
  const empty = textbookSentences(view.sentences);
  return {
    part: null,
    said: `An interviewer would doubt this: it names ${missing.join(", and ") || "little that only somebody who was there could know"}.`,
    mend: "Put in what only you can know: what the data was, what you tried first, what went wrong, who disagreed.",
    spans: (empty.length > 0 ? empty : ofPart(view, "action")).slice(0, MOST_SPANS).map(spanOf),
    weight: 0.5,
  };
}
