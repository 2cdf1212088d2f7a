import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { App } from "./app.ts";
import { readExportedClaims } from "./features/claims/index.ts";
import { readExportedCoding } from "./features/coding/index.ts";
import { readExportedCompanies } from "./features/companies/index.ts";
import { readExportedDesigns } from "./features/design/index.ts";
import { readExportedExplanations } from "./features/explain/index.ts";
import { readExportedImpact } from "./features/impact/index.ts";
import { readExportedInterviews } from "./features/interview/index.ts";
import { readExportedJobs } from "./features/jobs/index.ts";
import { readExportedDiagnostics, readExportedPlan } from "./features/plan/index.ts";
import { readExportedPortfolio } from "./features/portfolio/index.ts";
import { readExportedReading } from "./features/reading/index.ts";
import { readExportedRecall } from "./features/recall/index.ts";
import { readExportedStories } from "./features/stories/index.ts";
import { readExportedPostings } from "./features/tailoring/index.ts";
import { failed, ok, type Result } from "./lib/result.ts";
import { counted } from "./lib/text.ts";
import { type RoomArchive, roomArchive } from "./shared/archive/room-archive.ts";
import { exportEvidence, readExportedEvidence } from "./shared/evidence/archive.ts";
import { appendEvidence } from "./shared/evidence/log.ts";

type Archivable = Pick<
  App,
  | "config"
  | "clock"
  | "store"
  | "coding"
  | "recall"
  | "design"
  | "stories"
  | "explain"
  | "impact"
  | "claims"
  | "portfolio"
  | "interview"
  | "companies"
  | "diagnostic"
  | "planning"
  | "reading"
  | "jobs"
  | "tailoring"
>;
/** How many items of each room, by its folder, and rows of evidence. */
export type Archived = Readonly<Record<string, number>>;

/** What one item of a room is called, and several. */
const ITEMS: Record<string, [one: string, many: string]> = {
  coding: ["problem", "problems"],
  recall: ["question", "questions"],
  design: ["case", "cases"],
  stories: ["story", "stories"],
  explain: ["explained concept", "explained concepts"],
  impact: ["file of impact lines", "files of impact lines"],
  claims: ["file of claims", "files of claims"],
  portfolio: ["file of the portfolio", "files of the portfolio"],
  reading: ["paper or feed", "papers and feeds"],
  interviews: ["mock interview", "mock interviews"],
  companies: ["file of companies", "files of companies"],
  diagnostics: ["diagnostic", "diagnostics"],
  plan: ["target of the plan", "targets of the plan"],
  jobs: ["file of boards or applications", "files of boards or applications"],
  tailoring: ["posting", "postings"],
  evidence: ["row of evidence", "rows of evidence"],
};

/** "3 problems, 1 question and 12 rows of evidence"; what there is none of is not told. */
export function countedItems(archived: Archived): string {
  const told = Object.entries(archived).flatMap(([folder, count]) => {
    const [one, many] = ITEMS[folder] ?? [folder, folder];
    return count === 0 ? [] : [counted(count, one, many)];
  });
  return told.length > 1 ? `${told.slice(0, -1).join(", ")} and ${told.at(-1)}` : (told[0] ?? "Nothing yet: 0 items");
}

const MANIFEST = "holdout.json";
const FORMAT = 1;
const Manifest = z.object({ format: z.number(), version: z.string(), exportedAt: z.string() });

/** Every room that keeps something, in the order in which it is told of: its folder, the room, and what reads its folder. */
function roomsOf({
  coding,
  recall,
  design,
  stories,
  explain,
  impact,
  claims,
  portfolio,
  interview,
  companies,
  diagnostic,
  planning,
  reading,
  jobs,
  tailoring,
}: Archivable): RoomArchive[] {
  return [
    roomArchive("coding", coding, readExportedCoding),
    roomArchive("recall", recall, readExportedRecall),
    roomArchive("design", design, readExportedDesigns),
    roomArchive("stories", stories, readExportedStories),
    roomArchive("explain", explain, readExportedExplanations),
    roomArchive("impact", impact, readExportedImpact),
    roomArchive("claims", claims, readExportedClaims),
    roomArchive("portfolio", portfolio, readExportedPortfolio),
    roomArchive("reading", reading, readExportedReading),
    roomArchive("interviews", interview, readExportedInterviews),
    roomArchive("companies", companies, readExportedCompanies),
    roomArchive("diagnostics", diagnostic, readExportedDiagnostics),
    roomArchive("plan", planning, readExportedPlan),
    roomArchive("jobs", jobs, readExportedJobs),
    roomArchive("tailoring", tailoring, readExportedPostings),
  ];
}

