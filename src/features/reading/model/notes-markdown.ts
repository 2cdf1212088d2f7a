import { PARTS, type Paper } from "../schema.ts";
import { arxivLink } from "./arxiv.ts";
import { PART_WORDS } from "./notes.ts";

type Told = Pick<Paper, "title" | "authors" | "url" | "arxivId" | "skills" | "notes">;

/** The notes on a paper for an editor of notes. */
export function notesMarkdown({ title, authors, url, arxivId, skills, notes }: Told): string {
  const about = [
    ...(authors.length > 0 ? [`- Authors: ${authors.join(", ")}`] : []),
    ...(url === null ? [] : [`- Link: <${url}>`]),
    ...(arxivId === null ? [] : [`- arXiv: [${arxivId}](${arxivLink(arxivId)})`]),
    ...(skills.length > 0 ? [`- Skills: ${skills.join(", ")}`] : []),
  ];
  const parts = PARTS.map((part) => section(PART_WORDS[part].name, notes[part]));
  return [`# ${title}`, about.join("\n"), ...parts, section("My question", notes.question)]
    .filter((each) => each !== "")
    .join("\n\n")
    .concat("\n");
}

function section(name: string, text: string): string {
  return text.trim() === "" ? "" : `## ${name}\n\n${text.trim()}`;
}
