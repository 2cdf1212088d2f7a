import { quoted } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { oneLine } from "../../lib/text.ts";
import { type ItemFile, readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { JobsRepo } from "./repo.ts";
import type { Application } from "./schema.ts";
import { ArchivedJobs, type StoredPosting, type StoredSource } from "./stored.ts";

const APPLICATIONS = "applications";
const WITHOUT_BOARD = "without-board";

/** Writes a file a board with its postings, and one of all applications; returns how many files of data there are. */
export async function exportJobs(repo: JobsRepo, folder: string): Promise<number> {
  const [sources, postings, applications] = await Promise.all([repo.sources(), repo.postings(), repo.applications()]);
  const byBoard = Map.groupBy(postings, ({ sourceId }) => sourceId);
  const known = new Set(sources.map(({ id }) => id));
  const orphans = postings.filter(({ sourceId }) => !known.has(sourceId));
  const files = [
    ...sources.map((source) => boardFile(source, byBoard.get(source.id) ?? [])),
    ...(orphans.length > 0 ? [boardFile(null, orphans)] : []),
    ...(applications.length > 0 ? [applicationsFile(applications)] : []),
  ];
  return writeItemFiles(folder, files);
}

/** Reads what `exportJobs` wrote; nothing is stored by this. */
export function readExportedJobs(folder: string): Promise<Result<ArchivedJobs[], string[]>> {
  return readItemFiles(folder, ArchivedJobs);
}

function boardFile(source: StoredSource | null, postings: StoredPosting[]): ItemFile {
  const lines = postings.map(({ published: { title, company, places }, closedAt }) => {
    const closed = closedAt === null ? "" : `, closed ${closedAt.slice(0, 10)}`;
    return `- ${oneLine(`${title}, ${company}${places.length > 0 ? `, ${places.join("; ")}` : ""}`)}${closed}`;
  });
  const title = source === null ? "Postings whose board was removed" : oneLine(`${source.kind} ${source.board}`);
  return {
    name: source?.id ?? WITHOUT_BOARD,
    data: { source, postings } satisfies ArchivedJobs,
    markdown: [`# ${title}`, ...(lines.length > 0 ? [lines.join("\n")] : []), ""].join("\n\n"),
  };
}

function applicationsFile(applications: Application[]): ItemFile {
  const told = applications.map(({ company, title, url, notes, nextStep, remindOn, contacts, moves }) =>
    [
      `## ${oneLine(`${title}, ${company}`)}`,
      ...(url === null ? [] : [url]),
      moves.map(({ on, stage, why }) => `- ${on}: ${stage}${why === null ? "" : `, ${why}`}`).join("\n"),
      ...(nextStep === "" ? [] : [quoted(`${nextStep}${remindOn === null ? "" : ` (${remindOn})`}`)]),
      ...(contacts.length === 0
        ? []
        : [
            contacts
              .map(({ name, role, reach }) => `- ${oneLine([name, role, reach].filter(Boolean).join(", "))}`)
              .join("\n"),
          ]),
      ...(notes === "" ? [] : [quoted(notes)]),
    ].join("\n\n"),
  );
  return {
    name: APPLICATIONS,
    data: { applications } satisfies ArchivedJobs,
    markdown: ["# Applications", ...told, ""].join("\n\n"),
  };
}
