import { viewOf } from "../../../../shared/grader/text-view.ts";

/** Says that plain words follow, even a few words after the term: "…, that is, …", "… (…)", "…, which means …". */
const ANNOUNCED =
  /(?:[,;:–—-]\s*|\(\s*|\s)(?:that is(?: to say)?|that's to say|that (?:just |simply )?means|which (?:just |simply |really )?means?|meaning|i\.?\s?e\.?|in (?:other|plain|simple|everyday) (?:words|terms|english|language)|or rather|put (?:simply|plainly)|by which (?:i|we) mean|to put it (?:simply|plainly))(?=[\s,:])[,:]?/i;
/** How many words may stand between a term and such words. */
const ANNOUNCED_WITHIN = 6;

/** "Recall is the best metric", "recall is the reason", "a number that the board likes" tell nothing of what it means. */
const NO_MEANING =
  "(?!(?:most|best|main|key|only|same|other|first|second|last|next|right|wrong|worst|\\w+est|reason|problem|issue|cause|answer|goal|topic|challenge|point|(?:number|figure|metric|score|value|thing) (?:that|which|i|we))\\b)";
/** Plain words right behind a term: "…, the share of …", "… (how many …)", "… - made-up facts", "… is how many …". */
const BEHIND = new RegExp(
  [
    "^[\"”']?(?:",
    "\\s*\\(",
    "|\\s*[–—:]\\s*|\\s+-\\s+",
    `|\\s*,\\s*(?:(?:so|or|basically|essentially|as in|which (?:is|are|tells?|asks?|counts?|measures?|looks?|says?|just)|what|how|where|when|whether|the way) |(?:the|a|an|our|its) ${NO_MEANING})`,
    "|\\s*,\\s*(?=(?!(?:the|a|an|our|its)\\b)(?:[\\p{L}-]+\\s+){1,3}(?:who|whom|whose|that|which|where|when)\\b)",
    "|\\s+(?:i|we|people) mean\\b|\\s+as\\s+(?=(?:the|a|an|how|what)\\b)",
    "|\\s+(?:simply |just |basically |really |only |itself )?(?:means?|refers? to|asks?|tells? (?:us|you)|says? how|stands? for|counts?|measures?|answers?)\\b",
    `|\\s+(?:is|are) (?:simply |just |basically |really |only |nothing (?:more|else|but)(?: than| but)? )?(?:(?:how|what|when|where|whether|about)\\b|(?:the|a|an|our|your) ${NO_MEANING})`,
    ")",
  ].join(""),
  "iu",
);
/** Plain words right before a term: "…, called", "…, or", "what we call", "… (", "that's our". */
const BEFORE =
  /(?:\((?:the |our |its |this is |that is |that's |or |so-called |called |known as |i\.?e\.? )?|\b(?:called|calls? (?:it|this|that|them)|(?:we|they|i|people|engineers|specialists|scientists) call|known as|referred to as|named|so-called|(?:this|that|it|which|these|those)(?:'s| is| are)(?: what (?:we|they|people|engineers) call)?|the (?:technical |official )?(?:term|name|word|jargon)(?: for (?:this|that|it))? is)(?: the| a| an| our| its)?\s+|[,–—;:]\s*(?:or|in short)(?: the| a| our)?\s+|\s[–—-]\s+(?:the |our |a )?)["“']?$/i;
const CALLED_FIRST = /\bwhat (?:we|engineers|people|they|specialists|i) (?:call|name)s?\s+["“']?$/i;

const FEWEST_CONTENT_WORDS = 2;
/** A dictated text may be one sentence from end to end: plain words stand near the term. */
const NEARBY_CHARACTERS = 240;
const ENOUGH_OF_INSTEAD = 0.6;
/** From this share on an explanation is itself jargon: "an optimisation algorithm", "the area under the ROC curve". */
const MOST_JARGON = 0.34;
const JARGON = new Set(
  viewOf(
    `algorithm metric optimisation optimization optimizer parameter function loss curve matrix distribution vector probability
    statistic statistical variance gradient regression classifier classification tensor kernel layer entropy likelihood
    posterior ROC AUC coefficient estimator hyperparameter weights embedding logit softmax latent stochastic bayesian convex
    hypothesis derivative norm scalar token dimension regularisation regularization normalisation normalization`,
  ).content,
);

type Use = { sentence: string; start: number; end: number; instead: string; isTerm: (text: string) => boolean };

/** Whether the sentence says in plain words what the term means; plain words hold no other term and little jargon. */
export function saysPlainly({ sentence, start, end, instead, isTerm }: Use): boolean {
  const before = sentence.slice(Math.max(0, start - NEARBY_CHARACTERS), start);
  const behind = sentence.slice(end, end + NEARBY_CHARACTERS);
  const plain = (text: string) => !isTerm(text) && isPlain(text);
  const announced = ANNOUNCED.exec(behind);
  if (
    announced &&
    near(behind.slice(0, announced.index), isTerm) &&
    plain(behind.slice(announced.index + announced[0].length))
  )
    return true;
  const marked = BEHIND.exec(behind);
  if (marked && plain(glossOf(behind.slice(marked[0].length), marked[0]))) return true;
  if (BEFORE.test(before) && !CALLED_FIRST.test(before) && plain(lastPart(before))) return true;
  return plain(`${before} ${behind}`) && holds(`${before} ${behind}`, instead);
}

function isPlain(text: string): boolean {
  const words = [...viewOf(text).content].filter((stem) => /^\p{L}{3,}/u.test(stem));
  if (words.length < FEWEST_CONTENT_WORDS) return false;
  return words.filter((stem) => JARGON.has(stem)).length / words.length < MOST_JARGON;
}

function near(between: string, isTerm: (text: string) => boolean): boolean {
  return !isTerm(between) && between.split(/\s+/).filter(Boolean).length <= ANNOUNCED_WITHIN;
}

/** Up to the end of the bracket or, without one, of the part of the sentence. */
function glossOf(rest: string, marker: string): string {
  return (marker.includes("(") ? rest.split(")") : rest.split(/[;—]/))[0] ?? "";
}

function lastPart(before: string): string {
  return before.split(/[;:)]/).at(-1) ?? "";
}

function holds(sentence: string, instead: string): boolean {
  const wanted = viewOf(instead).content;
  const said = viewOf(sentence).content;
  if (wanted.size < FEWEST_CONTENT_WORDS) return false;
  return [...wanted].filter((stem) => said.has(stem)).length / wanted.size >= ENOUGH_OF_INSTEAD;
}
