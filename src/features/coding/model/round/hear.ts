import { unreachable } from "../../../../lib/unreachable.ts";
import { countInsult } from "../../../../shared/rounds/conduct.ts";
import { move } from "../../../../shared/rounds/move.ts";
import type { Ms, Said } from "../../../../shared/rounds/round.ts";
import { growthsIn } from "./growth.ts";
import { afterwards, askOnce, both, helpOn, remark } from "./lead.ts";
import { MOST_SUBMISSIONS } from "./log-limits.ts";
import * as says from "./questions.ts";
import {
  type CodingState,
  close,
  type Decided,
  hasWritten,
  heardMore,
  isMet,
  isSolved,
  silent,
  submissionsOf,
} from "./state.ts";

/** Fewer words tell no approach. */
const APPROACH_WORDS = 12;

/** What the interviewer does about words of the candidate. */
export function heard(state: CodingState, said: Said, now: Ms): Decided {
  const { intent, facts } = said.reading;
  switch (intent) {
    case "answers":
      return answered(listened(state, said, now), said, now);
    case "asks":
      return asked(listened(state, said, now), facts, now);
    case "wants-repeat":
      return { state, moves: [move("repeat", { topic: state.setup.item.slug, core: state.lastCore })] };
    case "wants-hint":
    case "stuck":
      return isDone(state) ? afterwards(state, now) : helpOn(state, now);
    case "wants-answer":
      return remark(state, "decline", "answer");
    case "thinks":
      return remark(state, "wait");
    case "is-done":
      return finished(state, now);
    case "says-nothing":
      return silent(state);
    case "strays":
    case "retells":
      return remark({ ...state, strayed: state.strayed + wordsIn(said.text) }, "redirect");
    case "instructs":
      return remark({ ...state, strayed: state.strayed + wordsIn(said.text) }, "decline", "instructions");
    case "insults":
      return insulted(state);
    default:
      return unreachable(intent);
  }
}

/** Solved, or no submission is left: what remains is talk. */
export function isDone(state: CodingState): boolean {
  return isSolved(state) || submissionsOf(state).length >= MOST_SUBMISSIONS;
}

/** Keeps what was said: what it met, and the orders of growth that it names. */
function listened(state: CodingState, { seq, text, reading }: Said, now: Ms): CodingState {
  // a hint is taken up by whoever speaks after it
  const points = reading.points.filter(({ id }) => id !== "took-up-the-hint" || state.hints.length > 0);
  const growth = growthsIn(text).map((named) => ({ named, seq, quote: sentenceNaming(text, named) }));
  const about = reading.flags.includes("instructions-to-the-grader") ? 0 : wordsIn(text);
  return {
    ...state,
    heard: heardMore(state.heard, points, { seq, text }),
    growth: [...state.growth, ...growth].slice(-20),
    utterances: state.utterances + 1,
    words: state.words + about,
    progressAtMs: about >= APPROACH_WORDS ? now : state.progressAtMs,
  };
}

function answered(state: CodingState, { text }: Said, now: Ms): Decided {
  const free = { ...state, waiting: null };
  if (isDone(state)) return afterwards(free, now);
  const told = wordsIn(text) >= APPROACH_WORDS && !hasSubmitted(state);
  const costed = state.growth.length > 0 || isMet(state, "complexity");
  if (told && !costed && state.setup.kind !== "debugging")
    return askOnce(free, { id: "cost", act: "probe", core: says.COST }, now);
  return hasWritten(state) ? silent(free) : remark(free, "listen");
}

/** A question is answered with the sentence of the task that does; where none does, the candidate decides. */
function asked(state: CodingState, facts: Said["reading"]["facts"], now: Ms): Decided {
  if (isDone(state)) return afterwards({ ...state, waiting: null }, now);
  const [first] = facts;
  if (!first) return remark(state, "leave-open");
  const topic = state.setup.item.slug;
  const fresh = facts.filter(({ id }) => !state.asked.includes(`told:${id}`));
  if (fresh.length === 0) return { state, moves: [move("repeat", { topic, core: first.answer })] };
  return {
    state: { ...state, asked: [...state.asked, ...fresh.map(({ id }) => `told:${id}`)] },
    moves: fresh.map(({ id, answer }) => move("inform", { topic, about: id, core: answer })),
  };
}

function finished(state: CodingState, now: Ms): Decided {
  if (isDone(state)) return afterwards({ ...state, waiting: null }, now);
  if (hasSubmitted(state)) return state.asked.includes("left-it") ? afterwards(state, now) : leavesIt(state, now);
  if (state.asked.includes("submit-first")) return close(state, "done");
  return askOnce(state, { id: "submit-first", act: "comment", core: says.SUBMIT_FIRST }, now);
}

/** Somebody who stops before it passes is asked about what is there. */
function leavesIt(state: CodingState, now: Ms): Decided {
  return both({ state: { ...state, asked: [...state.asked, "left-it"] }, moves: [] }, (next) => afterwards(next, now));
}

function insulted(state: CodingState): Decided {
  const { insults, warning } = countInsult(state.insults);
  const counted = { ...state, insults };
  return warning === null ? close(counted, "conduct") : { state: counted, moves: [warning] };
}

function hasSubmitted(state: CodingState): boolean {
  return submissionsOf(state).length > 0;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function sentenceNaming(text: string, growth: string): string {
  const sentences = text.split(/(?<=[.?!;])\s+/);
  return (sentences.find((each) => growthsIn(each).includes(growth)) ?? text).trim().slice(0, 300);
}
