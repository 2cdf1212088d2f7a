import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../../tests/support/tiny-bank.ts";
import { buildSite } from "./build-site.ts";
import { readResume } from "./resume.ts";
import {
  fromResumeProject,
  resumeWith,
  type Site,
  type SiteProject,
  siteHoles,
  slugsOf,
  THEMES,
} from "./site-project.ts";
import { writeSite } from "./write-site.ts";

const project = (name: string, more: Partial<SiteProject> = {}): SiteProject => ({
  name,
  kind: "personal",
  url: "https://example.org/code",
  problem: "Bikes stand where nobody needs them.",
  approach: "A quantile forecast a station and hour.\n\n- gradient boosting\n- a rolling origin",
  tools: ["LightGBM", "DuckDB"],
  results: "Pinball loss 12 % below the seasonal mean on 4 held-out weeks.",
  learnings: "The weather forecast leaked: I had trained on the observed one.",
  ...more,
});
const site = (projects: SiteProject[], more: Partial<Site> = {}): Site => ({
  resume: { basics: { name: "Ada Example", email: "ada@example.org", summary: "Forecasts things." } },
  projects,
  theme: "paper",
  ...more,
});
const three = [project("Bikes"), project("Tides"), project("Queues")];

describe("the site", () => {
  test("tells each project in its five parts, on a page of its own that the front page leads to", async () => {
    const files = await buildSite(site(three));
    const page = files.get("projects/bikes/index.html") ?? "";
    for (const words of ["Problem", "Approach", "Tools", "Results", "What I learned", "<li>gradient boosting</li>"])
      expect(page).toContain(words);
    expect(files.get("index.html")).toContain('href="projects/bikes/index.html"');
    expect(siteHoles(site(three))).toEqual([]);
  });

  test("every link inside it leads to a file of it", async () => {
    const files = await buildSite(site(three));
    for (const [path, text] of files) {
      if (!path.endsWith(".html")) continue;
      for (const [, href = ""] of text.matchAll(/(?:href)="([^"]*)"/g)) {
        if (/^(?:https?:|mailto:|#|data:)/.test(href)) continue;
        const target = new URL(href, `http://site/${path}`).pathname.slice(1);
        expect(files.has(target), `${path} leads to ${target}`).toBe(true);
      }
    }
  });

  test("any text is text: no tag, attribute or address of it gets through", async () => {
    const nasty = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '"><script>alert(1)</script>',
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "' onload='x",
      ),
    );
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (name, text, url) => {
        const files = await buildSite(
          site([project(name, { problem: text, results: text, tools: [text], url })], {
            resume: {
              basics: { name, summary: text, email: text, profiles: [{ network: text, url }] },
              work: [{ name, url }],
            },
          }),
        );
        for (const [path, page] of files) {
          if (!path.endsWith(".html")) continue;
          expect(page).not.toMatch(/<script|<img|\son\w+\s*=\s*["']|href="javascript:/i);
          expect(page.match(/<h1>/g)).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("has two themes, each for light, dark and paper, and fetches nothing from elsewhere", async () => {
    const styles = await Promise.all(
      THEMES.map(async (theme) => (await buildSite(site(three, { theme }))).get("style.css")),
    );
    expect(new Set(styles).size).toBe(2);
    for (const style of styles) {
      expect(style).toContain("prefers-color-scheme:dark");
      expect(style).toContain("@media print");
      expect(style).not.toMatch(/url\(|@import/);
    }
  });

  test("says what an interviewer would miss", () => {
    const holes = siteHoles(site([project("Bikes", { results: "It works well.", learnings: "" })], { resume: {} }));
    expect(holes.join("\n")).toContain("no name");
    expect(holes.join("\n")).toContain("three to five");
    expect(holes.join("\n")).toContain("Bikes has nothing under “What I learned”.");
    expect(holes.join("\n")).toContain("The results of Bikes have no figure.");
  });

  test("gives every project an address of its own, whatever its name", () => {
    expect(slugsOf([project("Über Bikes!"), project("uber bikes"), project("日本")])).toEqual([
      "uber-bikes",
      "uber-bikes-2",
      "project-3",
    ]);
  });
});

describe("JSON Resume", () => {
  test("comes out with what it brought in, known or not, and the told projects", () => {
    const text = JSON.stringify({ basics: { name: "Ada", x: 1 }, interests: [{ name: "tides" }], meta: { v: "1" } });
    const read = readResume(text);
    if (!read.ok) throw new Error(read.reason);
    expect(resumeWith({ resume: read.value, projects: [] })).toEqual(JSON.parse(text));
    const out = resumeWith({ resume: read.value, projects: three });
    expect(out).toMatchObject({
      interests: [{ name: "tides" }],
      projects: [{ name: "Bikes", keywords: ["LightGBM", "DuckDB"] }, {}, {}],
    });
  });

  test("a told project goes out and comes back", () => {
    const [told] = resumeWith({ resume: {}, projects: [project("Bikes")] }).projects ?? [];
    expect(fromResumeProject(told ?? {})).toEqual({ ...project("Bikes"), kind: "work" });
  });

  test("what is none is told of", () => {
    expect(readResume("{")).toMatchObject({ ok: false });
    expect(readResume('{"work": 3}')).toMatchObject({ ok: false, reason: expect.stringContaining("work") });
  });
});

describe("writing it", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder[Symbol.dispose]());

  test("replaces an earlier site, takes away pages of projects that are gone, and leaves other files alone", async () => {
    const out = join(folder.path, "site");
    expect(await writeSite(await buildSite(site(three)), out)).toMatchObject({ ok: true });
    writeFileSync(join(out, "CNAME"), "example.org");
    expect(await writeSite(await buildSite(site([project("Bikes")])), out)).toMatchObject({ ok: true });
    expect(existsSync(join(out, "projects/tides/index.html"))).toBe(false);
    expect(readFileSync(join(out, "CNAME"), "utf8")).toBe("example.org");
  });

  test.each(["index.html", "projects", "resume", "style.css", ".holdout-site.json"])(
    "writes nothing through a link: %s",
    async (name) => {
      const out = join(folder.path, "site");
      const outside = join(folder.path, "outside");
      mkdirSync(out);
      mkdirSync(outside);
      const isFolder = !name.includes(".");
      const target = isFolder ? outside : join(outside, "new");
      symlinkSync(target, join(out, name));
      const written = await writeSite(await buildSite(site(three)), out);
      expect(written).toMatchObject({ ok: false, reason: expect.stringContaining(`${name}, which is a link`) });
      expect(readdirSync(outside)).toEqual([]);
      expect(readdirSync(out)).toEqual([name]);
    },
  );

  test("takes away nothing through a link that came later", async () => {
    const out = join(folder.path, "site");
    const outside = join(folder.path, "outside");
    await writeSite(await buildSite(site(three)), out);
    renameSync(join(out, "projects"), outside);
    symlinkSync(outside, join(out, "projects"));
    const written = await writeSite(await buildSite(site([])), out);
    expect(written).toMatchObject({ ok: false, reason: expect.stringContaining("link") });
    expect(readdirSync(outside)).toHaveLength(3);
  });

  test.each(["{", '{"files": ["../../etc/passwd"]}', '{"version": 3}'])(
    "takes a list that is none of its own for somebody else's: %s",
    async (text) => {
      const out = join(folder.path, "site");
      mkdirSync(out);
      writeFileSync(join(out, ".holdout-site.json"), text);
      const written = await writeSite(await buildSite(site(three)), out);
      expect(written).toMatchObject({ ok: false, reason: expect.stringContaining("no list of a site") });
      expect(readFileSync(join(out, ".holdout-site.json"), "utf8")).toBe(text);
      expect(readdirSync(out)).toHaveLength(1);
    },
  );

  test("writes nothing where it would overwrite a file that is not its own", async () => {
    mkdirSync(join(folder.path, "site"));
    writeFileSync(join(folder.path, "site", "index.html"), "mine");
    const written = await writeSite(await buildSite(site(three)), join(folder.path, "site"));
    expect(written).toMatchObject({ ok: false, reason: expect.stringContaining("index.html") });
    expect(existsSync(join(folder.path, "site", "style.css"))).toBe(false);
  });
});
