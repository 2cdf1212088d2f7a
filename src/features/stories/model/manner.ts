import { viewOf } from "../../../shared/grader/text-view.ts";
import { blamingIn } from "./blame.ts";
import { decisionsIn } from "./decisions.ts";
import { hasFigure } from "./figures.ts";
import { backwardSteps } from "./order.ts";
import type { StoryDoubt } from "./story-doubt.ts";
import { ofPart, proportions, type ReadSentence, type StoryView } from "./story-view.ts";

const FILLER =
  /\b(?:you know|i mean|sort of|kind of|kinda|i guess|or whatever|and stuff|and things|or something|um+|uh+|er|hmm+|like i said|as i said|basically|anyway|anyways|so yeah|i want to say|let me think|where was i|to be honest|honestly|actually|i think|i suppose|i don't know|somehow|a lot of|pretty much|long story short)\b/gi;
const TEXTBOOK =
  /\b(?:leverag\w+|cutting[- ]edge|state[- ]of[- ]the[- ]art|best practices?|industry[- ]standard|robust|scalable|seamless(?:ly)?|end[- ]to[- ]end|stakeholders?|synerg\w+|cross-functional|innovat\w+|revolution\w+|ground-?breaking|world[- ]class|transformative|holistic\w*|paradigm|empower\w*|spearhead\w*|orchestrat\w+|streamlin\w+|optimi[sz]ed?|optimi[sz]ing|passion\w*|team ?work|leadership|excellence|exceed\w* expectations|successful(?:ly)?|effective(?:ly)?|efficient(?:ly)?|thorough(?:ly)?|comprehensive\w*|strategic\w*|actionable|insights?|significant(?:ly)?|data-driven|game[- ]chang\w+|key takeaway|importance of|challeng\w+|proactive\w*|collaborat\w+|communicat\w+|aligned?|alignment|foster\w*|deliver\w*|solution|dedicat\w+|hard work|tireless\w*|advanced|powerful|latest)\b/gi;
const ABSOLUTE =
  /\b(?:all|every(?:one|body|thing)?|completely|entire(?:ly)?|whole|perfect(?:ly)?|flawless(?:ly)?|zero|never|always|no (?:issues?|problems?|incidents?|bugs?|downtime|one)|nobody|immediately|instantly|overnight|single-handedly|alone|by myself|without any|any (?:issues?|problems?)|first try|from scratch|fully|unanimous(?:ly)?|guarantee\w*|100|99\.9+)\b/gi;
const SETBACK =
  /\b(?:but|however|although|though|unfortunately|wrong(?:ly)?|fail(?:ed|ure|s)?|missed|cost (?:us|me)|turned out|spike|rolled (?:it )?back|against (?:it|me)|object(?:ed|ion)|pushed back|resist\w*|sceptical|skeptical|worse|gave up|less than|short of|didn't|did not|couldn't|wasn't|weren't|hadn't|wouldn't|not (?:good|enough|happy|pleased|convinced|work)|mistake|broke|surpris\w+|still|only|nearly|almost|hard(?:er)?|slow(?:er)?|lost|complain\w*|unhappy|annoyed|angry|noise|noisy|messy|overfit\w*|leak\w*|drop(?:ped)? (?:it|that)|threw|dead end|first (?:attempt|version|try|guess|idea|run))\b/gi;
const DETAIL =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|week \w+|day \w+|morning|afternoon|evening|night|page|column|table|row|log|ticket|spreadsheet|whiteboard|script|threshold|seed|label\w*|sample\w*|by hand|postgres|spark|kafka|airflow|xgboost|lightgbm|bert|redis|sql|parquet|json|pdf|gpu|cpu|csv|api|recall|precision|auc|auroc|f1|rmse|mape|kappa|p9[59]|baseline|hold-?out|a\/b)\b/gi;

const BARE_CHANGE =
  /\bby (?:about |around |over |nearly |more than )?\d[\d.,]* ?(?:%|percent|per cent)|\b\d[\d.,]* ?(?:%|percent) (?:increase|improvement|reduction|decrease|boost|uplift|growth)\b|\b(?:doubled|tripled|quadrupled)\b/gi;
