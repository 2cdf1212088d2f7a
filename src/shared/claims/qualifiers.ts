import type { Claim } from "./claim.ts";

const MEASURE = "(?:set|data|split|accuracy|acc|error|loss|recall|precision|auc|f1|score|mae|rmse)";
// Two figures with different ones of a row are of different things, however alike the rest is.
const ROWS: readonly (readonly RegExp[])[] = [
  [
    new RegExp(`\\btrain(?:ing)?[ _-]${MEASURE}|\\bin training\\b`, "iu"),
    new RegExp(`\\b(?:validation|val_|cross-validat\\w+|(?:dev|val|valid)[ _-]${MEASURE}|on (?:the )?dev\\b)`, "iu"),
    /\btest\b|\bhold-?out\b|\bheld[- ]out\b|\bunseen\b|\bprivate leaderboard\b/iu,
  ],
  [
    /\bbaseline\b|\bpreviously\b|\binitial(?:ly)?\b|\bold\b|\bnaive\b|\bmajority\b/iu,
    /\bfinal(?:ly)?\b|\bours?\b|\bnew\b|\bmine\b/iu,
  ],
  [/\boffline\b|\bbacktest\w*/iu, /\bonline\b|\bproduction\b|\blive\b|\bA\/B\b/iu],
  [/\bmacro\b/iu, /\bmicro\b/iu, /\bweighted\b/iu],
  [
    /\bdaily\b|\b(?:a|per) day\b/iu,
    /\bweekly\b|\b(?:a|per) week\b/iu,
    /\bmonthly\b|\b(?:a|per) month\b|\bmo\b/iu,
    /\byearly\b|\bannual(?:ly)?\b|\b(?:a|per) year\b|\/yr\b|\bp\.a\./iu,
  ],
  [/\bp50\b|\bmedian\b/iu, /\bp9[05]\b/iu, /\bp99\b/iu, /\b(?:mean|average)\b/iu],
];
const NEAR_BEFORE = 80;
const NEAR_BEHIND = 40;

/** Whether the words say that two figures are of different splits, models, periods or averages. */
export function qualifiersDiffer(a: Claim, b: Claim): boolean {
  const [ofA, ofB] = [qualifiersOf(a), qualifiersOf(b)];
  return ofA.some((inA, row) => inA >= 0 && (ofB[row] ?? -1) >= 0 && inA !== ofB[row]);
}

// A claim is compared with many others.
const known = new WeakMap<Claim, readonly number[]>();

/** Which qualifier of each row stands near the figure; -1 for none. */
function qualifiersOf(claim: Claim): readonly number[] {
  let found = known.get(claim);
  if (found === undefined) {
    const near = wordsNear(claim);
    found = ROWS.map((row) => row.findIndex((regex) => regex.test(near)));
    known.set(claim, found);
  }
  return found;
}

function wordsNear({ sentence, figure }: Claim): string {
  const start = figure.start - sentence.start;
  return sentence.text.slice(Math.max(0, start - NEAR_BEFORE), figure.end - sentence.start + NEAR_BEHIND);
}
