import { sql } from "kysely";
import { searchTerms } from "../../lib/search-terms.ts";
import type { Store } from "./store.ts";

/** What full-text search finds: `title` weighs more than `body`. */
export type SearchDocument = { id: string; title: string; body: string };

/** Puts documents in the place of all that were there, unless they are there already, as `version` tells. */
export async function replaceDocuments(
  { db }: Store,
  version: string,
  documents: readonly SearchDocument[],
): Promise<void> {
  const known = await sql<{ version: string }>`select version from search_version`.execute(db);
  if (known.rows[0]?.version === version) return;
  await db.transaction().execute(async (transaction) => {
    await sql`delete from search_document`.execute(transaction);
    await sql`delete from search_version`.execute(transaction);
    for (const { id, title, body } of documents)
      await sql`insert into search_document (id, title, body) values (${id}, ${title}, ${body})`.execute(transaction);
    await sql`insert into search_version (version) values (${version})`.execute(transaction);
  });
}

/** Documents with every word (the last one may be unfinished), best first. The excerpt has found words between « and ». */
export async function searchDocuments(
  { db, engine }: Store,
  typed: string,
  most: number,
): Promise<{ id: string; excerpt: string }[]> {
  const words = searchTerms(typed);
  if (words.length === 0) return [];
  if (engine === "sqlite") {
    const query = words.map((word, at) => `"${word}"${at === words.length - 1 ? "*" : ""}`).join(" ");
    const found = await sql<{ id: string; excerpt: string }>`
      select id, snippet(search_document, 2, '«', '»', '…', 16) as excerpt
      from search_document where search_document match ${query}
      order by bm25(search_document, 0, 4, 1), id limit ${most}`.execute(db);
    return found.rows;
  }
  const query = words.map((word, at) => `${word}${at === words.length - 1 ? ":*" : ""}`).join(" & ");
  const found = await sql<{ id: string; excerpt: string }>`
    select id, ts_headline('english', body, query, 'StartSel=«, StopSel=», MaxFragments=1, MaxWords=16, MinWords=8') as excerpt
    from search_document, to_tsquery('english', ${query}) query
    where words @@ query order by ts_rank(words, query) desc, id limit ${most}`.execute(db);
  return found.rows;
}
