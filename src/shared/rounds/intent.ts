import type { Intent } from "./reading.ts";

const MOST_QUESTION_WORDS = 60;

const POLITE =
  // a word ends where the next begins, and each is read in one way: long hesitations are read in time that grows with them
  "(?:(?:sorry|pardon(?: me)?|excuse me|please|ok(?:ay)?|well|so|sure|yes|no|honestly|[uh]+m*|good question)(?:[\\s,.!?…-]+|$))*";
const AFTER = "(?:[\\s,]*(?:please|sorry|honestly|to be honest|i'm afraid|thanks|thank you))*\\W*$";
const whole = (words: string) => new RegExp(`^\\W*${POLITE}(?:${words})${AFTER}`, "i");

const HINT = "(?:hint|clue|nudge|pointer)";
const RIGHT = "(?:right |correct |model |expected |ideal |full )?";
const SPAN = "(?:minute|moment|second|sec)s?";

/**
 * Short turns about the talk itself, tried in this order. A turn is one only as a whole, or by how it begins: an answer may well
 * speak of hints, seconds, pointers and answers.
 */
const ASIDES: readonly { intent: Intent; mostWords: number; pattern: RegExp }[] = [
  {
    intent: "wants-answer",
    mostWords: 25,
    pattern: new RegExp(
      `(?:^|[.!?,;]\\s+)${POLITE}(?:what(?:'s| is| was| would be) (?:the|your) ${RIGHT}(?:answer|solution|rubric)\\b|(?:just |(?:can|could|would|will) you (?:please |just )?)?(?:tell|give|show|reveal)(?: me| us)? (?:the |your )?${RIGHT}(?:answer|solution|rubric|criteria)\\b|what (?:would|should|do) you (?:want|expect|like) (?:me to say|to hear)|(?:how|what) would you (?:answer|say)\\W*$|what (?:\\w+ ){0,3}are you looking for|what (?:would|should|does) (?:a|an|the) (?:strong|good|perfect|great|ideal|excellent|right|correct|better) answer\\b|what should i have (?:said|answered)|(?:(?:can|could|would|will) you (?:please )?)?(?:give|tell) me (?:the |a )?(?:first |second |other )?(?:half|part|rest|beginning|start) of (?:the|your|an) answer|i give up\\W+(?:so )?(?:what|tell me))`,
      "i",
    ),
  },
  {
    intent: "wants-answer",
    mostWords: 12,
    pattern: whole(
      "(?:and |so )?(?:(?:was|is) (?:that|this|it|my answer) (?:correct|right|good|wrong|ok|enough)|am i (?:right|correct|wrong)|(?:just|please|ok) tell me|how (?:am i doing|did i do|was that))",
    ),
  },
  {
    intent: "wants-hint",
    mostWords: 20,
    pattern: new RegExp(
      `^\\W*${POLITE}(?:(?:(?:can|could|may|would|will) (?:you|i) (?:please )?(?:give|have|get|offer)(?: me)?|i(?:'d| would)? (?:like|need|want)|(?:please )?give me|is there) (?:a|any|some|one) (?:small |little )?${HINT}\\b|(?:a |any )?${HINT}s?${AFTER}|(?:maybe )?(?:(?:a|any|some) )?(?:small |little )?${HINT}s? would (?:help|be (?:great|good|nice|useful|helpful))\\b|(?:can|could) you (?:help me|point me)\\b|(?:help me|some help)(?: out| a bit)?${AFTER}|where (?:should|would|do) i (?:start|begin)${AFTER})`,
      "i",
    ),
  },
  {
    intent: "wants-repeat",
    mostWords: 20,
    pattern: new RegExp(
      `^\\W*${POLITE}(?:(?:(?:can|could|would|will) you (?:please )?)?(?:repeat|rephrase|reformulate)(?: (?:that|it|the question|your question))?(?: for me)?${AFTER}|(?:(?:can|could|would|will) you (?:please )?)?say (?:that|it|the question) again|(?:i )?(?:didn't|did not|couldn't|could not) (?:quite )?(?:catch|get|hear|understand) (?:that|the question|you)|what was the question|come again${AFTER})|^\\W*pardon(?: me)?\\W*$`,
      "i",
    ),
  },
  {
    intent: "thinks",
    mostWords: 20,
    pattern: whole(
      `let me think(?: about (?:that|this|it))?(?: for (?:a|one) (?:\\w+ )?${SPAN})?|(?:can i have |give me |just )?(?:a|one|another)(?: \\w+)? ${SPAN}(?: to think(?: about (?:that|this|it))?)?|i need (?:a|one|another)(?: \\w+)? ${SPAN}(?: to think(?: about (?:that|this|it))?)?|hold on(?: (?:a|one) ${SPAN})?`,
    ),
  },
  {
    intent: "is-done",
    mostWords: 12,
    pattern: whole(
      "(?:and |i think |i guess )*(?:that(?:'s| is| would be) (?:all|it|everything|my answer)(?: (?:i have|i can say|from me|from my side|for now))?|i(?:'m| am) done|(?:i have )?nothing (?:more|else) to (?:add|say)|(?:i (?:have|'ve got|do not have|don't have) )?(?:no|any) (?:more |further |other )?questions?(?: (?:for you|from me|from my side|at the moment|right now|for now|at this point|so far))*|(?:nothing|none) from (?:me|my side))",
    ),
  },
];
const STUCK = whole(
  "i (?:really |honestly |just )?(?:do not|don't|dont) know(?: (?:that|this|it|the answer(?: to (?:that|this|it))?|that one|this one|what to say|anything about (?:that|this|it)|how to answer(?: that| this)?))?|(?:i (?:really |honestly )?have |i've )?(?:absolutely )?no idea(?: (?:what|how|why|where|which|about)\\b.*)?|i(?:'m| am) (?:(?:totally |completely |a bit )?(?:stuck|lost|blank)(?: here| on this(?: one)?)?|(?:really |honestly )?not sure(?: at all)?(?: about (?:that|this|it)(?: one)?)?)|not sure at all|(?:(?:can|could|may) (?:we|i) |let's |i'd like to |i would like to |i'll |i )?(?:pass|skip|move on)(?: (?:this|that|it|on this|on that|this one|that one|to the next(?: one| question)?))?|(?:the )?next(?: question| one)",
);
const MOST_ASIDE_WORDS = 20;
const JOINED = /^\s*(?:but|and|so|then|or)\s+/i;
const POLITE_ALONE = new RegExp(`^\\W*${POLITE}$`, "i");
const SCORN = "(?:idiots?|idiotic|stupid|morons?|useless|pathetic|incompetent|clowns?|joke|dumb)";
/** Said to the interviewer or of the interview; of a model or an idea they are no insult. */
const INSULT = new RegExp(
  `\\byou(?:'re| are) (?:(?:so|such|just|really|completely|all|an?) ){0,3}${SCORN}\\b|\\bare you (?:\\w+ ){0,2}(?:stupid|incompetent|dumb|an idiot)\\b|\\b(?:this is|what) (?:an? |such an? )?(?:\\w+ )?${SCORN} (?:question|interview|company)\\b|\\bshut up\\b|\\bf+u+c+k (?:you|off|this)\\b|\\bgo to hell\\b|\\bscrew you\\b|^\\W*bull ?shit\\b`,
  "i",
);
const ASKS =
  /\?\s*$|^\s*(?:what|which|how|is|are|do|does|can|could|should|may|would|when|where|who|why|am i)\b[^.]*\?/i;

