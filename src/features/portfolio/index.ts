import { basename } from "node:path";
import { createChannel } from "../../lib/channel.ts";
import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { ClaimSource } from "../../shared/claims/claim.ts";
import { exportPortfolio } from "./archive.ts";
import type { PortfolioDeps } from "./deps.ts";
import { githubUser } from "./github/github-user.ts";
import { asName, asTold, changeProject, keepProject, listProjects, projectDetail, siteOf } from "./projects.ts";
import type {
  AddBody,
  ChangeBody,
  GitHubUser,
  Origin,
  Portfolio,
  ProjectDetail,
  Scan,
  ScanEvent,
  SiteWritten,
  Told,
} from "./schema.ts";
import { buildSite } from "./site/build-site.ts";
import { readResume } from "./site/resume.ts";
import { fromResumeProject, resumeWith, siteHoles, type Theme } from "./site/site-project.ts";
import { writeSite } from "./site/write-site.ts";
import type { Archived } from "./stored.ts";

export { readExportedPortfolio } from "./archive.ts";
export { deepDiveRound } from "./deep-dive-round.ts";
export { githubUser } from "./github/github-user.ts";
export { PortfolioRepo } from "./repo.ts";
export { scanDepsOf } from "./scan-deps.ts";
export { scanOriginOf } from "./scan-origin.ts";

/** The portfolio: repositories as evidence, projects as told, and the site that shows them. */
export class PortfolioRoom {
  readonly #deps: PortfolioDeps;

  constructor(deps: PortfolioDeps) {
    this.#deps = deps;
  }

  portfolio(): Promise<Portfolio> {
    return listProjects(this.#deps);
  }

  project(id: string): Promise<Result<ProjectDetail, "unknown-project">> {
    return projectDetail(this.#deps, id);
  }

  /** Adds a project; one with code is read first, and a reading that is refused adds nothing. */
  add({ origin, name }: AddBody): AsyncIterable<ScanEvent> {
    return this.#read(origin, async (scan) =>
      keepProject(this.#deps, { origin, name: name ?? scan?.name ?? "Untitled project", scan }),
    );
  }

  /** Reads a project again. */
  async rescan(id: string): Promise<Result<AsyncIterable<ScanEvent>, "unknown-project">> {
    const project = await this.#deps.repo.project(id);
    if (project === undefined) return failed("unknown-project");
    return ok(
      this.#read(project.origin, async (scan) => {
        const now = this.#deps.clock();
        if (scan) await this.#deps.repo.addScan({ id: newId(now), projectId: id, scannedAt: now.toISOString(), scan });
        return id;
      }),
    );
  }

