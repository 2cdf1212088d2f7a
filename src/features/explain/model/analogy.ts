import type { TextSpan } from "../../../shared/claims/claim.ts";
import type { ExplainDrill } from "../../../shared/content/explain-drill.ts";
import { viewOf } from "../../../shared/grader/text-view.ts";

type Picture = ExplainDrill["analogies"][number];
export type AnalogyFound = {
  /** Where the picture is drawn; null where there is none. */
  span: TextSpan | null;
  /** The picture of the drill that it is. */
  known: Picture | null;
  /** Words that say where the picture stops being right. */
  limit: TextSpan | null;
  misleading: boolean;
};

/** "Things like a gift card" is an example, and "would like a decision" a wish. */
const NO_LIKENESS =
  "(?<!\\b(?:something|anything|things|stuff|somebody|someone|people|cases)(?: \\w+)?,? )(?<!\\b(?:would|do|does|did|will|may|might|to|not|i|we|you|they|who|people|users|customers|clients|\\w+['’](?:d|t|ll)) )";
/** "a bit like a librarian", "think of it as", "as if", "the way a doctor does". */
const LIKENESS = new RegExp(
  [
    "(?:a (?:bit|little|lot)|much|rather|just|kind of|sort of|almost|it['’]s|is|are|works?|acts?|behaves?|more|be|being)\\s+like\\s+(?!(?:this|that|these|those|it|to|so|us|any|other|most|last|before|always|ever|yours|mine|ours|theirs|hers|the (?:one|ones|first|last|other|previous|rest)|\\d)\\b)",
    `${NO_LIKENESS}like (?:a|an|asking|having|giving|letting|reading|hiring|being|looking|trying|using|someone|somebody|when you|the way)\\b`,
    "think of (?:it|this|that|them|(?:the |a |our )?\\w+)(?: \\w+){0,3} as\\b|think of (?:a|an|your|how)\\b",
    "as (?:if|though) (?:a|an|you|we|someone|somebody|it|they|one)\\b|(?:just|the same way|exactly) as (?:a|an|you|when)\\b",
    "(?:just |in )?the (?:same )?way (?:a|an|you|someone|people)\\b",
    "(?:similar to|same as|no different from|comparable to|reminds? (?:me|you|one) of) (?:a|an|when|how)\\b",
    "by analogy|analog(?:y|ous)\\b|metaphor",
  ]
    .map((each) => `\\b(?:${each})`)
    .join("|"),
  "i",
);
/** "imagine", "picture this": a picture, or only an example. */
const INVITATION =
  /\b(?:imagine|picture (?:a|an|this|yourself|your|someone|two)|suppose (?:you|a|an)|pretend|say you (?:are|want|lose|ask))\b/i;
const LIMIT =
  /\b(?:(?:picture|comparison|analogy|metaphor|image|likeness)[^.]{0,40}\b(?:breaks?|stops?|ends?|fails?|misleads?|limps?|isn't|is not|only goes|goes only|not perfect|off)|breaks? down|not (?:quite|exactly|really) (?:like|the same|right)|(?:but |though |yet )?unlike (?:a|an|the|in|with|that)|the (?:one )?(?:difference|catch) is|except (?:that|for)|where (?:it|this|that) (?:differs|breaks|stops)|only (?:a|the) picture)\b/i;

const FEWEST_CUES = 2;
const FEWEST_FOREIGN = 3;
const FOREIGN_SHARE = 0.4;
/** In how many sentences after a picture its limit is said. */
const LIMIT_WITHIN = 3;

/** Finds the picture in an explanation. `ownWords` are stems of the subject itself: "imagine" with these is an example. */
export function findAnalogy(
  sentences: readonly TextSpan[],
  pictures: readonly Picture[],
  ownWords: ReadonlySet<string>,
): AnalogyFound {
  const cueing = (text: string) => pictures.some((picture) => cuesIn(text, picture) > 0);
  const drawing = sentences.flatMap((sentence, at) =>
    drawsPicture(sentence, sentences[at + 1], { cueing, ownWords }) ? [at] : [],
  );
  const whole = sentences.map(({ text }) => text).join(" ");
  const counted = pictures
    .map((picture) => ({ picture, cues: cuesIn(whole, picture) }))
    .toSorted((a, b) => b.cues - a.cues)[0];
  const cued =
    counted && (counted.cues >= FEWEST_CUES || (drawing.length > 0 && counted.cues > 0)) ? counted.picture : null;
  const isOfCued = (at: number) => cued !== null && cuesIn(sentences[at]?.text ?? "", cued) > 0;
  const first = drawing.find(isOfCued) ?? (cued ? sentences.findIndex((_, at) => isOfCued(at)) : drawing[0]);
  const at = first ?? -1;
  const span = sentences[at] ?? null;
  const limit = span && (sentences.slice(at, at + 1 + LIMIT_WITHIN).find(({ text }) => LIMIT.test(text)) ?? null);
  return { span, known: span && cued, limit, misleading: span !== null && cued?.misleads === true && limit === null };
}

type Known = { cueing: (text: string) => boolean; ownWords: ReadonlySet<string> };

function drawsPicture(sentence: TextSpan, next: TextSpan | undefined, { cueing, ownWords }: Known): boolean {
  if (sentence.text.search(LIKENESS) >= 0) return true;
  if (sentence.text.search(INVITATION) < 0) return false;
  const scene = `${sentence.text} ${next?.text ?? ""}`;
  if (cueing(scene)) return true;
  const content = [...viewOf(scene).content];
  const foreign = content.filter((stem) => !ownWords.has(stem) && !/\d/.test(stem)).length;
  return foreign >= FEWEST_FOREIGN && foreign / content.length >= FOREIGN_SHARE;
}

/** How many of a picture's words a text has. */
function cuesIn(text: string, { cues }: Picture): number {
  const said = ` ${viewOf(text).stems.join(" ")} `;
  return cues.filter((cue) => said.includes(` ${viewOf(cue).stems.join(" ")} `)).length;
}
