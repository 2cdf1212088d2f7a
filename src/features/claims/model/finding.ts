import { textHash } from "../../../lib/text-hash.ts";
import type { ClaimPlace, Finding, FindingKind } from "../schema.ts";
import type { Entry } from "./entry.ts";

type Told = { said: string; mend: string };

/** A finding whose id stays while the sentences stay: a text that is changed brings a settled one back. */
export function findingOf(kind: FindingKind, entries: readonly Entry[], { said, mend }: Told): Finding {
  const sorted = inOrder(entries);
  const marks = sorted.map(({ source, claim }) => `${source.id}\n${claim.figure.text}\n${claim.sentence.text}`).sort();
  return { id: textHash([kind, ...marks].join("\n\n")), kind, said, mend, places: placesOf(sorted) };
}

/** One place a sentence, with all its figures that are meant. */
function placesOf(entries: readonly Entry[]): ClaimPlace[] {
  const sentences = Map.groupBy(entries, ({ source, claim }) => `${source.id}\n${claim.sentence.start}`);
  return [...sentences.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { source, claim, line } = first;
    const figures = own.map((entry) => entry.claim.figure.text);
    return [{ source: source.title, kind: source.kind, to: source.to, quote: claim.sentence.text, figures, line }];
  });
}

const KINDS = ["cv", "portfolio", "story", "impact", "transcript"] as const;

/** The CV first: it is what an interviewer has in hand. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => KINDS.indexOf(a.source.kind) - KINDS.indexOf(b.source.kind));
}

/** The figure in one line, however its text was wrapped. */
export function figureOf({ claim }: Entry): string {
  return `“${claim.figure.text.replaceAll(/\s+/gu, " ")}”`;
}

/** "your CV", "the story “Night of the alerts”". */
export function sourceNamed({ kind, title }: Entry["source"]): string {
  switch (kind) {
    case "cv":
      return `the CV “${title}”`;
    case "portfolio":
      return `the project “${title}”`;
    case "story":
      return `the story “${title}”`;
    case "transcript":
      return `the transcript “${title}”`;
    case "impact":
      return "an impact line";
  }
}
