import type { RoundKind } from "../../../shared/rounds/round-kind.ts";
import type { Level } from "./shown-level.ts";

type LoopRound = { round: string; kind: RoundKind; minutes: number };
export type LikelyRound = LoopRound & { from: "role" | "level" | "posting"; because: string };

/** `instead`: the usual round that it is where the loop has one by another name. */
type Added = LoopRound & { when: RegExp; instead: RegExp };

/** What postings say of their rounds, and the round that it is. */
const SAID: readonly Added[] = [
  {
    round: "take-home",
    kind: "assisted",
    minutes: 240,
    instead: /take-home/,
    when: /take[- ]?home|work trial|paid (?:\w+[- ]?){0,3}trial|trial (?:day|project|week)|home (?:assignment|task|exercise)|coding (?:assignment|challenge)|technical (?:assignment|challenge)|case assignment/i,
  },
  {
    round: "presentation of your work",
    kind: "deep-dive",
    minutes: 60,
    instead: /^research talk|^project deep dive/,
    when: /(?:with |give |include[ds]? |involve[ds]? |including |involving )?(?:a |an )?(?:\d+[- ]minute )?presentation (?:of|on|about) (?:your|past|previous|a )[^.]{0,40}|research talk|job talk|present your [^.]{0,30}/i,
  },
  {
    round: "case study",
    kind: "metrics",
    minutes: 60,
    instead: /^analytical reasoning/,
    when: /case (?:study|interview)|business case interview/i,
  },
  {
    round: "live coding",
    kind: "coding",
    minutes: 60,
    instead: /^(?:progressive )?coding/,
    when: /live[- ]coding|pair[- ]programming (?:session|interview|exercise)|coding (?:interview|test|round|exercise|screen)|technical (?:test|exercise)|hackerrank|codility|coderpad/i,
  },
  {
    round: "system design",
    kind: "design",
    minutes: 60,
    instead: /system design/,
    when: /system[s]?[- ]design (?:interview|round|session|exercise)/i,
  },
  {
    round: "paper discussion",
    kind: "paper",
    minutes: 60,
    instead: /^paper/,
    when: /(?:discuss|present) (?:a|one of your|recent) papers?|paper (?:discussion|presentation)|journal club/i,
  },
];
/** Skills that, where they are asked strongly, make a round of their own likely. */
const BY_SKILL: readonly (LoopRound & { skills: readonly string[]; because: string })[] = [
  { round: "SQL and data", kind: "coding", minutes: 45, skills: ["data.sql"], because: "SQL is asked for" },
  {
    round: "responsible AI",
    kind: "responsible-ai",
    minutes: 45,
    skills: [
      "responsible-ai.fairness",
      "responsible-ai.safety",
      "responsible-ai.regulation",
      "responsible-ai.accountability",
    ],
    because: "responsible AI is asked for",
  },
  {
    round: "experiments and metrics",
    kind: "metrics",
    minutes: 45,
    skills: ["evaluation.ab-testing"],
    because: "experiments are asked for",
  },
];
const NO_PUZZLES = /no (?:leetcode|whiteboard\w*|brain ?teasers|coding puzzles|algorithm puzzles)/i;
/** Rounds of algorithms; SQL and code around models are none. */
const PUZZLES = /^coding(?: screen)?$/;
const STRONG = 0.55;
const WORDS_SHOWN = 60;

type Asked = {
  loop: readonly LoopRound[];
  roleTitle: string;
  level: Level | null;
  text: string;
  strengths: ReadonlyMap<string, number>;
};

/** The rounds to expect: those of the role's usual loop, changed by the level and by what the posting says. */
export function likelyRounds({ loop, roleTitle, level, text, strengths }: Asked): LikelyRound[] {
  const puzzles = NO_PUZZLES.exec(text)?.[0];
  const usual = loop
    .filter(({ round, kind }) => !(skippedAt(level, kind) || (puzzles && PUZZLES.test(round))))
    .map((round): LikelyRound => ({ ...round, from: "role", because: `usual for ${roleTitle}` }));
  const told = SAID.flatMap(({ when, instead, ...round }) => {
    const words = when.exec(text)?.[0].trim();
    const said: LikelyRound = { ...round, from: "posting", because: `“${words?.slice(0, WORDS_SHOWN)}”` };
    return words ? [{ said, instead }] : [];
  });
  const said = told.map((each) => each.said);
  const left = told.reduce((rounds, { instead }) => withoutOne(rounds, instead), usual);
  const bySkill = BY_SKILL.filter(({ skills }) => skills.some((skill) => (strengths.get(skill) ?? 0) >= STRONG)).map(
    ({ skills: _, ...round }): LikelyRound => ({ ...round, from: "posting" }),
  );
  return withoutTwice([...said, ...left, ...bySkill, ...byLevel(level)]);
}

/** Without the first round that is called so. */
function withoutOne(rounds: LikelyRound[], named: RegExp): LikelyRound[] {
  const at = rounds.findIndex(({ round }) => named.test(round));
  return at < 0 ? rounds : rounds.toSpliced(at, 1);
}

/** Beginners are rarely asked to design systems or to tell of leading. */
function skippedAt(level: Level | null, kind: RoundKind): boolean {
  const beginner = level === "intern" || level === "junior";
  return (beginner && (kind === "design" || kind === "hiring-manager")) || (level === "manager" && kind === "assisted");
}

function byLevel(level: Level | null): LikelyRound[] {
  const added = (round: LoopRound): LikelyRound => ({
    ...round,
    from: "level",
    because: `usual at the level ${level}`,
  });
  switch (level) {
    case "staff":
    case "principal":
      return [
        added({ round: "system design", kind: "design", minutes: 60 }),
        added({ round: "project deep dive", kind: "deep-dive", minutes: 60 }),
      ];
    case "manager":
      return [
        added({ round: "people leadership", kind: "hiring-manager", minutes: 60 }),
        added({ round: "project deep dive", kind: "deep-dive", minutes: 60 }),
      ];
    case "senior":
    case "mid":
    case "junior":
    case "intern":
    case null:
      return [];
  }
}

/** One of a kind, but for coding: SQL is a round beside it. */
function withoutTwice(rounds: readonly LikelyRound[]): LikelyRound[] {
  const own = rounds.filter(({ from }) => from === "posting");
  return rounds.filter((each, at) => {
    if (each.from === "role") return !own.some(({ round }) => round === each.round);
    const before = rounds.slice(0, at);
    if (each.kind === "coding") return !before.some(({ round }) => round === each.round);
    return !before.some(({ kind }) => kind === each.kind);
  });
}
