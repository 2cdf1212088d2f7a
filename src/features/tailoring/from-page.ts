import { Parser } from "htmlparser2";
import { z } from "zod";
import { textOfPageHtml } from "./from-html.ts";

/** What schema.org's JobPosting has of a posting's words. */
const JobPosting = z.object({
  title: z.string().catch(""),
  hiringOrganization: z.object({ name: z.string().catch("") }).catch({ name: "" }),
  description: z.string().catch(""),
  responsibilities: z.string().catch(""),
  qualifications: z.string().catch(""),
  skills: z.string().catch(""),
});

/** The text of a page: of the JobPosting in it (JSON-LD) where there is one, else of the page itself. */
export function textOfPage(html: string): string {
  for (const script of linkedData(html)) {
    const posting = postingIn(script);
    if (posting) return posting;
  }
  return textOfPageHtml(html);
}

function linkedData(html: string): string[] {
  const scripts: string[] = [];
  let inside = false;
  const parser = new Parser({
    onopentag(name, { type }) {
      inside = name === "script" && /^application\/ld\+json/i.test(type ?? "");
      if (inside) scripts.push("");
    },
    ontext(said) {
      if (inside) scripts.push(`${scripts.pop() ?? ""}${said}`);
    },
    onclosetag() {
      inside = false;
    },
  });
  parser.end(html);
  return scripts;
}

function postingIn(script: string): string | undefined {
  try {
    const found = partsOf(JSON.parse(script)).find(isPosting);
    if (!found) return undefined;
    const { title, hiringOrganization, description, responsibilities, qualifications, skills } =
      JobPosting.parse(found);
    if (description === "") return undefined;
    const more = [
      ["Responsibilities", responsibilities],
      ["Qualifications", qualifications],
      ["Skills", skills],
    ].flatMap(([heading, said = ""]) =>
      said === "" || description.includes(said) ? [] : [`${heading}:`, textOfPageHtml(said)],
    );
    // some boards escape the HTML once more
    const plain = textOfPageHtml(/&lt;\w/.test(description) ? textOfPageHtml(description) : description);
    return [title, hiringOrganization.name, plain, ...more].filter((each) => each !== "").join("\n\n");
  } catch {
    return undefined;
  }
}

/** The objects that stand beside each other in linked data: alone, in a list, or in a graph. */
function partsOf(data: unknown): unknown[] {
  if (Array.isArray(data)) return data.flatMap(partsOf);
  if (typeof data !== "object" || data === null) return [];
  return "@graph" in data ? partsOf(data["@graph"]) : [data];
}

function isPosting(part: unknown): boolean {
  if (typeof part !== "object" || part === null || !("@type" in part)) return false;
  const type = part["@type"];
  return type === "JobPosting" || (Array.isArray(type) && type.includes("JobPosting"));
}
