import type { Intent } from "./reading.ts";

const MOST_QUESTION_WORDS = 60;

/** Short turns that are about the talk itself, and how many words they have at most; tried in this order. */
const ASIDES: readonly { intent: Intent; mostWords: number; pattern: RegExp }[] = [
  {
    intent: "wants-answer",
    mostWords: 30,
    pattern:
      /\b(?:(?:what(?:'s| is| was)|tell me|give me|show me|reveal)\b.{0,25}\b(?:right|correct|model|expected|ideal|the)\s+(?:answer|solution|rubric|criteria)|what (?:would|should|do) you (?:want|expect|like) (?:me to say|to hear)|(?:how would|what would) you answer|what are you looking for)\b/i,
  },
  {
    intent: "wants-hint",
    mostWords: 20,
    pattern:
      /\b(?:give|have|get|need|use|like|want)\b.{0,15}\b(?:hint|clue|nudge|pointer)\b|\bpoint me\b|\bhelp me (?:out|a bit)\b|^\W*(?:a )?hint\b/i,
  },
  {
    intent: "wants-repeat",
    mostWords: 20,
    pattern:
      /\b(?:(?:repeat|rephrase|reformulate|say) (?:that|it|the question|your question)\b|say that again|(?:didn't|did not|couldn't) (?:quite )?(?:catch|get|hear|understand) (?:that|the question|you)|come again|pardon)\b/i,
  },
  {
    intent: "thinks",
    mostWords: 20,
    pattern:
      /\b(?:let me think|give me (?:a|one|another) (?:\w+ )?(?:minute|moment|second)|one (?:moment|second)|i need (?:a|one) (?:minute|moment|second)|hold on)\b/i,
  },
  {
    intent: "stuck",
    mostWords: 15,
    pattern:
      /\b(?:i (?:really |honestly )?(?:do not|don't|dont) know|(?:have |i've )?no idea|not sure at all|i(?:'m| am) (?:stuck|lost|blank)|(?:can we |let's |i'd like to |i )(?:pass|skip)|next question|move on)\b|^\W*(?:pass|skip)\W*$/i,
  },
  {
    intent: "is-done",
    mostWords: 10,
    pattern: /\b(?:that(?:'s| is| would be) (?:all|it|my answer)|i(?:'m| am) done|nothing (?:more|else) to add)\b/i,
  },
];
const INSULT =
  /\b(?:(?:you(?:'re| are)?|this is|what) (?:an? |so |such an? |really )?(?:\w+ )?(?:idiot|idiotic|stupid|moron|useless|pathetic|incompetent|clown|joke|dumb)|shut up|f+u+c+k\w*|piece of (?:crap|shit|garbage)|bull ?shit|go to hell|screw you)\b/i;
const ASKS =
  /\?\s*$|^\s*(?:what|which|how|is|are|do|does|can|could|should|may|would|when|where|who|why|am i)\b[^.]*\?/i;

/** What short words about the talk itself want; undefined where it has to be heard as an answer. */
export function asideOf(text: string): Intent | undefined {
  const words = text.trim().split(/\s+/).filter(Boolean).length;
  if (words === 0) return "says-nothing";
  if (INSULT.test(text)) return "insults";
  return ASIDES.find(({ mostWords, pattern }) => words <= mostWords && pattern.test(text))?.intent;
}

/** Whether words are a question to the interviewer rather than an answer. */
export function isQuestion(text: string): boolean {
  return ASKS.test(text) && text.trim().split(/\s+/).length <= MOST_QUESTION_WORDS;
}
