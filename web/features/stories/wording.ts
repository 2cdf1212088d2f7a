import type { Tone } from "../../ui/state-mark.tsx";
import type { StoryFeedback, StoryLength, StoryPart } from "./types.ts";

export const PART_NAMES: Record<StoryPart, string> = {
  situation: "Situation",
  task: "Task",
  action: "Action",
  result: "Result",
  learning: "Learning",
  aside: "Aside",
};

/** The letter that marks a part, so that colour is never alone. */
export const PART_LETTERS: Record<StoryPart, string> = {
  situation: "S",
  task: "T",
  action: "A",
  result: "R",
  learning: "L",
  aside: "–",
};

export const PART_COLOURS: Record<StoryPart, string> = {
  situation: "var(--ink-3)",
  task: "var(--part)",
  action: "var(--accent)",
  result: "var(--pass)",
  learning: "var(--ink)",
  aside: "var(--line-strong)",
};

/** Shares of a story that is told well. */
export const USUAL_SHARES: Partial<Record<StoryPart, string>> = {
  situation: "with the task up to 30 %",
  action: "45 % or more",
  result: "15 to 25 %",
  learning: "about 10 %",
};

export const LENGTHS: readonly { id: StoryLength; name: string }[] = [
  { id: "full", name: "Full" },
  { id: "two-minutes", name: "2 minutes" },
  { id: "half-minute", name: "30 seconds" },
];

export const isStoryLength = (value: unknown): value is StoryLength => LENGTHS.some(({ id }) => id === value);

export const STANDING_WORDS: Record<StoryFeedback["standing"], string> = {
  strong: "strong",
  sound: "sound",
  thin: "thin",
  rambling: "rambling",
  doubtful: "would be doubted",
  "no-story": "no story yet",
};

export function standingTone(standing: StoryFeedback["standing"]): Tone {
  switch (standing) {
    case "strong":
    case "sound":
      return "pass";
    case "thin":
    case "rambling":
      return "part";
    case "doubtful":
    case "no-story":
      return "fail";
  }
}
