import type { Claim } from "../../../shared/claims/claim.ts";
import type { Entry } from "./entry.ts";
import { LEAST_TOLD, weightOf, weightOfStem } from "./stem-weight.ts";

/** How near two sentences are in meaning, 0 to 1, where an encoder has said so. */
export type Nearness = (a: Entry, b: Entry) => number | undefined;

const SAME_WORK = 0.3;
const OTHER_TEXT = 0.6;
const PERHAPS = 0.3;
// Measured on sentences of CVs and stories: those of one thing lie at 0.49 to 0.62, others below 0.47.
const NEAR_IN_MEANING = 0.5;
const NEAR_WITHOUT_WORDS = 0.6;
const SAME_TEXT = 0.8;
const ENOUGH_WORDS = 1.8;
const FAR_APART = 3;

/** Whether two claims speak of one thing. Texts of one group do so sooner; two projects never do. */
export function sameSubject(a: Entry, b: Entry, nearness: Nearness): boolean {
  if (a.source.id === b.source.id) return saidAlike(a.claim, b.claim);
  if (OF_THE_PERSON.has(a.claim.metric ?? "") && saysLittle(a) && saysLittle(b)) return true;
  if (a.source.group === b.source.group) return sameWork(a, b);
  if (areTwoProjects(a, b) || isOtherCount(a, b)) return false;
  const share = subjectShare(a, b);
  return share >= OTHER_TEXT || (nearness(a, b) ?? 0) >= (share >= PERHAPS ? NEAR_IN_MEANING : NEAR_WITHOUT_WORDS);
}

/** Of what the candidate has but one, whatever text says it. */
const OF_THE_PERSON = new Set(["experience"]);

/** Whether it is worth comparing the figures of two claims: cheap, and true of every pair that may be of one thing. */
export function mayBeOne(a: Entry, b: Entry): boolean {
  if (a.source.id === b.source.id) return saidAlike(a.claim, b.claim);
  if (a.source.group === b.source.group) return true;
  if (areTwoProjects(a, b)) return false;
  return isOfCv(a, b) || subjectShare(a, b) >= PERHAPS || saysLittle(a) || saysLittle(b);
}

/** Whether two claims of texts that tell of one work are of one thing: unless one says of what else it is. */
export function sameWork(a: Entry, b: Entry): boolean {
  return subjectShare(a, b) >= SAME_WORK || saysLittle(a) || saysLittle(b);
}

/** Whether the words alone do not decide it. */
export function isOpen(a: Entry, b: Entry): boolean {
  if (a.source.group === b.source.group || areTwoProjects(a, b)) return false;
  const share = subjectShare(a, b);
  return share < OTHER_TEXT && (share >= PERHAPS || isOfCv(a, b));
}

export function isOfCv(a: Entry, b: Entry): boolean {
  return a.source.kind === "cv" || b.source.kind === "cv";
}

function areTwoProjects(a: Entry, b: Entry): boolean {
  return a.source.kind === "portfolio" && b.source.kind === "portfolio";
}

/** How much of what one claim is of is told around the other; the better of both ways. */
export function subjectShare(a: Entry, b: Entry): number {
  return Math.max(covered(a, b.around), covered(b, a.around));
}

/** Share of the claim's own words, by weight, that a text has. */
export function covered({ own }: Entry, stems: ReadonlySet<string>): number {
  let all = 0;
  let found = 0;
  for (const stem of own) {
    const weight = weightOfStem(stem);
    all += weight;
    if (stems.has(stem)) found += weight;
  }
  return all < LEAST_TOLD ? 0 : found / all;
}

// Two figures of one text are mostly of two things: a baseline, another split, another model.
function saidAlike(a: Claim, b: Claim): boolean {
  const [less, more] = [weightOf(a.about), weightOf(b.about)].sort((x, y) => x - y) as [number, number];
  return less > 1 && commonWeight(a, b) / more >= SAME_TEXT;
}

/** Whether two claims are told with the same words, one perhaps with more of them. */
export function toldWithSameWords({ claim: a }: Entry, { claim: b }: Entry): boolean {
  const less = Math.min(weightOf(a.about), weightOf(b.about));
  return less >= ENOUGH_WORDS && commonWeight(a, b) / less >= SAME_TEXT;
}

function commonWeight({ about: a }: Claim, { about: b }: Claim): number {
  return weightOf(a.filter((stem) => b.includes(stem)));
}

/** Customers of a shop, and customers in a test of it: counts so far apart are of two things, unless told alike. */
function isOtherCount(a: Entry, b: Entry): boolean {
  if (a.claim.unit !== "count" || b.claim.unit !== "count" || toldWithSameWords(a, b)) return false;
  const [less, more] = [Math.abs(a.claim.value), Math.abs(b.claim.value)].sort((x, y) => x - y) as [number, number];
  return more > less * FAR_APART;
}

function saysLittle({ claim }: Entry): boolean {
  return weightOf(claim.about) < LEAST_TOLD;
}