/** Writes everything to an open folder. It is complete or it is not there: a copy that breaks off leaves the old one. */
export async function exportEverything(app: Archivable, folder: string): Promise<Result<Archived, string>> {
  if (existsSync(folder) && !existsSync(join(folder, MANIFEST)) && (await readdir(folder)).length > 0) {
    return failed(`${folder} is not empty and is no earlier export. Name a new folder.`);
  }
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(partial, { mode: 0o700 });
  const counts: Record<string, number> = {};
  for (const room of roomsOf(app)) counts[room.folder] = await room.exportTo(join(partial, room.folder));
  counts.evidence = await exportEvidence(app.store.db, partial);
  const manifest = { format: FORMAT, version: app.config.version, exportedAt: app.clock().toISOString() };
  await writeFile(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(partial, "README.md"), README);
  const old = `${folder}.old`;
  if (existsSync(folder)) await rename(folder, old);
  await rename(partial, folder);
  await rm(old, { recursive: true, force: true });
  return ok(counts);
}

/** Brings an exported folder back, beside what is there; nothing is stored unless all of it is readable. Doing it twice changes nothing. */
export async function importEverything(app: Archivable, folder: string): Promise<Result<Archived, string[]>> {
  const manifest = await readManifest(folder);
  if (!manifest.ok) return failed([manifest.reason]);
  const evidence = await readExportedEvidence(folder);
  if (!evidence.ok) return failed([evidence.reason]);
  const counts: Record<string, number> = {};
  const restores: (() => Promise<void>)[] = [];
  for (const room of roomsOf(app)) {
    const read = await room.readFrom(join(folder, room.folder));
    if (!read.ok) return read;
    counts[room.folder] = read.value.count;
    restores.push(read.value.restore);
  }
  for (const restore of restores) await restore();
  await app.store.db.transaction().execute((transaction) => appendEvidence(transaction, evidence.value));
  return ok({ ...counts, evidence: evidence.value.length });
}

async function readManifest(folder: string): Promise<Result<true, string>> {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return failed(`${folder} is no export of Holdout: it has no ${MANIFEST}.`);
  try {
    const { format } = Manifest.parse(JSON.parse(await readFile(path, "utf8")));
    return format === FORMAT ? ok(true) : failed(`${path}: format ${format}; this version reads format ${FORMAT}.`);
  } catch {
    return failed(`${path} is not readable as a manifest.`);
  }
}

const README = `# Everything you did in Holdout

Each room has a folder: \`.md\` files to read, and \`.json\` files with the same as data, which \`holdout import\` reads.

- \`coding/\`: drafts and submissions with their verdicts, by problem
- \`recall/\`: answers with their grades, by question
- \`design/\`: attempts with what was asked, estimated, drawn, run and answered, and their scorecards, by case
- \`stories/\`: stories with every telling and its feedback
- \`explain/\`: explanations with their feedback, by concept
- \`impact/\`: lines for a CV with the calculations behind them
- \`claims/\`: documents that were read for claims, and what you settled
- \`portfolio/\`: projects as told, with their readings, and the CV as JSON Resume
- \`reading/\`: papers with notes and retellings, and feeds with what was fetched of them
- \`interviews/\`: mocks with all that was said and their scorecards. Recordings of your voice are not in it: those that you kept lie in \`recordings/\` of Holdout's home, a folder for each mock, and play after a move where you copy that folder yourself
- \`companies/\`: companies with their scorecards and short lists, and offers
- \`diagnostics/\`: diagnostics with all that was asked and answered
- \`plan/\`: what you prepare for; the plan itself is made anew from the evidence
- \`jobs/\`: boards with their postings, and applications with their history and notes
- \`tailoring/\`: job descriptions that you kept
- \`evidence.json\`: the log from which readiness is computed, oldest first
- \`holdout.json\`: the format of this folder

\`npm run -s holdout -- import FOLDER\` brings it back, on this machine or another. Importing twice changes nothing.
`;
