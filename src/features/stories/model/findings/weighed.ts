import type { StoryFinding } from "../../schema.ts";

/** A finding, with how much its mend is worth. */
export type Weighed = StoryFinding & { worth: number };
