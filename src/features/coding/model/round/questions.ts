import type { CodedRound } from "../../../../shared/content/think-aloud.ts";
import type { CodingSetup } from "./state.ts";

/** What the interviewer says when the problem is handed over. */
export function openingOf({ kind, item, minutes }: CodingSetup): { open: string; ask: string } {
  const time = `We have ${minutes} minutes.`;
  switch (kind) {
    case "coding":
      return {
        open: `The problem is called “${item.title}”, and it stands on your page with a starter. ${time} Run the visible tests as often as you like; submitting runs the hidden ones too.`,
        ask: "Read it, ask me whatever is unclear, and tell me how you would go about it and what that costs before you write code.",
      };
    case "debugging":
      return {
        open: `This one is called “${item.title}”. The code on your page runs and has faults; each that you mend is credited by itself. ${time} Submitting runs the hidden tests too.`,
        ask: "Read it, ask me whatever is unclear, and tell me what you would look at first and why, before you change anything.",
      };
    case "progressive":
      return {
        open: `The problem is called “${item.title}” and comes in ${item.levels} levels. The first stands on your page; a level opens when the one before it passes, and its tests keep running. ${time}`,
        ask: "Read the first level, ask me whatever is unclear, and tell me how you would go about it and what that costs before you write code.",
      };
  }
}

/** Said once to somebody who begins without a word. */
export const WORDS_FIRST: Record<CodedRound, string> = {
  coding: "Before you go on writing: what is your approach, and what will it cost?",
  debugging: "Before you go on changing it: what have you seen that makes you look there?",
  progressive: "Before you go on writing: what is your approach to this level, and what will it cost?",
};

/** Asked for where an approach was told without it. */
export const COST = "What does that cost, in time and in memory, as the input grows?";
export const COST_AFTER =
  "It passes. What does your solution cost, in time and in memory, and which line decides that?";
export const EDGES_BEFORE = "The visible tests pass. Which inputs would you try that they do not?";
export const EDGES_AFTER =
  "Which inputs did you have in mind that could have broken this, and how would you test them?";
export const GUARD = "Which small test, kept from now on, would have caught these before anybody lost time over them?";
export const TRADE_OFF = "What did you give up for this solution, and when would you decide otherwise?";
export const HAND_IN = "Hand in what you have before the time is over: after that only the last draft is judged, once.";
export const SUBMIT_FIRST =
  "Nothing is submitted yet. Submit your code to run all of the tests and see what passes; or tell me once more that you are done, and it is judged as it stands.";
export const POINTER = "If you would like a pointer, ask me for one. It costs a little, and less than standing still.";
export const LAST_SUBMISSION = "That was the last submission of this round. Let us talk about what is there.";

/** After a run or a submission that fails: none of them says what is wrong. */
export const AFTER_FAILED_RUN: readonly string[] = [
  "Not all of the visible tests pass. Which input could do that?",
  "Take the test that fails and walk your code through it by hand. Where does it first differ from what you expect?",
  "What do you know for certain about the values at that point, and what do you only suppose?",
  "What is the smallest input that would show the same?",
  "Which of your assumptions does that test not share?",
];
export const AFTER_ERROR: readonly string[] = [
  "It raised an error. What must the values have been for that line to be reached like this?",
  "Another error. What would you print to see it coming?",
];
export const AFTER_TIME_OUT: readonly string[] = [
  "It ran out of time. Which part of it grows fastest with the input?",
  "Still too slow. What is computed more than once?",
];
export const AFTER_FAILED_SUBMISSION: readonly string[] = [
  "Some of the hidden tests do not pass. Which inputs have you not thought of yet?",
  "There is something left that the visible tests do not show. Which sentence of the task has no line in your code?",
  "Not there yet. What would an unfriendly user hand to this function?",
  "The count has told you something. What changed since the last submission, and what did you expect of it?",
  "Before the next submission: which test of your own would fail now, if you had one?",
];
export const AFTER_BROKEN_LEVEL: readonly string[] = [
  "A test of an earlier level no longer passes. What do the two levels share that you have changed?",
  "An earlier level is broken again. How would you change this without touching what worked?",
];
export const FAULTS_LEFT: readonly string[] = [
  "There is something left. Which function have you not given an input whose answer you know?",
  "Not all of it is mended. What would you check next, and what would each outcome tell you?",
  "Some still stand. Which line have you taken on trust so far?",
];
export const HOW_KNOWN: readonly string[] = [
  "Something you changed was a fault indeed. How did you come upon it, and what made you sure?",
  "That mended something. What did you see that told you where to look?",
];

export function levelOpened(level: number, of: number): string {
  const first = level === 2 ? "The first level passes." : `Level ${level - 1} passes too.`;
  const rest = level === of ? "the last one" : `${of - level} to come after it`;
  return `${first} Level ${level} is open on your page, ${rest}. What changes in your design?`;
}
