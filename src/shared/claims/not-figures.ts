import { setsBehind } from "./nouns.ts";
import { type Quantity, wordsBefore, wordsBehind } from "./quantity.ts";

const NUMBERING =
  "sections?|sec\\.|figures?|figs?\\.?|tables?|chapters?|ch\\.|equations?|eqs?\\.?|steps?|pages?|pp?\\.|parts?|questions?|problems?|exercises?|phases?|stages?|levels?|weeks?|days?|sprints?|rounds?|items?|options?|examples?|tasks?|no\\.?|nr\\.?|numbers?|#|§|articles?|art\\.|annex|rooms?|floors?|tier|type|class(?: of)?|version|v|ver\\.|release|issue|pr|pull request|ticket|commit|lines?|layers?|epoch|fold|run|experiment|trial|group|cell|volume|vol\\.|lecture|unit|module|appendix|age|aged|since|until|year|fy|q|summer|spring|autumn|fall|winter|early|late|mid|episode|season|port|zip|plz|postal code|room";
const PRODUCTS =
  "python|pytorch|torch|tensorflow|keras|cuda|cudnn|node|java|scala|spark|airflow|kubernetes|ubuntu|debian|windows|macos|postgres(?:ql)?|mysql|redis|kafka|numpy|pandas|scikit-learn|sklearn|xgboost|lightgbm|django|flask|react|angular|vue|php|ruby|rails|rust|c\\+\\+|http|web|gpt|llama|gemma|mistral|mixtral|qwen|claude|gemini|falcon|yolov?|bert|roberta|deberta|resnet|efficientnet|whisper|stable diffusion|sdxl|dall-e|imagenet|cifar|mnist|wmt|rtx|gtx|tesla|ryzen|core i|xeon|pixel|iphone|galaxy|arduino|raspberry pi|rfc|iso|ieee|pep|psd|sox|basel|apollo|covid|office|oracle|azure|industry|formula";
