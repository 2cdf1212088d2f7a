export type {
  AskedSkill,
  CvCheck,
  ExpectedQuestion,
  Gap,
  PostingBody,
  PostingDetail,
  PostingList,
  PostingSummary,
  StoryNeed,
  Tailoring,
} from "../../../src/features/tailoring/schema.ts";
