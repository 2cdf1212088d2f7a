/** What a feed says, as plain text within bounds. */
export type ParsedEntry = {
  /** What tells it from the other entries of its feed: its id, else its link, else its title. */
  key: string;
  title: string;
  link: string | null;
  authors: string[];
  text: string;
  arxivId: string | null;
  publishedAt: string | null;
};
export type ParsedFeed = { title: string; entries: ParsedEntry[]; left: number };

/** What of a file is wanted; a list of feeds is OPML. */
export type ParseRequest = { wanted: "feed"; text: string; base: string } | { wanted: "opml"; text: string };
export type ListedFeed = { title: string; address: string };

/** The newest of a feed; more at once is an archive. */
export const MOST_ENTRIES = 500;
export const MOST_LISTED = 1_000;
