import { html } from "hono/html";
import { type Html, linked, nameOf, opening, page, prose, tags } from "./page.ts";
import { SECTIONS, type Site, type SiteProject } from "./site-project.ts";

export function homePage(site: Site, slugs: readonly string[]): Html {
  const { basics } = site.resume;
  const name = nameOf(site);
  const profiles = (basics?.profiles ?? []).flatMap(({ network, username, url }) => {
    const words = network ?? username;
    return words ? [linked(url, words)] : [];
  });
  return page({
    site,
    root: "",
    current: "home",
    title: basics?.label ? `${name}: ${basics.label}` : name,
    description: basics?.summary ?? `Projects of ${name}`,
    body: html`<h1>${name}</h1>
${basics?.label ? html`<p class="soft">${basics.label}</p>` : ""}
${basics?.summary ? html`<p class="lead">${basics.summary}</p>` : ""}
${profiles.length > 0 ? html`<p class="soft">${joined(profiles)}</p>` : ""}
<h2>Projects</h2>
<ul class="cards">
${site.projects.map((project, at) => card(project, slugs[at] ?? ""))}</ul>`,
  });
}

function card({ name, problem, results, tools }: SiteProject, slug: string): Html {
  return html`<li><h3><a href="projects/${slug}/index.html">${name}</a></h3>
${problem ? html`<p>${opening(problem)}</p>\n` : ""}${results ? html`<p><strong>Result.</strong> ${opening(results)}</p>\n` : ""}${tags(tools.slice(0, 8))}</li>
`;
}

export function projectPage(site: Site, project: SiteProject): Html {
  return page({
    site,
    root: "../../",
    current: undefined,
    title: `${project.name}, ${nameOf(site)}`,
    description: opening(project.problem || project.name, 200),
    body: html`<h1>${project.name}</h1>
${project.url ? html`<p class="soft">${linked(project.url, shortened(project.url))}</p>` : ""}
${SECTIONS.map(({ id, title }) => section(title, project[id]))}`,
  });
}

function section(title: string, content: string | readonly string[]): Html {
  if (content.length === 0) return html``;
  return html`<h2>${title}</h2>
${typeof content === "string" ? prose(content) : tags(content)}`;
}

/** The CV with the projects told in short: the page to print. */
export function resumePage(site: Site): Html {
  const {
    basics,
    work = [],
    education = [],
    skills = [],
    publications = [],
    awards = [],
    languages = [],
  } = site.resume;
  const place = [basics?.location?.city, basics?.location?.region, basics?.location?.countryCode].filter(Boolean);
  const contact = [basics?.email, basics?.phone, basics?.url, place.join(", ")].filter(Boolean);
  return page({
    site,
    root: "../",
    current: "resume",
    title: `CV of ${nameOf(site)}`,
    description: basics?.summary ?? `CV of ${nameOf(site)}`,
    body: html`<h1>${nameOf(site)}</h1>
${basics?.label ? html`<p>${basics.label}</p>` : ""}
${contact.length > 0 ? html`<p class="soft">${contact.join(" · ")}</p>` : ""}
${basics?.summary ? html`<p>${basics.summary}</p>` : ""}
${block(
  "Experience",
  work.map(({ name, position, startDate, endDate, summary, highlights }) =>
    entry({ head: [position, name], dates: [startDate, endDate], summary, highlights }),
  ),
)}
${block(
  "Projects",
  site.projects.map(({ name, problem, results, tools }) =>
    entry({
      head: [name],
      dates: [],
      summary: opening(problem, 400),
      highlights: results ? [opening(results, 400)] : [],
      words: tools,
    }),
  ),
)}
${block(
  "Education",
  education.map(({ institution, area, studyType, startDate, endDate, score }) =>
    entry({
      head: [[studyType, area].filter(Boolean).join(" "), institution],
      dates: [startDate, endDate],
      summary: score,
    }),
  ),
)}
${block(
  "Publications",
  publications.map(({ name, publisher, releaseDate, summary, url }) =>
    entry({ head: [name, publisher], dates: [releaseDate], summary, url }),
  ),
)}
${block(
  "Awards",
  awards.map(({ title, awarder, date, summary }) => entry({ head: [title, awarder], dates: [date], summary })),
)}
${block(
  "Skills",
  skills.map(
    ({ name, keywords = [] }) => html`<p>${name ? html`<strong>${name}.</strong> ` : ""}${keywords.join(", ")}</p>\n`,
  ),
)}
${block(
  "Languages",
  languages.length > 0
    ? [
        html`<p>${languages.map(({ language, fluency }) => [language, fluency].filter(Boolean).join(": ")).join("; ")}</p>\n`,
      ]
    : [],
)}`,
  });
}

type Entry = {
  head: readonly (string | undefined)[];
  dates: readonly (string | undefined)[];
  summary?: string | undefined;
  highlights?: readonly string[] | undefined;
  words?: readonly string[];
  url?: string | undefined;
};

function entry({ head, dates, summary, highlights = [], words = [], url }: Entry): Html {
  const [first, ...rest] = head.filter(Boolean);
  const [from, to] = dates;
  const when = dates.length === 2 && from ? `${from} – ${to || "now"}` : from;
  return html`<div class="entry"><div class="row"><h3>${linked(url, first ?? "")}${rest.length > 0 ? `, ${rest.join(", ")}` : ""}</h3>${when ? html`<span class="soft">${when}</span>` : ""}</div>
${summary ? html`<p>${summary}</p>\n` : ""}${highlights.length > 0 ? html`<ul>${highlights.map((each) => html`<li>${each}</li>`)}</ul>\n` : ""}${words.length > 0 ? html`<p class="soft">${words.join(", ")}</p>\n` : ""}</div>
`;
}

function block(title: string, entries: readonly Html[]): Html {
  return entries.length === 0 ? html`` : html`<h2>${title}</h2>\n${entries}`;
}

function joined(parts: readonly Html[]): Html[] {
  return parts.map((part, at) => (at === 0 ? part : html` · ${part}`));
}

const shortened = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
