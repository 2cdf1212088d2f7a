import { textHash } from "../../../lib/text-hash.ts";
import { subjectStems } from "../../../shared/claims/about.ts";
import type { Claim, ClaimSource } from "../../../shared/claims/claim.ts";
import { extractClaims } from "../../../shared/claims/extract-claims.ts";
import { LEAST_TOLD, weightOf } from "./stem-weight.ts";

/** One claim of one text, with what its surroundings say it is of. */
export type Entry = {
  id: string;
  source: ClaimSource;
  claim: Claim;
  /** Line of the text, from 1. */
  line: number;
  /** The piece of work that it stands with: a section of a CV, a whole story. */
  work: string;
  /** Stems that say what it is of: of its sentence, or of what stands over it where the sentence says nothing. */
  own: ReadonlySet<string>;
  /** Stems of everything that is told with it: its section of a CV, the whole of a story. */
  around: ReadonlySet<string>;
};

const MOST_CHARACTERS = 60_000;
const MOST_CLAIMS = 200;
/** Characters of a conversation that belong to what is being said. */
const TALK_WINDOW = 700;

/** A text and its claims; of one too long the beginning is read. */
export type Reading = {
  source: ClaimSource;
  entries: readonly Entry[];
  stems: ReadonlySet<string>;
  /** Where the reading ended, in characters. */
  readTo: number;
};

export function readSource(source: ClaimSource): Reading {
  const text = source.text.slice(0, MOST_CHARACTERS);
  const stems = subjectStems(`${source.title}\n${text}`);
  const isOneThing = source.kind !== "cv" && source.kind !== "transcript";
  const sections = isOneThing ? [] : sectionsOf(text);
  const title = subjectStems(source.title);
  const entries = extractClaims(text)
    .slice(0, MOST_CLAIMS)
    .map((claim): Entry => {
      const { start } = claim.figure;
      const section = sections.findLast((each) => each.start <= start);
      return {
        id: textHash([source.id, claim.sentence.text, claim.figure.text, claim.figure.start].join("\n")),
        source,
        claim,
        line: text.slice(0, start).split("\n").length,
        work: section ? `${source.id}\n${section.start}` : source.id,
        own: ownStems(claim, isOneThing ? title : subjectStems(section?.heading ?? "")),
        around: isOneThing ? stems : (section?.stems ?? talkAround(text, start)),
      };
    });
  return { source, entries, stems, readTo: text.length };
}

function ownStems({ about }: Claim, named: ReadonlySet<string>): ReadonlySet<string> {
  return weightOf(about) >= LEAST_TOLD ? new Set(about) : new Set([...about, ...named]);
}

type Section = { start: number; heading: string; stems: ReadonlySet<string> };

const BULLET = /^\s*(?:[-*•–—▪◦‣|>]|\d{1,2}[.)])\s/u;
const LONGEST_HEADING = 110;

/** The entries of a CV: a heading and the lines below it. A line that is no item of a list and no sentence is a heading. */
function sectionsOf(text: string): Section[] {
  const sections: { start: number; headings: string[]; lines: string[] }[] = [];
  let at = 0;
  let inHeading = false;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      const heading = isHeading(line);
      if (heading && !inHeading) sections.push({ start: at, headings: [], lines: [] });
      const current = sections.at(-1);
      if (heading) current?.headings.push(line);
      current?.lines.push(line);
      inHeading = heading;
    }
    at += line.length + 1;
  }
  return sections.map(({ start, headings, lines }) => ({
    start,
    heading: headings.join("\n"),
    stems: subjectStems(lines.join("\n")),
  }));
}

function isHeading(line: string): boolean {
  const trimmed = line.trim();
  if (/^#{1,6}\s/u.test(trimmed)) return true;
  return (
    !BULLET.test(line) &&
    trimmed.length <= LONGEST_HEADING &&
    !/[.;,]$/u.test(trimmed) &&
    /^[\p{Lu}\d*_]/u.test(trimmed) &&
    extractClaims(trimmed).length === 0
  );
}

function talkAround(text: string, at: number): ReadonlySet<string> {
  return subjectStems(text.slice(Math.max(0, at - TALK_WINDOW), at + TALK_WINDOW));
}
