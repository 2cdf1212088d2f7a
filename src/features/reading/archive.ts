import { quoted } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { FeedsRepo } from "./feeds/repo.ts";
import { notesMarkdown } from "./model/notes-markdown.ts";
import type { PapersRepo } from "./papers/repo.ts";
import { Archived, type WholeFeed, type WholePaper } from "./stored.ts";

type Repos = { papers: PapersRepo; feeds: FeedsRepo };

/** Writes papers with notes and retellings, and feeds with what was fetched of them; returns how many there were. */
export async function exportReading({ papers, feeds }: Repos, folder: string): Promise<number> {
  const reviews = Map.groupBy(await papers.reviews(), ({ paperId }) => paperId);
  const whole: Archived[] = [
    ...(await papers.papers()).map((paper): WholePaper => ({ paper, reviews: reviews.get(paper.id) ?? [] })),
    ...(await Promise.all(
      (
        await feeds.feeds()
      ).map(async (feed): Promise<WholeFeed> => ({ feed, entries: await feeds.allEntries(feed.id) })),
    )),
  ];
  return writeItemFiles(
    folder,
    whole.map((data) => ({ name: "paper" in data ? data.paper.id : data.feed.id, data, markdown: diary(data) })),
  );
}

/** Reads what `exportReading` wrote; nothing is stored by this. */
export function readExportedReading(folder: string): Promise<Result<Archived[], string[]>> {
  return readItemFiles(folder, Archived);
}

function diary(whole: Archived): string {
  return "paper" in whole ? ofPaper(whole) : ofFeed(whole);
}

function ofPaper({ paper, reviews }: WholePaper): string {
  const told = reviews.map(({ at, kind, listener, told: texts, feedback }) => {
    const score = feedback.score === null ? "not graded" : `${Math.round(100 * feedback.score)} %`;
    const said = Object.entries(texts).map(
      ([part, text]) => `${part === "whole" ? "" : `${part}:\n\n`}${quoted(text)}`,
    );
    const heading = `## ${kind === "parts" ? "Its parts recalled" : `Told a ${listener}`} ${at}, ${score}`;
    return [heading, ...said].join("\n\n");
  });
  return [notesMarkdown(paper).trim(), `Status: ${paper.status}`, ...told, ""].join("\n\n");
}

function ofFeed({ feed, entries }: WholeFeed): string {
  const lines = entries.map(({ title, link }) => `- ${title.replaceAll(/[[\]<>]/g, "")}${link ? ` <${link}>` : ""}`);
  return [`# ${feed.title}`, `<${feed.address}>`, lines.join("\n"), ""].join("\n\n");
}
