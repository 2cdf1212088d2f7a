import type { ClaimSource } from "../../../shared/claims/claim.ts";
import { compareValues } from "../../../shared/claims/same-claim.ts";
import type { Finding } from "../schema.ts";
import type { Entry, Reading } from "./entry.ts";
import { figureOf, findingOf, sourceNamed } from "./finding.ts";
import { LEAST_TOLD, weightOf } from "./stem-weight.ts";
import { covered, subjectShare } from "./subject.ts";

/** What an interviewer checks in another way, or not at all. */
const NEEDS_NO_STORY = new Set(["experience", "GPA", "citations", "stars", "downloads"]);
// The same figure of the same metric: little more is needed for the two to be of one thing.
const ENOUGH_SHARED = 0.25;
const COULD_TELL = 0.5;

/** Lines of a CV with figures that no story, project or impact line has; `disputed` ones are reported already. */
export function unsupported(readings: readonly Reading[], disputed: ReadonlySet<Entry>): Finding[] {
  const entries = readings.flatMap((reading) => reading.entries);
  const tellers = readings.filter(({ source }) => source.kind !== "cv");
  const backing = tellers.flatMap((reading) => reading.entries);
  const ofCv = entries.filter(({ source }) => source.kind === "cv");
  const backed = new Set(ofCv.filter((entry) => backing.some((other) => backs(entry, other))));
  const bare = ofCv.filter(
    (entry) =>
      wantsBacking(entry) &&
      !disputed.has(entry) &&
      !backed.has(entry) &&
      !ofCv.some((other) => backed.has(other) && saysTheSame(entry, other)),
  );
  const lines = Map.groupBy(bare, ({ source, claim }) => `${source.id}\n${claim.sentence.start}`);
  return [...lines.values()].map((line) => {
    return findingOf("unsupported", line, {
      said: `No story, project or impact line has ${listed(line.map(figureOf))}.`,
      mend: mendOf(line, tellers),
    });
  });
}

function wantsBacking({ claim: { metric, unit, kind, sentence, figure } }: Entry): boolean {
  // "recall of 0.84 at 90 % precision": the condition goes with what is held at it
  if (/\b(?:at|given)\s$/iu.test(sentence.text.slice(0, figure.start - sentence.start))) return false;
  if (metric !== undefined) return !NEEDS_NO_STORY.has(metric);
  return kind === "change" || unit === "money";
}

function backs(entry: Entry, other: Entry): boolean {
  return (
    (compareValues(entry.claim, other.claim) === "agree" &&
      (subjectShare(entry, other) >= ENOUGH_SHARED || weightOf(entry.claim.about) < LEAST_TOLD)) ||
    sameUnnamed(entry, other)
  );
}

/** "By 35 %, from 20 to 13 days": one figure in two ways, in one sentence. */
function saysTheSame(a: Entry, b: Entry): boolean {
  const inOne = a.source.id === b.source.id && a.claim.sentence.start === b.claim.sentence.start;
  return inOne && compareValues(a.claim, b.claim) === "agree";
}

/** Figures that name no metric: the same figure, of the same thing. */
function sameUnnamed({ claim: a, own, around }: Entry, other: Entry): boolean {
  const b = other.claim;
  if (a.metric !== undefined && b.metric !== undefined) return false;
  return a.unit === b.unit && a.value === b.value && subjectShare({ own, around } as Entry, other) >= COULD_TELL;
}

function mendOf(line: readonly Entry[], tellers: readonly Reading[]): string {
  const could = mostTelling(line, tellers);
  return could
    ? `${capital(sourceNamed(could))} speaks of it: say there how you measured it and from what it started.`
    : "Tell the story behind it, or keep an impact line with its numbers. What you cannot tell, leave out.";
}

/** The text that tells most of what the line is of. */
function mostTelling(line: readonly Entry[], tellers: readonly Reading[]): ClaimSource | undefined {
  let best: { source: ClaimSource; share: number } | undefined;
  for (const entry of line)
    for (const { source, stems } of tellers) {
      const share = covered(entry, stems);
      if (share >= COULD_TELL && (!best || share > best.share)) best = { source, share };
    }
  return best?.source;
}

function listed(figures: readonly string[]): string {
  return figures.length > 1 ? `${figures.slice(0, -1).join(", ")} or ${figures.at(-1)}` : (figures[0] ?? "");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
