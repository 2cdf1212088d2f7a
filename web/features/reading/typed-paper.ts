import type { Paper, PaperBody } from "./types.ts";

/** A paper as it is typed. */
export type TypedPaper = { title: string; authors: string; where: string };

export const NO_PAPER: TypedPaper = { title: "", authors: "", where: "" };

/** An address has a dot and a slash or begins as one; what else stands there is an id of arXiv. */
const ADDRESS = /^(?:[a-z]+:\/\/|[^\s/]+\.[a-z]{2,}(?:\/|$))/i;

export function bodyOf({ title, authors, where }: TypedPaper): PaperBody {
  const found = where.trim();
  const names = authors.split(/[,;\n]/).flatMap((name) => name.trim() || []);
  const url = ADDRESS.test(found) ? found : null;
  return { title, authors: names, url, arxivId: url === null && found !== "" ? found : null };
}

export function typedOf({ title, authors, url, arxivId }: Paper): TypedPaper {
  return { title, authors: authors.join(", "), where: url ?? arxivId ?? "" };
}