const ORDERED = "top|best|first|last|past|next|previous|following|coming|another|every|each|other";
const END = "[\\s-]*$";
const wordBefore = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})${END}`, "iu");
const NAMED_BEFORE = wordBefore(`${NUMBERING}|${PRODUCTS}|${ORDERED}`);
// Before a count only what is surely a name: "the first 3 models" and "Python 3 projects", not "ran 3 trials".
const NAMED_BEFORE_COUNT = wordBefore(`${PRODUCTS}|${ORDERED}|phase|level|tier|class|stage|section|table|figure`);
const REPEATED_TIME = wordBefore("last|past|next|previous|following|coming|every|each|another|first|other");
const SETTING =
  /(?<![\p{L}\p{N}@])(?:thresholds?|cut-?offs?|alpha|beta|gamma|lambda|epsilon|eps|sigma|tau|mu|eta|α|β|γ|λ|ε|learning[- ]rate|lr|weight[- ]decay|dropout(?: rate)?|momentum|temperature|seeds?|random[_ ]state|batch[- ]?sizes?|batch(?:es)? of|num_\w+|n_\w+|max_\w+|min_\w+|epochs|depth|width|hidden(?: size)?|dim(?:ension)?s?|k|n|p|d|window(?: size)?|stride|kernel(?: size)?|patience|warm-?up|clip(?:ping)?|margin|beam(?: size| width)?|(?<!(?:highest|best|final|overall|global|national|world|leaderboard|current) )rank|top[-_ ][kp]|confidence(?: level)?|significance(?: level)?|p[- ]?values?|splits?|ratio)\s*(?:of|=|==|:|<|>|≤|≥|at|to|from|is|was|were|set to|set at)?\s*$/iu;
const SETTING_SHARE =
  /(?<![\p{L}])(?:thresholds?|cut-?offs?|dropout(?: rate)?|confidence(?: level)?|significance(?: level)?|splits?)\s*(?:of|=|:|at|to|from|is|was|set to|set at)?\s*$/iu;
const STATISTIC_BEHIND =
  /^\s*(?:confidence|credible|prediction interval|CI\b|conf\.|power\b|significance)|^\s*(?:train|test|validation|holdout|dev)[- ]?(?:\/|split)|^\s*(?:remote\b|organic|cotton)/iu;
const CUT_FROM_METRIC = /(?:recall|precision|accuracy|F1|AUC|coverage|hit rate|MRR|NDCG)\s*(?:of|=|:|is|was)\s*$/iu;
const PROGRESS_BEHIND = /^\s*(?:\[-|\||█|#{3})/u;
const HARDWARE_BEFORE = /(?<![\p{L}\p{N}])(?:[AHV]\d{2,3}|T4|L4|(?:RTX|GTX) ?\d{4}(?: ?Ti)?)s?[\s(-]*$/iu;
const MARGIN_OF_ERROR = /±\s*$|\+\/[-−]\s*$/u;
const AGO = /^\s*(?:in \d+\b|ago|later|earlier|before|after|afterwards|old|from now|in advance|prior|away)\b/iu;

/** Whether a number is no figure at all: a year, a name, a numbering, a setting, a way to speak of time. */
export function isNoFigure(quantity: Quantity, sentence: string): boolean {
  const before = wordsBefore(sentence, quantity.start);
  const behind = wordsBehind(sentence, quantity.end);
  if (isListMarker(quantity, before, behind) || PROGRESS_BEHIND.test(behind)) return true;
  if (quantity.unit === "bytes" && HARDWARE_BEFORE.test(before)) return true;
  if (MARGIN_OF_ERROR.test(before) || STATISTIC_BEHIND.test(behind)) return true;
  switch (quantity.unit) {
    case "seconds":
      return isWayToSpeak(quantity, sentence);
    case "count":
    case "people":
      return isCountedName(quantity, before);
    case "share":
      return SETTING_SHARE.test(before);
    case undefined:
    case "number":
      if (SETTING.test(before) && !CUT_FROM_METRIC.test(before)) return true;
      return quantity.bare && (NAMED_BEFORE.test(before) || setsBehind(behind));
    default:
      return false;
  }
}

function isListMarker({ bare, decimals }: Quantity, before: string, behind: string): boolean {
  if (!bare || decimals > 0) return false;
  return (before.trim() === "" && /^[.)]\s/u.test(behind)) || (/\($/u.test(before) && behind.startsWith(")"));
}

const CAN_BE_OF_A_YEAR =
  /^(?:models|papers|products|projects|releases|reports|interns?|graduates|games|films|movies)$/u;
const YEAR_BEFORE = /\b(?:in|since|from|until|by|of|summer|spring|fall|winter|early|late|mid)[\s-]*$/iu;

/** A year, unless it counts something. */
export function isYear({ value, unit, bare, sign, start, end, noun, decimals }: Quantity, sentence: string): boolean {
  const written = sentence.slice(start, end).trim();
  if (decimals > 0 || sign === "+" || !/^-?(?:19|20)\d{2}$/u.test(written) || value < 1950 || value > 2049)
    return false;
  if (bare) return true;
  if (unit !== "people" && unit !== "count") return false;
  // "2020 Certified Developer"
  if (sentence.slice(0, start).trim() === "" && /^\s+\p{Lu}/u.test(sentence.slice(end))) return true;
  return !noun?.known || CAN_BE_OF_A_YEAR.test(noun.noun) || YEAR_BEFORE.test(wordsBefore(sentence, start));
}

function isCountedName({ value, spelled, noun }: Quantity, before: string): boolean {
  if ((noun && !noun.known && NAMED_BEFORE.test(before)) || /[\p{L}_]\s?=\s?$/u.test(before)) return true;
  return value < 100 && !(spelled && !REPEATED_TIME.test(before)) && NAMED_BEFORE_COUNT.test(before);
}

/** "Two years ago", "the last five years", "a 7-day forecast". */
function isWayToSpeak({ start, end }: Quantity, sentence: string): boolean {
  if (AGO.test(wordsBehind(sentence, end)) || REPEATED_TIME.test(wordsBefore(sentence, start))) return true;
  return /\d\s?-\s?\p{L}+$/u.test(sentence.slice(start, end)) && /^\s+\p{L}/u.test(wordsBehind(sentence, end));
}
