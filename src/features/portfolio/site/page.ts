import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Site } from "./site-project.ts";

/** A piece of a page; whatever is put into one as text is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

type Page = {
  site: Site;
  /** Path from this page to the root of the site: "" or "../../". */
  root: string;
  current: "home" | "resume" | undefined;
  title: string;
  description: string;
  body: Html;
};

/** Everything around a page's own part. There is no script, and nothing is fetched from elsewhere. */
export function page({ site, root, current, title, description, body }: Page): Html {
  const name = nameOf(site);
  const link = (to: string, id: Page["current"], words: string) =>
    html`<a href="${root}${to}"${id === current ? raw(' aria-current="page"') : ""}>${words}</a>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<meta name="description" content="${description.slice(0, 200)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<div class="wrap">
<nav aria-label="Pages">${link("index.html", "home", name)}${link("resume/index.html", "resume", "CV")}</nav>
<main id="main">
${body}
</main>
<footer><p class="soft">${name}${contact(site)}</p></footer>
</div>
</body>
</html>
`;
}

export function nameOf({ resume }: Pick<Site, "resume">): string {
  return resume.basics?.name?.trim() || "Portfolio";
}

function contact({ resume }: Site): Html {
  const email = resume.basics?.email;
  return email && /^[^\s@]+@[^\s@]+$/.test(email) ? html` · <a href="mailto:${email}">${email}</a>` : html``;
}

/** A link where the address is one that a browser may follow, else its words alone. */
export function linked(url: string | undefined, words: string): Html {
  const safe = url !== undefined && /^https?:\/\/[^\s"'<>]+$/i.test(url);
  return safe ? html`<a class="url" href="${url}" rel="noopener">${words}</a>` : html`${words}`;
}

/** Paragraphs, and lists where lines begin with a dash or an asterisk. Nothing else in a text has a meaning. */
export function prose(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) => {
      const lines = block.split("\n").map((line) => line.trim());
      if (!lines.every((line) => /^[-*•]\s+/.test(line))) return html`<p>${lines.join(" ")}</p>\n`;
      return html`<ul>${lines.map((line) => html`<li>${line.replace(/^[-*•]\s+/, "")}</li>`)}</ul>\n`;
    });
}

export function tags(words: readonly string[]): Html {
  if (words.length === 0) return html``;
  return html`<ul class="tags">${words.map((word) => html`<li>${word}</li>`)}</ul>\n`;
}

/** The first sentence or two, for a card. */
export function opening(text: string, most = 220): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  if (flat.length <= most) return flat;
  const cut = flat.slice(0, most);
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("? "), cut.lastIndexOf("! "));
  return end > most / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}
