import { CHOICES } from "./choices.ts";
import { DATA } from "./data-and-features.ts";
import { EVALUATION } from "./doubtful-evaluation.ts";
import { MODELS } from "./models-and-training.ts";
import type { Phrase } from "./phrase.ts";
import { REST } from "./retrieval-and-code.ts";
import { ENGINEERING } from "./training-and-serving.ts";

/** How each pattern is asked about; what has no phrase is not asked about. */
export const PHRASES: Readonly<Record<string, Phrase>> = {
  ...MODELS,
  ...DATA,
  ...REST,
  ...EVALUATION,
  ...ENGINEERING,
  ...CHOICES,
};
