import { html } from "hono/html";
import { nameOf, page } from "./page.ts";
import { homePage, projectPage, resumePage } from "./pages.ts";
import { resumeWith, type Site, slugsOf } from "./site-project.ts";
import { styleOf } from "./style.ts";

/** The files of a static site, by path from its root: any host that serves files serves it, from any folder. */
export async function buildSite(site: Site): Promise<Map<string, string>> {
  const slugs = slugsOf(site.projects);
  const files = new Map<string, string>([
    ["index.html", String(await homePage(site, slugs))],
    ["resume/index.html", String(await resumePage(site))],
    ["resume.json", `${JSON.stringify(resumeWith(site), null, 2)}\n`],
    ["style.css", styleOf(site.theme)],
    ["404.html", String(await notFoundPage(site))],
    // GitHub Pages would otherwise run the folder through Jekyll
    [".nojekyll", ""],
  ]);
  for (const [at, project] of site.projects.entries())
    files.set(`projects/${slugs[at]}/index.html`, String(await projectPage(site, project)));
  return files;
}

function notFoundPage(site: Site) {
  return page({
    site,
    root: "",
    current: undefined,
    title: `Not found, ${nameOf(site)}`,
    description: "There is no such page.",
    body: html`<h1>There is no such page</h1>\n<p><a href="index.html">To the projects</a></p>`,
  });
}
