const ID = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})`;
const NAMED = new RegExp(String.raw`(?:arxiv\.org/(?:abs|pdf|html)/|arxiv[:.])\s*${ID}(?:v\d+)?`, "i");
const BARE = new RegExp(String.raw`^${ID}(?:v\d+)?$`);

/** The id of arXiv that a link or a feed's id names, without its version. */
export function arxivIdIn(text: string): string | undefined {
  return NAMED.exec(text)?.[1];
}

/** The id that somebody typed: bare, with its version, or as a link. */
export function typedArxivId(typed: string): string | undefined {
  return BARE.exec(typed.trim())?.[1] ?? arxivIdIn(typed);
}

export function arxivLink(id: string): string {
  return `https://arxiv.org/abs/${id}`;
}

/** arXiv asks for three seconds between requests. */
export function isArxiv(hostname: string): boolean {
  return /(?:^|\.)arxiv\.org$/i.test(hostname);
}
