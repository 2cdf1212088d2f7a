import type { Claim } from "../../../../shared/claims/claim.ts";
import { doubtOf } from "../../../../shared/claims/doubts.ts";
import { extractClaims } from "../../../../shared/claims/extract-claims.ts";
import type { StoryDoubt } from "../story-doubt.ts";
import { type StoryView, spanOf } from "../story-view.ts";

const MOST_CHARACTERS = 24_000;
// A ratio without its start is careless; a perfect metric is hard to explain.
const LIGHT: ReadonlySet<string> = new Set(["no-baseline", "false-precision"]);
const LIGHT_WEIGHT = 0.35;

/** What a business measures of many people: one team's work moves it by little. */
const OF_BUSINESS = new Set(
  "revenue;conversion;engagement;productivity;retention;CTR;satisfaction;rating;sales;adoption;open rate;profit;users;growth".split(
    ";",
  ),
);
const COSTS = new Set("cost;churn;savings".split(";"));
const MOST_RISE = 1;
const MOST_FALL = 0.9;
const MOST_LEVEL = 0.97;
const MOST_RATIO = 100;
const BUSINESS_WORD =
  /\b(?:revenue|sales|profit|productivity|engagement|conversions?|retention|satisfaction|click-through|customers?|growth|mortality|defaults?|fraud|churn|costs?)\b/i;

/** Figures that would be doubted where the story claims them; what somebody hoped for or was asked for is no claim. */
export function figureDoubts(view: StoryView): StoryDoubt[] {
  const claims = extractClaims(view.text.slice(0, MOST_CHARACTERS));
  return claims.flatMap((claim): StoryDoubt[] => {
    const sentence = view.sentences.find(({ start, end }) => claim.figure.start >= start && claim.figure.start < end);
    if (!sentence || sentence.part === "task" || sentence.part === "situation") return [];
    const known = doubtOf(claim, claims);
    const wonder = unlikely(claim);
    const doubt = wonder ?? known;
    if (!doubt) return [];
    return [
      {
        part: sentence.part,
        said: `An interviewer would doubt this. ${doubt.said}`,
        mend: doubt.mend,
        spans: [spanOf(sentence)],
        weight: !wonder && known && LIGHT.has(known.id) ? LIGHT_WEIGHT : 1,
      },
    ];
  });
}

function unlikely({ value, unit, kind, metric, baseline, target, figure, sentence }: Claim) {
  const ofBusiness =
    (metric !== undefined && (OF_BUSINESS.has(metric) || COSTS.has(metric))) ||
    (metric === undefined && BUSINESS_WORD.test(sentence.text));
  const change = kind === "change" && (unit === "share" || unit === "ratio");
  const rise = unit === "ratio" ? value - 1 : value;
  if (change && ofBusiness && (rise >= MOST_RISE || -rise >= MOST_FALL))
    return {
      said: `“${figure.text}” is far more than one team's work moves such a measure.`,
      mend: "Say what it was before and after, in which group, and how you know that it was your work.",
    };
  if (kind === "level" && unit === "share" && ofBusiness && (target ?? value) >= MOST_LEVEL && (target ?? value) <= 1)
    return {
      said: `Hardly anything that many people do reaches “${figure.text}”.`,
      mend: "Say of whom it was measured, and how many they were.",
    };
  if (baseline !== undefined && target !== undefined && target > 0 && baseline / target > MOST_RATIO)
    return {
      said: `“${figure.text}” is more than a hundredfold; it is asked what the start really measured.`,
      mend: "Say what took the time before, and which single change took most of it away.",
    };
  return undefined;
}
