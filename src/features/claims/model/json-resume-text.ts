/** What of a JSON Resume (jsonresume.org) makes claims, in the order in which a CV tells it. */
const SECTIONS = ["work", "volunteer", "projects", "education", "awards", "certificates", "publications"] as const;
const TITLES = [
  "position",
  "studyType",
  "area",
  "name",
  "title",
  "organization",
  "institution",
  "publisher",
  "awarder",
];
const SAYS = ["summary", "description"];

type Json = Record<string, unknown>;

/** Whether some JSON is a résumé in the open format. */
export function isJsonResume(json: unknown): json is Json {
  if (!isObject(json)) return false;
  return isObject(json.basics) || SECTIONS.some((section) => Array.isArray(json[section]));
}

/** A JSON Resume as the text of a CV: a heading an entry, a line a highlight. What is of another shape is left out. */
export function jsonResumeText(resume: Json): string {
  const basics = isObject(resume.basics) ? resume.basics : {};
  const top = [heading(1, basics.name), text(basics.label), text(basics.summary)];
  const sections = SECTIONS.flatMap((section) => {
    const entries = Array.isArray(resume[section]) ? resume[section].filter(isObject) : [];
    return entries.length === 0
      ? []
      : [heading(2, section.charAt(0).toUpperCase() + section.slice(1)), ...entries.map(entryText)];
  });
  return [...top, ...sections].filter((part) => part !== "").join("\n\n");
}

function entryText(entry: Json): string {
  const title = TITLES.map((key) => text(entry[key])).filter((part) => part !== "");
  const score = text(entry.score) === "" ? "" : `GPA: ${text(entry.score)}`;
  const says = SAYS.map((key) => text(entry[key]));
  const lists = [entry.highlights, entry.courses].flatMap((list) => (Array.isArray(list) ? list.map(text) : []));
  const items = lists.filter((item) => item !== "").map((item) => `- ${item}`);
  return [heading(3, title.join(", ")), score, ...says, ...items].filter((part) => part !== "").join("\n");
}

function heading(level: number, of: unknown): string {
  return text(of) === "" ? "" : `${"#".repeat(level)} ${text(of)}`;
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).replaceAll(/\s+/gu, " ").trim() : "";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
