import { quoted } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { PortfolioRepo } from "./repo.ts";
import { Archived } from "./stored.ts";

/** Writes projects with their readings, and the CV; returns how many files of data there are. */
export async function exportPortfolio(repo: PortfolioRepo, folder: string): Promise<number> {
  const [projects, resume] = await Promise.all([repo.projects(), repo.resume()]);
  const entries: { name: string; data: Archived }[] = await Promise.all(
    projects.map(async (project) => ({ name: project.id, data: { project, scans: await repo.scansOf(project.id) } })),
  );
  if (resume) entries.push({ name: "resume", data: { resume: resume.text, updatedAt: resume.updatedAt } });
  return writeItemFiles(
    folder,
    entries.map(({ name, data }) => ({ name, data, markdown: diary(data) })),
  );
}

/** Reads what `exportPortfolio` wrote; nothing is stored by this. */
export function readExportedPortfolio(folder: string): Promise<Result<Archived[], string[]>> {
  return readItemFiles(folder, Archived);
}

function diary(archived: Archived): string {
  if ("resume" in archived) return `# CV of ${archived.updatedAt}, as JSON Resume\n\n${quoted(archived.resume)}\n`;
  const { project, scans } = archived;
  const parts = (["problem", "approach", "results", "learnings"] as const).flatMap((part) =>
    project.told[part] === "" ? [] : [`## ${part}\n\n${quoted(project.told[part])}`],
  );
  const readings = scans.map(
    ({ scannedAt, scan }) =>
      `- ${scannedAt}: ${scan.score === null ? "no score" : `${Math.round(100 * scan.score)} of 100`}`,
  );
  const read = readings.length > 0 ? [`## readings\n\n${readings.join("\n")}`] : [];
  return [`# ${project.name}`, ...parts, ...read, ""].join("\n\n");
}
