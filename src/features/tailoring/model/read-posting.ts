import { once } from "../../../lib/once.ts";
import { type About, aboutOf } from "./about.ts";
import { denied, isBoilerplate, type Place } from "./left-out.ts";
import { type Phrasebook, phrasesIn } from "./phrases.ts";
import { aroundOf, type Line, linesOf, type Section } from "./sections.ts";
import { type Level, shownLevel } from "./shown-level.ts";
import { type RoleId, shownRole } from "./shown-role.ts";
import { type ToolNames, toolsIn } from "./tool-names.ts";
import { wordsOf } from "./words.ts";

export type Lexicon = { phrases: Phrasebook; tools: ToolNames };

/** Words of the posting as they stand there. */
type Quote = Place & { text: string };
type Mention = Quote & { section: Section /** How much it is asked for, 0 to 1. */; weight: number };
export type SkillReading = { skill: string /** 0 to 1, from all mentions. */; strength: number; mentions: Mention[] };

export type PostingReading = {
  about: About;
  title: string;
  /** `null` where the posting does not say, or is none of AI or ML. */
  role: { id: RoleId | null; shown: Quote[] };
  level: { id: Level | null; shown: Quote[] };
  /** The strongest first; empty where it is no posting of AI or ML. */
  skills: SkillReading[];
};

const OF_SECTION: Record<Section, number> = {
  title: 1,
  requirements: 1,
  responsibilities: 0.9,
  other: 0.8,
  nice: 0.4,
  about: 0,
  benefits: 0,
};
const STRESSED =
  /\b(must|required|essential|expert\w*|deep(?! learning)|strong|proven|extensive|solid|critical|in your sleep|advanced|mastery|excellent)\b/i;
const EASED =
  /\b(plus|bonus|nice to have|ideally|desirable|familiarity|familiar|exposure|preferred|advantage\w*|welcome|some (?:experience|knowledge)|helpful|basic)\b/i;
/** How much of what is left one sentence of full weight adds. */
const SHARE_OF_A_SENTENCE = 0.5;

/** Reads a posting: whom it looks for, and which skills its words show. All places are places of `text`. */
export function readPosting(text: string, lexicon: Lexicon): PostingReading {
  const lines = linesOf(text);
  const quote = ({ start, end }: Place): Quote => ({ start, end, text: text.slice(start, end) });
  const told = mentionsOf(lines, lexicon);
  // all of it stands under "About us": its headings were not understood
  const hidden = told.length < FEWEST_MENTIONS ? lines.map(outOfAbout) : lines;
  const mentions = hidden === lines ? told : mentionsOf(hidden, lexicon);
  const bySkill = Map.groupBy(mentions, ({ skill }) => skill);
  const role = shownRole(lines);
  const level = shownLevel(lines);
  const about = aboutOf({ lines: hidden, role: role !== undefined, skills: [...bySkill.keys()] });
  const isOne = about.kind === "ai-ml";
  const skills = [...bySkill].map(([skill, said]) => ({
    skill,
    strength: strengthOf(said),
    mentions: said.map(({ skill: _, ...place }) => ({ ...quote(place), section: place.section, weight: place.weight })),
  }));
  return {
    about,
    title: lines[0]?.section === "title" ? lines[0].text.slice(0, 140) : "",
    role: { id: isOne ? (role?.id ?? null) : null, shown: isOne && role ? [quote(role.place)] : [] },
    level: { id: isOne ? (level?.id ?? null) : null, shown: isOne && level ? [quote(level.place)] : [] },
    skills: isOne ? skills.toSorted((a, b) => b.strength - a.strength || a.skill.localeCompare(b.skill)) : [],
  };
}

/** Every skill that a text of the candidate's own names, with its first words for it. */
export function skillsNamed(text: string, lexicon: Lexicon): Map<string, string> {
  const lines = linesOf(text).map((line): Line => ({ ...line, section: "other" }));
  const named = new Map<string, string>();
  for (const { skill, start, end } of mentionsOf(lines, lexicon))
    if (!named.has(skill)) named.set(skill, text.slice(start, end));
  return named;
}

/** A sentence asks once, however many names it has for it: "XGBoost, LightGBM or CatBoost" is one wish. */
function strengthOf(said: readonly Said[]): number {
  const sentences = new Map(said.map(({ at, weight }) => [at, weight]));
  return 1 - [...sentences.values()].reduce((left, weight) => left * (1 - SHARE_OF_A_SENTENCE * weight), 1);
}

const FEWEST_MENTIONS = 3;

function outOfAbout(line: Line): Line {
  return line.section === "about" ? { ...line, section: "other" } : line;
}

type Said = Place & { skill: string; section: Section; weight: number /** The place of its sentence. */; at: number };

function mentionsOf(lines: readonly Line[], lexicon: Lexicon): Said[] {
  return lines.flatMap((_, at) => mentionsIn(lines, at, lexicon));
}

function mentionsIn(lines: readonly Line[], at: number, { phrases, tools }: Lexicon): Said[] {
  const line = lines[at];
  if (!line || OF_SECTION[line.section] === 0 || isBoilerplate(line)) return [];
  const words = wordsOf(line.text, line.start);
  const said = phrasesIn({ words, around: once(() => aroundOf(lines, at)) }, phrases);
  const named = toolsIn(line.text, line.start, tools);
  const sure = named.filter(({ plain }) => !plain);
  const company = said.length + sure.length > 0;
  const all = [
    ...said,
    ...named.filter((tool) => !tool.plain || company).filter((tool) => !said.some((each) => overlap(each, tool))),
  ];
  const not = denied(line);
  const weight = weightOf(line);
  return all
    .filter((each) => !not.some((place) => overlap(each, place)))
    .map(({ skill, start, end }) => ({ skill, start, end, section: line.section, weight, at }));
}

function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}

function weightOf({ text, section }: Line): number {
  const factor = EASED.test(text) ? 0.5 : STRESSED.test(text) ? 1.3 : 1;
  return Math.min(1, OF_SECTION[section] * factor);
}
