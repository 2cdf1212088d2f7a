import type { Reading } from "../../../../shared/rounds/reading.ts";
import type { Dimension } from "../../schema.ts";
import type { RoundPrompt } from "./setup.ts";
import { MISSING } from "./state.ts";

/** What is asked once where an answer lacks something. It leads on by the subject alone: what counts is not in it. */
const FOLLOW_UPS: Record<Dimension, string> = {
  scoping: "Put figures to it. Which of them decide what you are going to build, and what follows from each?",
  formulation: "Be more concrete there. What exactly do you want from it, and what would convince you that you got it?",
  estimation: "Work that out for me step by step. Which figure goes in, and what does the result settle?",
  architecture: "Follow one request through that. Where does it wait, and for what?",
  data: "Pick one of these and follow it for me from its beginning to its end.",
  modelling: "What speaks against that choice, and how would you find out whether it holds?",
  serving: "Give me that in time and in load. Where does each go, and what happens at the worst moment?",
  failure:
    "Go through the minutes after it has happened. Who notices, what happens by itself, and what is left for later?",
  rollout: "Tell me the order of the steps. What do you look at in each, and what makes you stop?",
  safety:
    "Think of the people whom it concerns, one by one. What would each of them need, and how would you check that?",
  communication: "Be concrete there: which part, at what price, and what would you do on Monday?",
};

export function followUpTo({ dimension }: Pick<RoundPrompt, "dimension">): string {
  return FOLLOW_UPS[dimension];
}

/** Whether something that counts was not said. */
export function lacksSomething({ points }: RoundPrompt, reading: Reading | null): boolean {
  return points.some(({ id }) => (reading?.points.find((each) => each.id === id)?.probability ?? 0) < MISSING);
}
