import { CHOICES } from "./choices.ts";
import { EVALUATION } from "./doubtful-evaluation.ts";
import type { Phrase } from "./phrase.ts";
import { ENGINEERING } from "./training-and-serving.ts";

/** How each pattern is asked about; what has no phrase is not asked about. */
export const PHRASES: Readonly<Record<string, Phrase>> = { ...EVALUATION, ...ENGINEERING, ...CHOICES };
