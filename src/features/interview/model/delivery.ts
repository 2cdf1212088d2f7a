import { countWords } from "../../../lib/text.ts";
import type { Coaching } from "../schema.ts";

/**
 * How spoken answers were delivered. What is usual, and from where on something is said, comes from 138 interviews rated by
 * people (MIT Interview Dataset, Naim et al. 2018), where no measure explains much of a rating: coaching, never part of a score.
 */

/** What was said in one turn, as it was said. */
export type SpokenTurn = { text: string; seconds: number; pauses: readonly number[] };
type Measure = Coaching["measures"][number];
type Id = Measure["id"];

const USUAL: Record<Id, { title: string; unit: string; low: number; median: number; high: number }> = {
  pace: { title: "Pace", unit: "words a minute", low: 124, median: 156, high: 189 },
  fillers: { title: "Fillers (uh, um)", unit: "per 100 words", low: 1.1, median: 3.6, high: 6.8 },
  tags: { title: "“like” and “you know”", unit: "per 100 words", low: 0.8, median: 2.2, high: 4.6 },
  "mean-pause": { title: "Mean pause", unit: "s", low: 0.51, median: 0.65, high: 0.88 },
  "longest-pause": { title: "Longest pause", unit: "s", low: 1.6, median: 2.7, high: 4.6 },
  we: { title: "“we”", unit: "per 100 words", low: 0.4, median: 1.3, high: 2.6 },
};
const SLOW = 125;
const QUICK = 190;
const MANY_FILLERS = 7;
const LONG_PAUSE_SECONDS = 4.5;
/** Less says nothing about pace, or about words per hundred. */
const ENOUGH = { words: 30, seconds: 15 };
/** Nobody speaks faster: most of such a turn was typed. */
const FASTEST = 400;

const FILLER = /\b(?:u+h+|u+h*m+|erm+)\b/giu;
const TAG = /\b(?:like|you know)\b/giu;
const WE = /\bwe\b/giu;

/** Delivery over all that was spoken; null where nothing was. */
export function coachingFor(turns: readonly SpokenTurn[]): Coaching | null {
  const spoken = turns.filter(({ text, seconds }) => seconds > 0 && (60 * countWords(text)) / seconds <= FASTEST);
  if (spoken.length === 0) return null;
  const text = spoken.map((turn) => turn.text).join("\n");
  const words = countWords(text);
  const seconds = sum(spoken.map((turn) => turn.seconds));
  const pauses = spoken.flatMap((turn) => turn.pauses);
  const enough = words >= ENOUGH.words && seconds >= ENOUGH.seconds;
  const per100 = (pattern: RegExp) => (enough ? (100 * (text.match(pattern)?.length ?? 0)) / words : null);
  const values: Record<Id, number | null> = {
    pace: enough ? (60 * words) / seconds : null,
    fillers: per100(FILLER),
    tags: per100(TAG),
    "mean-pause": pauses.length === 0 ? null : sum(pauses) / pauses.length,
    "longest-pause": pauses.length === 0 ? null : Math.max(...pauses),
    we: per100(WE),
  };
  const measures = (Object.keys(USUAL) as Id[]).map((id): Measure => {
    const value = values[id];
    return { id, ...USUAL[id], value, says: value === null ? null : saysOf(id, value) };
  });
  return { turns: spoken.length, words, seconds, measures };
}

/** What a coach would say, or null: most measures are shown without a word. */
function saysOf(id: Id, value: number): string | null {
  if (id === "pace" && value < SLOW)
    return "Slower than nine in ten of the rated interviews: say the point first, then the detail.";
  if (id === "pace" && value > QUICK)
    return "Faster than nine in ten of the rated interviews: stop for a breath after each point.";
  if (id === "fillers" && value > MANY_FILLERS)
    return "More fillers than in nine of ten rated interviews: a short silence does the same work.";
  if (id === "longest-pause" && value > LONG_PAUSE_SECONDS)
    return "A silence this long is rare: say what you are thinking about, or ask for a moment.";
  return null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
