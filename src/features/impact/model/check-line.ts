import type { Claim, TextSpan } from "../../../shared/claims/claim.ts";
import { doubtOf } from "../../../shared/claims/doubts.ts";
import { extractClaims } from "../../../shared/claims/extract-claims.ts";
import { ownPart, scaleIn } from "./line-parts.ts";

/** What a line of a CV says when it says all: what was measured, from where, by how much, on what scale, and what was one's own. */
export const LINE_PARTS = ["metric", "baseline", "change", "scale", "own-part"] as const;
export type LinePart = (typeof LINE_PARTS)[number];

type PartFound = {
  part: LinePart;
  found: TextSpan | undefined;
  /** What was found, in short: the name of a metric rather than its sentence. */
  shown: string | undefined;
  /** What to ask oneself, where it is missing or weak. */
  ask: string | undefined;
};

export type LineCheck = {
  parts: readonly PartFound[];
  /** Share of the five that are there. */
  score: number;
  /** What an interviewer would not believe as it stands. */
  doubts: readonly { place: TextSpan; said: string; mend: string }[];
  /** Words that could stand in anybody's line. */
  vague: readonly TextSpan[];
  /** The line with its holes marked, where it has any. */
  skeleton: string | undefined;
};

const MISSING: Record<LinePart, string> = {
  metric: "What was measured? Name it: recall, p99 latency, cost a request, hours a week, orders.",
  baseline: "From what? Give the value before, or what it was compared with.",
  change: "By how much did it move? One figure, with its unit.",
  scale: "On what scale? Users, requests, rows, money, people, time.",
  "own-part": "What did you do yourself? Begin with the verb: designed, trained, wrote, measured, decided.",
};
const HOLES: Record<LinePart, string> = {
  metric: "[what was measured]",
  baseline: "from [value before]",
  change: "to [value after]",
  scale: "for [how many users, requests, rows]",
  "own-part": "[your own verb]",
};

const VAGUE =
  /\b(?:significant(?:ly)?|substantial(?:ly)?|dramatic(?:ally)?|great(?:ly)?|huge(?:ly)?|various|several|(?<!as )many|cutting[- ]edge|state[- ]of[- ]the[- ]art|best[- ]in[- ]class|robust|innovative|seamless(?:ly)?|leverag(?:ed|ing)|utili[sz](?:ed|ing)|synerg\w+|impactful|successfully|effective(?:ly)?|efficient(?:ly)?|optimi[sz]ed (?:the )?(?:performance|process(?:es)?)|improved (?:the )?(?:performance|efficiency|quality)|end[- ]to[- ]end)\b/giu;

/** Reads one line of a CV and says what is there and what is missing. Any text is a line. */
export function checkLine(text: string): LineCheck {
  const claims = extractClaims(text);
  const measured = measuredIn(claims);
  const found: Record<LinePart, TextSpan | undefined> = {
    metric: measured?.sentence,
    baseline: claims.find(({ baseline }) => baseline !== undefined)?.figure ?? comparedWith(text),
    change: claims.find(({ kind, target }) => kind === "change" || target !== undefined)?.figure,
    scale: scaleIn(text, claims),
    "own-part": ownPart(text).found,
  };
  const parts = LINE_PARTS.map((part) => ({
    part,
    found: found[part],
    shown: part === "metric" ? measured?.metric : found[part]?.text.trim(),
    ask: found[part] ? undefined : part === "own-part" ? (ownPart(text).ask ?? MISSING[part]) : MISSING[part],
  }));
  const missing = parts.filter((each) => each.found === undefined).map(({ part }) => part);
  return {
    parts,
    score: (LINE_PARTS.length - missing.length) / LINE_PARTS.length,
    doubts: claims.flatMap((claim) => {
      const doubt = doubtOf(claim, claims);
      return doubt ? [{ place: claim.figure, said: doubt.said, mend: doubt.mend }] : [];
    }),
    vague: [...text.matchAll(VAGUE)].map(spanOf),
    skeleton: missing.length === 0 || text.trim() === "" ? undefined : skeletonOf(text, missing),
  };
}

/** What was measured: people and things that are only counted say how large it was, unless their number moved. */
function measuredIn(claims: readonly Claim[]): Claim | undefined {
  return claims.find(
    ({ metric, unit, kind, target }) =>
      metric !== undefined &&
      (kind === "change" || target !== undefined || !["people", "count", "bytes"].includes(unit)),
  );
}

/** "compared with the rules engine", "over a popularity baseline": a baseline in words. */
function comparedWith(text: string): TextSpan | undefined {
  const match =
    /\b(?:(?:compared|relative) (?:to|with)|versus|vs\.?|against|over|than|up from|down from) (?:the |our |an? |its )?[^,.;]{3,50}?(?:baseline|model|system|version|rules?|heuristics?|process|before|control|engine|approach)\b/iu.exec(
      text,
    );
  return match ? spanOf(match) : undefined;
}

function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length, text: match[0] };
}

function skeletonOf(text: string, missing: readonly LinePart[]): string {
  const line = text.trim().replace(/[.;]\s*$/u, "");
  const before = missing.includes("own-part") ? `${HOLES["own-part"]}: ` : "";
  const after = missing.filter((part) => part !== "own-part").map((part) => HOLES[part]);
  return `${before}${line}${after.length > 0 ? `, ${after.join(", ")}` : ""}`;
}