const BASELINE =
  /\bfrom (?:about |around |roughly )?[\w.,$€£]+(?: \w+){0,4} to \S+|\b(?:against|rather than|compared (?:with|to)|up from|down from|where before|instead of|before it was) (?:\w+ ){0,2}\d|\bbaseline\b/gi;

/** How a story is told, each measure about 0 to 1. */
export const MANNER = [
  "words",
  "situation",
  "task",
  "action",
  "result",
  "learning",
  "aside",
  "fillers",
  "repetition",
  "textbook",
  "absolutes",
  "setbacks",
  "details",
  "names",
  "decisions",
  "figureInResult",
  "figures",
  "blame",
  "backward",
  "sentenceWords",
  "bareChanges",
  "baselines",
  "doubts",
] as const;
export type Manner = Record<(typeof MANNER)[number], number>;

export function mannerOf(view: StoryView, doubts: readonly StoryDoubt[]): Manner {
  const share = Object.fromEntries(proportions(view).map((each) => [each.part, each.share]));
  const per = (pattern: RegExp, words: number) =>
    Math.min(1, many(view.text, pattern) / (Math.max(60, view.words) / words));
  const decisions = decisionsIn(view).reduce((sum, { reasoned }) => sum + (reasoned ? 1 : 0.4), 0);
  const results = ofPart(view, "result");
  const sentences = Math.max(1, view.sentences.length);
  return {
    words: Math.min(1, view.words / 400),
    situation: share.situation ?? 0,
    task: share.task ?? 0,
    action: share.action ?? 0,
    result: share.result ?? 0,
    learning: share.learning ?? 0,
    aside: share.aside ?? 0,
    fillers: per(FILLER, 12),
    repetition: repetition(view.sentences),
    textbook: per(TEXTBOOK, 12),
    absolutes: per(ABSOLUTE, 25),
    setbacks: per(SETBACK, 20),
    details: per(DETAIL, 20),
    names: Math.min(1, namesIn(view.sentences) / 8),
    decisions: Math.min(1, decisions / 3),
    figureInResult: results.some(({ text }) => hasFigure(text)) ? 1 : 0,
    figures: Math.min(1, view.sentences.filter(({ text }) => hasFigure(text)).length / sentences / 0.6),
    blame: Math.min(1, blamingIn(view.sentences).length / 2),
    backward: Math.min(1, backwardSteps(view.sentences).length / 4),
    sentenceWords: Math.min(1, view.words / sentences / 30),
    bareChanges: Math.min(1, many(view.text, BARE_CHANGE) / 3),
    baselines: Math.min(1, many(view.text, BASELINE) / 2),
    doubts: Math.min(1, doubts.reduce((sum, { weight }) => sum + weight, 0) / 2),
  };
}

/** Sentences in words that fit any story, the emptiest first. */
export function textbookSentences(sentences: readonly ReadSentence[]): ReadSentence[] {
  const empty = sentences.map((sentence) => ({ sentence, many: many(sentence.text, TEXTBOOK) }));
  return empty
    .filter((each) => each.many > 0)
    .toSorted((a, b) => b.many - a.many)
    .map(({ sentence }) => sentence);
}

function many(text: string, pattern: RegExp): number {
  return text.replaceAll("’", "'").match(pattern)?.length ?? 0;
}

/** Share of sentences that say again what an earlier one has said. */
function repetition(sentences: readonly ReadSentence[]): number {
  const contents = sentences.map(({ text }) => viewOf(text).content);
  const again = contents.filter((own, at) =>
    contents.slice(0, at).some((other) => {
      const shared = [...own].filter((stem) => other.has(stem)).length;
      return own.size >= 2 && shared >= 2 && shared / Math.min(own.size, Math.max(3, other.size)) >= 0.5;
    }),
  );
  return again.length / Math.max(1, sentences.length);
}

/** Words with a capital inside sentences: people, places, tools. */
function namesIn(sentences: readonly ReadSentence[]): number {
  const names = sentences.flatMap(
    ({ text }) => text.slice(1).match(/(?<=[\s("“])(?!I\b)\p{Lu}[\p{L}\d]+(?:\.\p{L}+)?/gu) ?? [],
  );
  return new Set(names).size;
}
