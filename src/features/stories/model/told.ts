import type { StoryPart } from "../schema.ts";
import { type StoryView, viewStory } from "./story-view.ts";

/** A story whose parts are known, as one reads it that was labelled by hand. */
export function told(sentences: readonly { part: StoryPart; text: string }[]): StoryView {
  const none = { situation: 0, task: 0, action: 0, result: 0, learning: 0, aside: 0 };
  let at = 0;
  const labelled = sentences.map(({ part, text }) => {
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length, text, part, probability: 1, probabilities: { ...none, [part]: 1 } };
  });
  return viewStory(sentences.map(({ text }) => text).join(" "), labelled, undefined);
}
