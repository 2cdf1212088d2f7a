import { gate } from "../../../shared/grader/gates.ts";
import type { ThreadedGrader } from "../../../shared/grader/threaded-grader.ts";
import { type HearingDeps, hearAnswer, nothingHeard } from "../../../shared/rounds/hear-answer.ts";
import { asideOf, isQuestion } from "../../../shared/rounds/intent.ts";
import type { Reading } from "../../../shared/rounds/reading.ts";
import { answersTo } from "../ask.ts";
import type { BankCase } from "../case-bank.ts";
import { questionOf } from "../grade-prompt.ts";
import { goesOn } from "../model/round/goes-on.ts";
import { type DesignState, openPrompt } from "../model/round/state.ts";

export type HearDeps = {
  cases: () => readonly BankCase[];
  grader: Pick<ThreadedGrader, "similarities">;
  hearing: HearingDeps;
};

/** Longer turns of the first phase are told, not asked, unless they end in a question. */
const MOST_WORDS_ASKED = 40;
const AGREES = /^\W*(?:yes|yeah|yep|right|exactly|correct|please|i do|that(?:'s| is) (?:it|right|what i meant))\b/i;
const MOST_WORDS_AGREEING = 8;

/** Reads words by where the round stands: a question to the interviewer, an answer, thinking aloud, or the wish to go on. */
export async function hearDesign(deps: HearDeps, state: DesignState, text: string): Promise<Reading> {
  if (goesOn(text)) return nothingHeard("is-done");
  const aside = asideOf(text);
  // over a drawing people are done with many things before they are done with it
  if (aside === "is-done" && state.phase === "design") return nothingHeard("answers");
  if (aside !== undefined) return nothingHeard(aside);
  const found = deps.cases().find(({ item }) => item.id === state.setup.item.id);
  if (!found) return nothingHeard("answers");
  const offered = found.facts.find(({ id }) => id === state.offered);
  if (offered && wordsIn(text) <= MOST_WORDS_AGREEING && AGREES.test(text))
    return { ...nothingHeard("asks"), facts: [offered] };
  const prompt = promptAt(found, state);
  const asked = asks(state, text) ? await factsAsked(deps, found, text) : undefined;
  if (prompt) return heardAnswer(deps, { found, prompt, state, text, asked });
  if (gate(text, "").flags.includes("instructions-to-the-grader")) return nothingHeard("instructs");
  if (!asked) return nothingHeard("answers");
  // a wish for a fact is one without its question mark too: "I would like to know the load."
  const intent = asked.facts.length > 0 || isQuestion(text) ? "asks" : "answers";
  return { ...nothingHeard(intent), facts: asked.facts, probes: intent === "asks" ? asked.probes : [] };
}

type Prompt = BankCase["rubric"]["written"][number] | BankCase["rubric"]["probes"][number];
type AskedFacts = Pick<Reading, "facts" | "probes">;
type Heard = { found: BankCase; prompt: Prompt; state: DesignState; text: string; asked: AskedFacts | undefined };

async function heardAnswer(deps: HearDeps, { found, prompt, state, text, asked }: Heard): Promise<Reading> {
  const before = openPrompt(state)?.so.said.map((each) => each.text) ?? [];
  const reading = await hearAnswer(deps.hearing, { question: questionOf(found, prompt), facts: [] }, { before, text });
  if (reading.intent !== "asks") return { ...reading, facts: [] };
  return { ...reading, facts: asked?.facts ?? [], probes: asked?.probes ?? [] };
}

function promptAt({ rubric }: BankCase, state: DesignState): Prompt | undefined {
  const open = openPrompt(state);
  return open && [...rubric.written, ...rubric.probes].find(({ id }) => id === open.prompt.id);
}

/** Over a sheet or a drawing much is wondered aloud: there only a question asks. */
function asks({ phase }: DesignState, text: string): boolean {
  return isQuestion(text) || (phase === "clarify" && wordsIn(text) <= MOST_WORDS_ASKED);
}

/** The facts that were understood, else the heading that was likeliest meant. */
async function factsAsked({ grader }: HearDeps, { facts }: BankCase, text: string): Promise<AskedFacts> {
  const answers = await answersTo(grader, facts, text);
  const found = answers.flatMap((each) => each.fact ?? []);
  const meant = facts.find(({ about }) => answers.some((each) => each.meant === about));
  return {
    facts: found,
    probes: meant ? [{ about: meant.id, ask: `Do you mean this: ${lowered(meant.about)}?` }] : [],
  };
}

/** Not of an abbreviation. */
function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).filter(Boolean).length;
}
