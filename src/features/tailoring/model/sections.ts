import { type Word, wordsOf } from "./words.ts";

export type Section = "title" | "requirements" | "nice" | "responsibilities" | "about" | "benefits" | "other";
/** A sentence of a posting: UTF-16 offsets, end exclusive. `heading` is the line it stands under. */
export type Line = { start: number; end: number; text: string; section: Section; heading: string };

/** Headings in their many wordings; the first that fits counts. */
const HEADINGS: readonly (readonly [Section, RegExp])[] = [
  [
    "benefits",
    /\b(benefits?|perks?|we offer|what you('|’| wi)ll get(?! to\b| involved| up to| your hands)|compensation|salary|pay (range|transparency)|remuneration|why (join|work|us|you.ll love)|how to apply|application process|interview process|interviews?$|hiring process|recruitment process|the process|equal (opportunity|employment)|eeo|diversity|inclusion|legal|privacy (notice|policy)|our commitment|accommodations?|what.s in it|additional information|disclaimer)\b/i,
  ],
  [
    "nice",
    /\b(preferred|nice[ -]to[ -]haves?|bonus|plus(es)?|desirable|desired|good to have|ideally|extra credit|optional|even better|advantageous|assets?|great if|stand out|would be (great|nice))\b/i,
  ],
  [
    "requirements",
    /\b(requirements?|required|qualifications?|what (you|we|you'll|you’ll).{0,12}(bring|need|look|expect|ask)|help you succeed|qualities|who you are|who (are )?we.{0,8}look\w*|you have|you are|you bring|you know|about you|your (profile|background|skills|experience|qualifications)|must[ -]haves?|skills|experience|ideal candidate|candidate|looking for|essential|we ask|we need|we('|’)d like|we would like|good fit|fit if|profile|eligibility|expected|criteria|minimum|basic|competenc\w+|knowledge|tech(nical)? stack|stack|education)\b|^(you|must|need)$/i,
  ],
  [
    "responsibilities",
    /\b(responsibilit\w+|what you('|’)?(ll| will)? ?do|what (are|will) you .{0,12}do|you will|you('|’)ll|you('|’)d|you might|your (role|mission|tasks|impact|work|job|day)|the (role|job|work|opportunity|position|mission|challenge)|about the (role|job|team|position|opportunity|work)|dut(y|ies)|tasks?|scope|day[ -]to[ -]day|in this role|accountabilit\w+|job (description|summary|purpose)|role (description|summary|purpose|overview)|position (summary|overview)|what you.{0,20}(work|own|build|do)|concretely|projects|key areas)\b/i,
  ],
  [
    "about",
    /\b(about (us|our company|the company|\p{Lu}\p{L}+)|who we are|our (company|story|mission|values|culture|vision)|company (description|overview)|the company|introduction)\b/iu,
  ],
];

const MOST_HEADING_WORDS = 9;
const LONGEST_TITLE = 140;
const MOST_BARE_WORDS = 6;
const LONGEST_SENTENCE = 1_000;
/** Twice the longest posting: what stands after it is not read, so that no text holds up who waits. */
const MOST_READ = 30_000;
const BULLET = /^[\s>]*(?:[-–—*•·▪●○◦→✓✔+]|\d{1,2}[.)]|[a-z]\))\s+/u;

/** Splits a posting into sentences, each with the section it stands in. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let section: Section = "other";
  let heading = "";
  for (const { start, end, first } of rowsOf(text)) {
    const row = text.slice(start, end);
    const own = first ? undefined : headingOf(row);
    if (own) ({ section, heading } = own);
    if (own?.whole) continue;
    const here = first ? "title" : section;
    const said = first ? [{ start, end, text: row }] : sentencesOf(text, start + (own?.length ?? 0), end);
    lines.push(...said.map((each) => ({ ...each, section: here, heading })));
  }
  return lines;
}

type Row = { start: number; end: number /** The title. */; first: boolean };

/** Lines without their bullets; one that was wrapped is put together again. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let open = false;
  for (const { 0: raw, index } of text.slice(0, MOST_READ).matchAll(/^.*$/gm)) {
    const end = index + raw.trimEnd().length;
    const bullet = BULLET.exec(raw)?.[0].length ?? 0;
    const start = index + (bullet || raw.length - raw.trimStart().length);
    const before = rows.at(-1);
    if (before && open && bullet === 0 && /^\p{Ll}/u.test(raw.trim()) && isCut(text, before)) {
      before.end = end;
    } else if (end > start) rows.push({ start, end, first: rows.length === 0 && end - start <= LONGEST_TITLE });
    open = end > start;
  }
  return rows;
}

/** A line as long as a wrapped one is, that does not end as a sentence does. */
function isCut(text: string, { start, end }: Row): boolean {
  return end - start >= 55 && !/[.:;!?]/.test(text.charAt(end - 1));
}

type Heading = { section: Section; heading: string; length: number; whole: boolean };

function headingOf(row: string): Heading | undefined {
  const inline = /^([^:.!?]{2,48}):\s*/.exec(row);
  const whole = !/[.!,;]$/.test(row) && row.split(/\s+/).length <= MOST_HEADING_WORDS;
  const said = inline ? (inline[1] ?? "") : whole ? row.replace(/[*#_]+/g, " ").trim() : undefined;
  if (said === undefined) return undefined;
  const found = HEADINGS.find(([, pattern]) => pattern.test(said));
  if (!found) return undefined;
  // a sentence such as "You have shipped models" is none, unless it stands as a title does
  if (!inline && /\b(and|the|with|in|for|to)\b.*\b(and|with|in|of|for|to)\b/i.test(said) && !/[:?]$/.test(said))
    return undefined;
  if (inline && inline[0].length < row.length)
    return { section: found[0], heading: said, length: inline[0].length, whole: false };
  return inline || found[0] === "benefits" || isTitle(said)
    ? { section: found[0], heading: said, length: row.length, whole: true }
    : undefined;
}

/** Few words, and none that would make a bullet of it: "You have" is a heading, "Strong Python skills" a requirement. */
function isTitle(said: string): boolean {
  const rest = HEADINGS.reduce(
    (left, [, pattern]) => left.replace(new RegExp(pattern, `${pattern.flags}g`), " "),
    said,
  );
  const others = rest
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) =>
        !/^(?:|and|the|you|we|ll|re|for|in|of|to|a|an|if|our|your|key|this|what|who|are|is|do|will|be|job|main|role|core|technical|general|additional|professional|other|may|might|us|with|as|that|it|s|can|here|how|on|work|like|have)$/i.test(
          word,
        ),
    );
  return others.length <= 1;
}

function sentencesOf(text: string, from: number, to: number): { start: number; end: number; text: string }[] {
  const part = text.slice(from, to);
  return [...part.matchAll(/\S(?:(?![.!?;]["”')\]]?\s+\S|\s[→•]\s)[\s\S])*[.!?;]?["”')\]]?/gu)]
    .flatMap(({ 0: raw, index }) => cut(raw, from + index))
    .filter((each) => /[\p{L}\p{N}]/u.test(each.text));
}

/** A sentence without an end is read in pieces, so that no text costs more than its length. */
function cut(raw: string, start: number): { start: number; end: number; text: string }[] {
  return Array.from({ length: Math.ceil(raw.length / LONGEST_SENTENCE) }, (_, at) => {
    const text = raw.slice(at * LONGEST_SENTENCE, (at + 1) * LONGEST_SENTENCE);
    const from = start + at * LONGEST_SENTENCE;
    return { start: from, end: from + text.length, text };
  });
}

/** Words that tell what an ambiguous one means: those of the heading, and of the neighbours of a line that is a bare list. */
export function aroundOf(lines: readonly Line[], at: number): Word[] {
  const line = lines[at];
  if (!line) return [];
  const bare = line.text.split(/\s+/).length <= MOST_BARE_WORDS;
  const near = bare ? [lines[at - 1], lines[at + 1]].filter((each) => each?.section === line.section) : [];
  return [line.heading, ...near.map((each) => each?.text ?? "")].flatMap((each) => wordsOf(each));
}