  change(id: string, body: ChangeBody): Promise<Result<ProjectDetail, "unknown-project">> {
    return changeProject(this.#deps, id, body);
  }

  async order(ids: readonly string[]): Promise<Portfolio> {
    await this.#deps.repo.order(ids);
    return this.portfolio();
  }

  async remove(id: string): Promise<Result<Portfolio, "unknown-project">> {
    if ((await this.#deps.repo.project(id)) === undefined) return failed("unknown-project");
    await this.#deps.repo.remove(id);
    return ok(await this.portfolio());
  }

  /** The CV as JSON Resume, with the told projects. */
  async resume(): Promise<{ text: string; updatedAt: string | null }> {
    const kept = await this.#deps.repo.resume();
    const site = await siteOf(this.#deps, "paper");
    return { text: `${JSON.stringify(resumeWith(site), null, 2)}\n`, updatedAt: kept?.updatedAt ?? null };
  }

  /** Takes a JSON Resume; its projects become told ones where none of that name is there. The reason is for people. */
  async takeResume(text: string): Promise<Result<Portfolio, string>> {
    const read = readResume(text);
    if (!read.ok) return failed(read.reason);
    const { repo, clock } = this.#deps;
    await repo.saveResume(text, clock().toISOString());
    const names = new Set((await repo.projects()).map(({ name }) => name.toLowerCase()));
    for (const { kind, ...project } of (read.value.projects ?? []).map(fromResumeProject)) {
      const name = asName(project.name);
      if (names.has(name.toLowerCase())) continue;
      names.add(name.toLowerCase());
      const id = await keepProject(this.#deps, { origin: { kind: "told" }, name, scan: undefined });
      await this.change(id, { name, kind, told: asTold(project) });
    }
    return ok(await this.portfolio());
  }

  /** Writes the site into a folder. The reason is for people. */
  async writeSite(folder: string, theme: Theme): Promise<Result<SiteWritten, string>> {
    const site = await siteOf(this.#deps, theme);
    const written = await writeSite(await buildSite(site), folder);
    return written.ok ? ok({ folder, files: written.value, holes: siteHoles(site) }) : written;
  }

  /** What the projects claim, as told and, where that says something else, as their READMEs say. */
  async claimTexts(): Promise<ClaimSource[]> {
    const [projects, scans] = await Promise.all([this.#deps.repo.projects(), this.#deps.repo.latestScans()]);
    return projects.flatMap(({ id, name, told }) => {
      const source = { kind: "portfolio" as const, to: `/portfolio/${id}`, group: `portfolio/${id}` };
      const own = saidIn(told);
      const scan = scans.get(id)?.scan;
      const readme = scan ? saidIn(scan.told) : "";
      return [
        { ...source, id: `portfolio/${id}`, title: name, text: own },
        ...(readme === "" || readme === own
          ? []
          : [{ ...source, id: `portfolio/${id}/readme`, title: `${name}, README`, text: readme }]),
      ];
    });
  }

  /** The public repositories of a GitHub user to choose from, and what they did for others. The reason is for people. */
  github(user: string): Promise<Result<GitHubUser, string>> {
    return githubUser(user, this.#deps.github);
  }

  exportTo(folder: string): Promise<number> {
    return exportPortfolio(this.#deps.repo, folder);
  }

  /** Adds what `readExportedPortfolio` read; doing it twice changes nothing. */
  restore(archived: readonly Archived[]): Promise<void> {
    return this.#deps.repo.restore(archived);
  }

  /** Reads where there is something to read, and keeps what came of it. A reader that leaves early stops the reading. */
  async *#read(origin: Origin, keep: (scan: Scan | undefined) => Promise<string>): AsyncGenerator<ScanEvent> {
    const channel = createChannel<ScanEvent>();
    const abort = new AbortController();
    const work = this.#scanned(origin, {
      onProgress: (said) => channel.push({ event: "progress", data: { said } }),
      signal: abort.signal,
    })
      .then(async (scanned) => {
        if (abort.signal.aborted) return;
        if (!scanned.ok) return channel.push({ event: "refused", data: { said: scanned.reason } });
        const detail = await this.project(await keep(scanned.value));
        if (detail.ok) channel.push({ event: "done", data: detail.value });
        else channel.push({ event: "refused", data: { said: "The project was removed while it was read." } });
      })
      .finally(channel.end);
    // a reader that has left hears of no failure, and one that nobody hears of would end the process
    work.catch(() => {});
    try {
      yield* channel;
      await work;
    } finally {
      abort.abort();
    }
  }

  async #scanned(
    origin: Origin,
    options: { onProgress: (said: string) => void; signal: AbortSignal },
  ): Promise<Result<Scan | undefined, string>> {
    if (origin.kind === "told") return ok(undefined);
    options.onProgress(origin.kind === "url" ? "Fetching the repository" : `Reading ${basename(origin.path)}`);
    const scanned = await this.#deps.scan(origin, options);
    return scanned.ok ? scanned : failed(scanned.reason.said);
  }
}

function saidIn({
  problem,
  approach,
  results,
  learnings,
}: Pick<Told, "problem" | "approach" | "results" | "learnings">) {
  return [problem, approach, results, learnings].filter((text) => text !== "").join("\n\n");
}
