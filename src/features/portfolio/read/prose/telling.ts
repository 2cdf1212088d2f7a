import type { SourceLine } from "../../repository/source-text.ts";
import { type KnownLine, knowLines } from "./line-kind.ts";
import { type Sentence, sentencesOf } from "./sentence.ts";
import { type Table, tablesIn } from "./tables.ts";

export type Section = {
  title: string;
  /** The titles above it, the outermost first, and its own. */
  titles: readonly string[];
  /** Where its title stands; undefined for what comes before the first heading. */
  heading: SourceLine | undefined;
  /** The place of its title in the lines of the text. */
  from: number;
  sentences: Sentence[];
};

/** A text that tells of a project, taken apart: a README, a report, the prose of a notebook. */
export type Telling = {
  path: string;
  lines: readonly SourceLine[];
  sections: readonly Section[];
  tables: readonly Table[];
  /** Whether it is written in English as far as it is prose: rules for words of another language there are none. */
  english: boolean;
};

const MOST_LINES = 6_000;
const FEWEST_WORDS = 3;

export function readTelling(path: string, lines: readonly SourceLine[]): Telling {
  const read = lines.slice(0, MOST_LINES);
  const sections = sectionsOf(knowLines(read));
  return { path, lines: read, sections, tables: tablesIn(read), english: isEnglish(sections) };
}

/** The section that a line of the text, by its place in `lines`, stands in. */
export function sectionAt({ sections }: Telling, at: number): Section {
  return sections.findLast(({ from }) => from <= at) as Section;
}

/** A text file as lines. */
export function linesOf(text: string): SourceLine[] {
  return text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\n|\r/u)
    .map((line, at) => ({ text: line, line: at + 1, raw: line }));
}

type Proper = Extract<KnownLine, { kind: "item" | "text" }>;

function sectionsOf(lines: readonly KnownLine[]): Section[] {
  const sections: Section[] = [{ title: "", titles: [], heading: undefined, from: 0, sentences: [] }];
  const above: { level: number; title: string }[] = [];
  let paragraph: Proper[] = [];
  const close = () => {
    const sentences = sentencesOf(paragraph).filter(({ words }) => words >= FEWEST_WORDS);
    sections.at(-1)?.sentences.push(...sentences);
    paragraph = [];
  };
  for (const [from, line] of lines.entries()) {
    if (line.kind === "heading") {
      close();
      while ((above.at(-1)?.level ?? 0) >= line.level) above.pop();
      above.push({ level: line.level, title: line.title });
      sections.push({
        title: line.title,
        titles: above.map(({ title }) => title),
        heading: line.source,
        from,
        sentences: [],
      });
    } else if (line.kind === "text") {
      if (startsAnew(line, paragraph.at(-1))) close();
      paragraph.push(line);
    } else {
      close();
      if (line.kind === "item") paragraph.push(line);
    }
  }
  close();
  return sections;
}

/** Whether a line does not go on with what the one above said: that one was broken on purpose, or this has a label. */
function startsAnew({ words }: Proper, before: Proper | undefined): boolean {
  if (before === undefined) return false;
  if (/(?: {2}|\\|<br\s*\/?>)\s*$/iu.test(before.source.text)) return true;
  return /^\s*\p{Lu}[\p{L} ]{1,30}:\s/u.test(words) && !/[,(]\s*$/u.test(before.words);
}

const OTHERS: readonly string[] = [
  "de la el los las en que una para con por del se como más este esta es su al",
  "de do da para com uma os em que não dos das é por ao mais como um no na",
  "de la le les des et en un une pour dans est que sur avec du au par pas ce",
  "der die das und ist nicht mit für ein eine von zu auf den dem im werden wird des sich",
  "di il la che per con una del della dei è sono nel non le gli un da come più",
  "dan yang untuk dengan ini pada dari dalam adalah atau tidak akan dapat oleh ke sebagai juga data model di",
  "và của là các cho được trong với một có không này từ để khi về theo đến hoặc như",
  "ve bir bu için ile olarak olan da de en çok daha gibi veya kadar sonra göre tarafından ise değil",
];
const ENGLISH = "the of and to is in for with that this are on by it as be from we can or an you if not a";
const ENOUGH_WORDS = 40;

/** Whether English is what most of its small words belong to; a text that has hardly any is a list, not another language. */
function isEnglish(sections: readonly Section[]): boolean {
  const text = sections
    .flatMap(({ sentences }) => sentences.map((sentence) => sentence.text.toLowerCase()))
    .join(" ")
    .slice(0, 20_000);
  const words = text.match(/\p{L}+/gu) ?? [];
  const letters = words.join("");
  if (letters.length > 100 && (letters.match(/[a-zà-ɏ]/gu)?.length ?? 0) < 0.85 * letters.length) return false;
  if (words.length < ENOUGH_WORDS) return true;
  const count = (language: string) => {
    const small = new Set(language.split(" "));
    return words.filter((word) => small.has(word)).length;
  };
  return count(ENGLISH) >= Math.max(...OTHERS.map(count));
}
