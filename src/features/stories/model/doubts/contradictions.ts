import type { StoryDoubt } from "../story-doubt.ts";
import { type ReadSentence, type StoryView, spanOf } from "../story-view.ts";

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const TENS: Record<string, number> = { thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 };
const COUNT = `(\\d{1,3}|an?|${[...ONES, ...Object.keys(TENS)].join("|")})`;
const DAYS: Record<string, number> = { hour: 1 / 24, day: 1, weekend: 2, week: 7, month: 30, quarter: 91, year: 365 };
const SPAN = `${COUNT}(?: |-)(hour|day|weekend|week|month|quarter|year)s?`;
const EFFORT =
  "(?:built|rebuilt|rewrote|shipped|finished|completed|delivered|implemented|deployed|launched|migrated|created|designed|replaced|did (?:it|this|that|everything|all of (?:it|this)))";
const WHOLE = "(?:project|whole thing|entire thing|work|effort|development|implementation|migration|build|rollout)";

/** How long the whole took, as told in one place. */
const TOOK = [
  new RegExp(
    `\\b${EFFORT}\\b[^.;]{0,70}?\\b(?:in|within) (?:just |only |less than |under |about |around )?${SPAN}\\b`,
    "i",
  ),
  new RegExp(
    `\\b${WHOLE} (?:\\w+ ){0,2}?(?:took|lasted|ran(?: for)?)(?: (?:us|me))? (?:just |only |about |around |nearly |over )?${SPAN}\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:after|over|during|in) (?:the|those|these|all) ${SPAN} (?:of (?:\\w+ )?${WHOLE}|(?:that )?(?:the )?${WHOLE})\\b`,
    "i",
  ),
  new RegExp(`\\b(?:just|only|all) (?:in |within )${SPAN}\\b`, "i"),
];
const TEAM = [
  new RegExp(`\\bteam of (?:about |around )?${COUNT}\\b`, "i"),
  new RegExp(`\\b${COUNT}(?:-| )(?:person|people|man|member|engineer) team\\b`, "i"),
  new RegExp(`\\b(?:we were|there were|all|the) (?:only |just |about )?${COUNT} of us\\b`, "i"),
];
const ALONE =
  /\b(?:single-?handed(?:ly)?|on my own|by myself|all alone|i was the only (?:\w+ ){0,2}(?:person|one|engineer|scientist))\b/i;
const MUCH = 2.5;

/** Places of a story that cannot both be so: how long the whole took, and how many did it. */
export function contradictionsIn({ sentences }: Pick<StoryView, "sentences">): StoryDoubt[] {
  return [...durations(sentences), ...people(sentences)];
}

function durations(sentences: readonly ReadSentence[]): StoryDoubt[] {
  const told = sentences.flatMap((sentence) => {
    if (sentence.part === "task" || sentence.part === "learning") return [];
    const found = first(TOOK, sentence.text);
    const [, count = "", unit = ""] = found ?? [];
    return found ? [{ sentence, days: numberOf(count) * (DAYS[unit.toLowerCase()] ?? 0), whole: found[0] }] : [];
  });
  const days = told.map((each) => each.days).filter((each) => each > 0);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const ofAll = told.some(({ sentence }) => new RegExp(`\\b${WHOLE}\\b`, "i").test(sentence.text));
  if (days.length < 2 || most / least < MUCH || !ofAll) return [];
  const ends = [least, most].flatMap((end) => told.find((each) => each.days === end) ?? []);
  return [
    {
      part: null,
      said: `An interviewer would doubt this: the same work takes two different times, “${ends[0]?.whole}” and “${ends[1]?.whole}”.`,
      mend: "Look up when it began and when it ended, and say one time; or say what each of the two was spent on.",
      spans: ends.map(({ sentence }) => spanOf(sentence)),
      weight: 1,
    },
  ];
}

function people(sentences: readonly ReadSentence[]): StoryDoubt[] {
  const alone = sentences.find(
    ({ text }) => ALONE.test(text) && /\b(?:built|rebuilt|wrote|did|designed|developed|implemented)\b/i.test(text),
  );
  const teams = sentences.flatMap((sentence) => {
    const found = first(TEAM, sentence.text);
    return found ? [{ sentence, size: numberOf(found[1] ?? "") }] : [];
  });
  const [one] = teams;
  const other = teams.find(
    ({ size }) => one && size !== one.size && Math.max(size, one.size) / Math.min(size, one.size) >= 2,
  );
  if (one && other)
    return [pair(one.sentence, other.sentence, "the team has two sizes. Say whom you count each time.")];
  const led = sentences.find(({ text }) =>
    /\b(?:i (?:led|managed|headed)|leading|managing) (?:a|the|our) (?:\w+ )?team\b/i.test(text),
  );
  return alone && led && alone !== led
    ? [pair(led, alone, "a team is led, and the work is done by one alone. Say who did what.")]
    : [];
}

function pair(a: ReadSentence, b: ReadSentence, said: string): StoryDoubt {
  return {
    part: null,
    said: `An interviewer would doubt this: ${said}`,
    mend: "Tell both places so that they agree.",
    spans: [spanOf(a), spanOf(b)],
    weight: 0.8,
  };
}

function first(patterns: readonly RegExp[], text: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found;
  }
  return undefined;
}

function numberOf(written: string): number {
  const word = written.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  return /^an?$/.test(word) ? 1 : (TENS[word] ?? Math.max(0, ONES.indexOf(word)));
}
