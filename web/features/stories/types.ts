export type {
  CompetencyReading,
  PromptDetail,
  StoryBank,
  StoryDetail,
  StoryFeedback,
  StoryFinding,
  StoryLength,
  StoryPart,
  StorySummary,
  TellBody,
  Telling,
} from "../../../src/features/stories/schema.ts";
