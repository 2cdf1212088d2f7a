import settings from "../python/reader/settings.json" with { type: "json" };
import { linesOf } from "../read/prose/telling.ts";
import type { SourceLine } from "../repository/source-text.ts";
import type { Dimension, DimensionId, Evidence, ProjectQuestion } from "../schema.ts";
import { PHRASES } from "./phrases.ts";

const MOST = 10;
const CONFIG = /\.(?:ya?ml|toml|json)$/i;
const NO_CONFIG =
  /(?:^|\/)(?:\.github|\.circleci|node_modules)\/|(?:package|lock|tsconfig|vercel|devcontainer)[\w.-]*\.json$|\.lock$|docker-compose|environment\.ya?ml$|(?:^|\/)(?:results?|metrics?|outputs?)\//i;
const SETTING =
  /^\s*(?:-\s+)?["']?(?<name>[A-Za-z][\w-]{1,40})["']?\s*[:=]\s*["']?(?<value>\d[\d.]*(?:e-?\d+)?)["']?\s*,?\s*(?:#.*)?$/i;
const MOST_CHARS = 100_000;

type Read = { texts: ReadonlyMap<string, string>; dimensions: readonly Dimension[] };

/** Where the code gives fewer than ten questions: settings in files, and what the README claims. */
export function filledUp(questions: readonly ProjectQuestion[], { texts, dimensions }: Read): ProjectQuestion[] {
  const all = [...questions];
  for (const more of [...claimsOf(dimensions), ...settingsIn(texts)]) {
    if (all.length >= MOST) break;
    const isAlike = all.some(
      ({ pattern, file, line }) => pattern === more.pattern || (file === more.file && line === more.line),
    );
    if (!isAlike) all.push(more);
  }
  return all;
}

/** What a setting is called, and the values that it usually has; see `named_settings.py`. */
type Setting = {
  names: string;
  above?: number;
  least?: number;
  below?: number;
  most?: number;
  whole?: boolean;
  /** A word that its file must have, where the name alone says little. */
  beside?: string;
};

const SETTING_OF = new Map(
  Object.entries<Setting>(settings).flatMap(([pattern, setting]) =>
    setting.names.split(" ").map((name) => [name, { pattern, setting }] as const),
  ),
);

function settingsIn(texts: ReadonlyMap<string, string>): ProjectQuestion[] {
  return [...texts]
    .filter(([path, text]) => CONFIG.test(path) && !NO_CONFIG.test(path) && text.length <= MOST_CHARS)
    .flatMap(([file, text]) => {
      const words = text.toLowerCase();
      return linesOf(text).flatMap((line) => settingAt(line, file, words) ?? []);
    });
}

function settingAt({ text, line }: SourceLine, file: string, words: string): ProjectQuestion | undefined {
  const { name = "", value = "" } = SETTING.exec(text.slice(0, 200))?.groups ?? {};
  const { pattern, setting } = SETTING_OF.get(name.toLowerCase().replaceAll("-", "_")) ?? {};
  const phrase = pattern === undefined ? undefined : PHRASES[pattern];
  if (pattern === undefined || phrase === undefined || !fits(setting, Number(value), words)) return undefined;
  return {
    ...made(pattern, { file, line, quote: text.trim() }),
    ask: phrase.ask(`\`${file}:${line}\``, { name, value }),
    listensFor: phrase.listensFor,
  };
}

/** The bounds that `pattern_of` holds settings in code to: a dropout of 0 was not chosen, a rate of 5 is something else. */
function fits(
  {
    above = -Infinity,
    least = -Infinity,
    below = Infinity,
    most = Infinity,
    whole,
    beside = "",
  }: Partial<Setting> = {},
  value: number,
  words: string,
): boolean {
  const isWithin = value > above && value >= least && value < below && value <= most;
  return isWithin && (!whole || Number.isInteger(value)) && words.includes(beside);
}

type Claim = { id: DimensionId; says: RegExp; ask: (at: string) => string; listensFor: string };

const CLAIMS: readonly Claim[] = [
  {
    id: "results",
    says: /\d/,
    ask: (at) =>
      `${at} gives a figure: on which rows was it measured, what did the simplest baseline reach on the same, and how wide is its interval?`,
    listensFor: "The split, that nothing was chosen on it, a baseline, and the spread over seeds or a bootstrap.",
  },
  {
    id: "approach",
    says: /\p{L}/u,
    ask: (at) => `${at} says what was done: what did you try before, and on what evidence did you leave it?`,
    listensFor: "An alternative that was measured, the reason of the choice, and what it costs.",
  },
  {
    id: "learnings",
    says: /\p{L}/u,
    ask: (at) => `${at} says where it ends or what did not work: how did you find out, and what would you try next?`,
    listensFor: "An experiment rather than a guess, and a next step that follows from it.",
  },
  {
    id: "problem",
    says: /\p{L}/u,
    ask: (at) =>
      `${at} says what it is for: for whom does that matter, and by which figure would they know that it works?`,
    listensFor: "A user and a decision, a measure of the outcome, and what a wrong answer costs.",
  },
];

function claimsOf(dimensions: readonly Dimension[]): ProjectQuestion[] {
  return CLAIMS.flatMap(({ id, says, ask, listensFor }) => {
    const found = dimensions.find((each) => each.id === id && (each.score ?? 0) > 0.3)?.evidence ?? [];
    const shown = found.find(({ quote }) => says.test(quote));
    if (!shown) return [];
    return [{ ...made(`claim-of-${id}`, shown), ask: ask(`\`${shown.file}:${shown.line}\``), listensFor }];
  });
}

function made(pattern: string, { file, line, quote }: Evidence): Omit<ProjectQuestion, "ask" | "listensFor"> {
  return { id: `${pattern}@${file}:${line}`, pattern, file, line, quote, by: "reading" };
}