/** What short words about the talk itself want; undefined where it has to be heard as an answer. */
export function asideOf(said: string): Intent | undefined {
  const text = said.replaceAll("’", "'");
  const words = text.trim().split(/\s+/).filter(Boolean).length;
  if (words === 0) return "says-nothing";
  if (INSULT.test(text)) return "insults";
  const wanted = asideIn(text, words);
  if (wanted !== undefined || words > MOST_ASIDE_WORDS) return wanted;
  // "I don't know, could you give me a hint?": every piece is about the talk, and what is wished for last is meant
  const pieces = text.split(/[.!?;,]+/).filter((each) => each.trim() !== "" && !POLITE_ALONE.test(each));
  const wants = pieces.map(
    (each) => asideIn(each.replace(JOINED, ""), words) ?? (STUCK.test(each) ? "stuck" : undefined),
  );
  return wants.includes(undefined) ? undefined : (wants.findLast((each) => each !== "stuck") ?? wants.at(-1));
}

function asideIn(text: string, words: number): Intent | undefined {
  return ASIDES.find(({ mostWords, pattern }) => words <= mostWords && pattern.test(text))?.intent;
}

/** Whether words are a question to the interviewer rather than an answer. */
export function isQuestion(text: string): boolean {
  return ASKS.test(text) && text.trim().split(/\s+/).length <= MOST_QUESTION_WORDS;
}
