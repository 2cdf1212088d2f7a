import type { Evidence } from "../schema.ts";

/** A line of prose: as it reads, and as it stands in the file. */
export type ProseLine = { text: string; line: number; raw: string };

export type Section = {
  title: string;
  /** 0 for what stands before the first heading. */
  level: number;
  line: number;
  prose: ProseLine[];
};

export type Readme = { path: string; text: string; sections: Section[] };

const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.+?)\s*#*\s*$/;
const UNDERLINE = /^\s{0,3}(?:=+|-{3,}|~{3,}|\^{3,})\s*$/;
const FEWEST_WORDS = 4;

/** The README nearest to the root. */
export function findReadme(paths: readonly string[]): string | undefined {
  return paths
    .filter((path) => /(?:^|\/)readme(?:\.(?:md|markdown|rst|txt))?$/i.test(path))
    .sort((a, b) => a.split("/").length - b.split("/").length || a.length - b.length)[0];
}

/** Headings and the prose below them; badges, pictures, code, tables and bare links are no prose. */
export function readReadme(path: string, text: string): Readme {
  const sections: Section[] = [{ title: "", level: 0, line: 1, prose: [] }];
  const lines = text.split(/\r\n|\n|\r/);
  let fence: string | undefined;
  let comment = false;
  lines.forEach((raw, at) => {
    const mark = FENCE.exec(raw)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return;
    }
    if (mark) {
      fence = mark;
      return;
    }
    if (comment || /^\s*<!--/.test(raw)) {
      comment = !raw.includes("-->");
      return;
    }
    const heading = HEADING.exec(raw) ?? htmlHeading(raw) ?? underlined(raw, lines[at + 1]);
    if (heading)
      sections.push({ title: plain(heading[2] ?? ""), level: (heading[1] ?? "#").length, line: at + 1, prose: [] });
    else if (!UNDERLINE.test(raw)) {
      const prose = proseIn(raw);
      if (prose !== undefined) sections.at(-1)?.prose.push({ text: prose, line: at + 1, raw });
    }
  });
  return { path, text, sections };
}

function htmlHeading(raw: string): RegExpExecArray | null {
  const match = /<h([1-6])[^>]{0,200}>(.{1,200}?)<\/h\1>/i.exec(raw);
  if (match) match[1] = "#".repeat(Number(match[1]));
  return match;
}

function underlined(raw: string, next: string | undefined): [string, string, string] | undefined {
  if (next === undefined || !/^(?:={3,}|-{3,})\s*$/.test(next) || raw.trim().length < 3 || raw.includes("|"))
    return undefined;
  return [raw, next.startsWith("=") ? "#" : "##", raw.trim()];
}

/** What a line says, without marks; undefined where it says nothing: a badge, a table, a link alone. */
function proseIn(raw: string): string | undefined {
  if (/^\s*\|/.test(raw) || /^\s{4,}\S/.test(raw) || /^\s*\$\s/.test(raw)) return undefined;
  const text = plain(raw);
  const words = text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
  return words.length >= FEWEST_WORDS ? text : undefined;
}

/** A text without the marks of Markdown, HTML and links; the words of a link stay. */
function plain(text: string): string {
  return text
    .replaceAll(/!\[[^\]]{0,300}\]\([^)]{0,500}\)/g, "")
    .replaceAll(/\[([^\]]{0,300})\]\([^)]{0,500}\)/g, "$1")
    .replaceAll(/<[^>]{1,500}>/g, "")
    .replaceAll(/https?:\/\/\S+/g, "")
    .replaceAll(/[*_`#>]+/g, (marks) => (marks === "_" ? "_" : ""))
    .replace(/^\s*(?:[-+•]|\d+[.)])\s+/, "")
    .trim();
}

const MOST_QUOTE = 240;

/** A line as evidence: word for word, cut where it is very long. */
export function evidenceOf(file: string, { line, raw }: Pick<ProseLine, "line" | "raw">): Evidence {
  return { file, line, quote: raw.trim().slice(0, MOST_QUOTE) };
}

/** Sections whose title matches, with those below them. */
export function sectionsAbout({ sections }: Readme, title: RegExp): Section[] {
  return sections.flatMap((section, at) => {
    if (section.level === 0 || !title.test(section.title)) return [];
    const rest = sections.slice(at + 1);
    const end = rest.findIndex(({ level }) => level <= section.level);
    return [section, ...(end < 0 ? rest : rest.slice(0, end))];
  });
}

const NO_PROJECT =
  /install|setup|set up|getting started|usage|quick ?start|licen[sc]e|citation|cite|acknowledg|contribut|contact|table of contents|requirements|prerequisite|directory|structure|changelog|how to run|credits|badges|sponsor/i;

/** Sections that speak of the project itself, not of how to install or cite it. */
export function ownSections({ sections }: Readme): Section[] {
  return sections.filter(({ title }) => !NO_PROJECT.test(title));
}
