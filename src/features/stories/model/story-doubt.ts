import type { TextSpan } from "../../../shared/claims/claim.ts";
import type { StoryPart } from "../schema.ts";

/** What an interviewer would not believe as it stands, and what mends it; `weight`: 1 where it is hard to explain. */
export type StoryDoubt = {
  part: StoryPart | null;
  said: string;
  mend: string;
  spans: readonly TextSpan[];
  weight: number;
};
