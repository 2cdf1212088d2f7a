import type { ProjectKind } from "../schema.ts";
import type { Resume, ResumeProject } from "./resume.ts";

/** A project as its page tells it. */
export type SiteProject = {
  name: string;
  kind: ProjectKind;
  /** Where the code or the product is; only http and https become links. */
  url: string | undefined;
  problem: string;
  approach: string;
  tools: readonly string[];
  results: string;
  learnings: string;
};

export type Theme = "paper" | "slate";
export const THEMES: readonly Theme[] = ["paper", "slate"];

export type Site = { resume: Resume; projects: readonly SiteProject[]; theme: Theme };

/** The five things that a project page tells, in the order in which an interviewer asks for them. */
export const SECTIONS = [
  { id: "problem", title: "Problem" },
  { id: "approach", title: "Approach" },
  { id: "tools", title: "Tools" },
  { id: "results", title: "Results" },
  { id: "learnings", title: "What I learned" },
] as const;

const FEWEST = 3;
const MOST = 5;

/** What an interviewer would miss on the site, in words; an empty list where nothing is. */
export function siteHoles({ projects, resume }: Site): string[] {
  const count = projects.length;
  return [
    ...(resume.basics?.name ? [] : ["The CV has no name (basics.name): the page has no title."]),
    ...(count < FEWEST ? [`There ${count === 1 ? "is 1 project" : `are ${count} projects`}; show three to five.`] : []),
    ...(count > MOST ? [`There are ${count} projects; an interviewer reads three to five. Choose.`] : []),
    ...projects.flatMap((project) => {
      const missing = SECTIONS.filter(({ id }) => project[id].length === 0).map(({ title }) => `“${title}”`);
      return missing.length > 0 ? [`${project.name} has nothing under ${missing.join(", ")}.`] : [];
    }),
    ...projects.flatMap(({ name, results }) =>
      results !== "" && !/\d/.test(results) ? [`The results of ${name} have no figure.`] : [],
    ),
  ];
}

/** Names of the projects' pages: words of the name, never the same twice, never empty. */
export function slugsOf(projects: readonly SiteProject[]): string[] {
  const used = new Set<string>();
  return projects.map(({ name }, at) => {
    const words = name
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 60);
    const base = words || `project-${at + 1}`;
    let slug = base;
    for (let next = 2; used.has(slug); next++) slug = `${base}-${next}`;
    used.add(slug);
    return slug;
  });
}

/** The CV with the told projects in the place of its own: what goes out as JSON Resume. */
export function resumeWith({ resume, projects }: Omit<Site, "theme">): Resume {
  if (projects.length === 0) return resume;
  return { ...resume, projects: projects.map(toResumeProject) };
}

function toResumeProject({ name, url, problem, approach, tools, results, learnings }: SiteProject): ResumeProject {
  const highlights = [approach, results, learnings].filter((text) => text !== "");
  return {
    name,
    ...(problem ? { description: problem } : {}),
    ...(highlights.length > 0 ? { highlights } : {}),
    ...(tools.length > 0 ? { keywords: [...tools] } : {}),
    ...(url ? { url } : {}),
  };
}

/**
 * A project of a JSON Resume as a beginning to tell from. What `toResumeProject` wrote comes back in its place;
 * of anybody else's highlights nobody knows which is which, so they begin the approach.
 */
export function fromResumeProject({ name, description, highlights, keywords, url }: ResumeProject): SiteProject {
  const [approach, results, learnings, ...more] = highlights ?? [];
  const ours = highlights?.length === 3;
  return {
    name: name ?? "Untitled project",
    kind: url && /\b(?:github|gitlab|codeberg)\b/.test(url) ? "personal" : "work",
    url,
    problem: description ?? "",
    approach: ours ? (approach ?? "") : [approach, results, learnings, ...more].filter(Boolean).join("\n\n"),
    tools: keywords ?? [],
    results: ours ? (results ?? "") : "",
    learnings: ours ? (learnings ?? "") : "",
  };
}
