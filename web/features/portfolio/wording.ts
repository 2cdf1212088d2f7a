import type { Origin, ProjectKind } from "./types.ts";

export const KIND_NAMES: Record<ProjectKind, string> = {
  "open-source": "Open source",
  personal: "Personal",
  kaggle: "Kaggle",
  work: "Work",
};

/** Where a project is read from, in short. */
export function originText(origin: Origin): string {
  switch (origin.kind) {
    case "folder":
      return origin.path;
    case "url":
      return origin.url;
    case "told":
      return "told, without code";
  }
}

/** What was typed: an address, else a folder. */
export function originOf(typed: string): Origin {
  const text = typed.trim();
  if (/^[a-z][a-z+.-]*:\/\//i.test(text)) return { kind: "url", url: text };
  if (/^(?:www\.)?(?:github|gitlab|codeberg|bitbucket)\.(?:com|org)\/\S+/i.test(text))
    return { kind: "url", url: `https://${text}` };
  return { kind: "folder", path: text };
}
