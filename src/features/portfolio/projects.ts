import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { PortfolioDeps } from "./deps.ts";
import {
  type ChangeBody,
  MOST_TOLD,
  type Origin,
  type Portfolio,
  type ProjectDetail,
  type ProjectSummary,
  type Scan,
  type Told,
} from "./schema.ts";
import { readResume } from "./site/resume.ts";
import { type Site, siteHoles, type Theme } from "./site/site-project.ts";
import type { StoredProject, StoredScan } from "./stored.ts";

type Reading = Pick<PortfolioDeps, "repo">;

export async function listProjects({ repo }: Reading): Promise<Portfolio> {
  const [projects, scans, resume, site] = await Promise.all([
    repo.projects(),
    repo.latestScans(),
    repo.resume(),
    siteOf({ repo }, "paper"),
  ]);
  return {
    projects: projects.map((project) => summaryOf(project, scans.get(project.id))),
    resume: resume ? { name: site.resume.basics?.name ?? "", updatedAt: resume.updatedAt } : null,
    holes: projects.length === 0 ? [] : siteHoles(site),
  };
}

export async function projectDetail({ repo }: Reading, id: string): Promise<Result<ProjectDetail, "unknown-project">> {
  const project = await repo.project(id);
  if (project === undefined) return failed("unknown-project");
  const scans = await repo.scansOf(id);
  const latest = scans.at(-1);
  return ok({
    project: summaryOf(project, latest),
    scan: latest?.scan ?? null,
    earlier: scans.slice(0, -1).map(({ scannedAt, scan }) => ({ at: scannedAt, score: scan.score })),
  });
}

export async function changeProject(
  { repo, clock }: Pick<PortfolioDeps, "repo" | "clock">,
  id: string,
  body: ChangeBody,
): Promise<Result<ProjectDetail, "unknown-project">> {
  const project = await repo.project(id);
  if (project === undefined) return failed("unknown-project");
  await repo.change({ ...project, ...body, updatedAt: clock().toISOString() });
  return projectDetail({ repo }, id);
}

/** Keeps a project that was read or is only told. */
export async function keepProject(
  { repo, clock }: Pick<PortfolioDeps, "repo" | "clock">,
  { origin, name, scan }: { origin: Origin; name: string; scan: Scan | undefined },
): Promise<string> {
  const now = clock();
  const at = now.toISOString();
  // behind the last one: where some were removed a count would put it among the others
  const place = ((await repo.projects()).at(-1)?.place ?? -1) + 1;
  const project: StoredProject = {
    id: newId(now),
    name: asName(name),
    kind: scan?.kind ?? "work",
    origin,
    told: beginningOf(origin, scan),
    place,
    addedAt: at,
    updatedAt: at,
  };
  await repo.add(project, scan && { id: newId(now), projectId: project.id, scannedAt: at, scan });
  return project.id;
}

/** What the README tells, as a beginning for the candidate's own words. */
function beginningOf(origin: Origin, scan: Scan | undefined): Told {
  const { problem = "", approach = "", tools = [], results = "", learnings = "" } = scan?.told ?? {};
  return asTold({ url: origin.kind === "url" ? origin.url : null, problem, approach, tools, results, learnings });
}

type Foreign = Omit<Told, "shown" | "url" | "tools"> & { url: string | null | undefined; tools: readonly string[] };

/** What a README or a CV tells, within the limits of what is kept: nobody there has heard of them. */
export function asTold({ url, problem, approach, tools, results, learnings }: Foreign): Told {
  const address = fitting(url ?? "", Number.POSITIVE_INFINITY);
  return {
    // cut short it would lead elsewhere
    url: address === "" || address.length > MOST_TOLD.url ? null : address,
    problem: fitting(problem, MOST_TOLD.words),
    approach: fitting(approach, MOST_TOLD.words),
    tools: tools
      .map((tool) => fitting(tool, MOST_TOLD.tool))
      .filter((tool) => tool !== "")
      .slice(0, MOST_TOLD.tools),
    results: fitting(results, MOST_TOLD.words),
    learnings: fitting(learnings, MOST_TOLD.words),
    shown: true,
  };
}

export function asName(name: string): string {
  return fitting(name, MOST_TOLD.name) || "Untitled project";
}

/** At most so many characters, and no half of one. */
function fitting(text: string, most: number): string {
  const cut = text.replaceAll("\0", "").trim().slice(0, most);
  return (cut.length === most ? cut.replace(/[\uD800-\uDBFF]$/, "") : cut).toWellFormed().trim();
}

/** The site as it would be written now. */
export async function siteOf({ repo }: Reading, theme: Theme): Promise<Site> {
  const [projects, resume] = await Promise.all([repo.projects(), repo.resume()]);
  const read = resume && readResume(resume.text);
  return {
    theme,
    resume: read?.ok ? read.value : {},
    projects: projects
      .filter(({ told }) => told.shown)
      .map(({ name, kind, told: { url, problem, approach, tools, results, learnings } }) => ({
        name,
        kind,
        url: url ?? undefined,
        problem,
        approach,
        tools,
        results,
        learnings,
      })),
  };
}

function summaryOf(
  { id, name, kind, origin, told, addedAt }: StoredProject,
  latest: StoredScan | undefined,
): ProjectSummary {
  return {
    id,
    name,
    kind,
    origin,
    told,
    addedAt,
    scannedAt: latest?.scannedAt ?? null,
    score: latest?.scan.score ?? null,
    leaks: latest?.scan.leaks.length ?? 0,
    firstMend: latest?.scan.mends[0]?.said ?? null,
  };
}
