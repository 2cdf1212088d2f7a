import type { RoundOutcome } from "../outcome.ts";
import type { AssistantAnswer } from "./assistant.ts";

/** What came of an action: as in a coding round, or what the assistant made of a request. */
export type AssistedOutcome = RoundOutcome | { type: "answered"; answer: AssistantAnswer };

/** Said in place of a verdict where the interviewer asks something first. */
export const HELD_BACK = "The interviewer has a question before that. Answer it, and submit again.";
