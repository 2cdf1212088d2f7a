import { z } from "zod";
import { Entry, Feed, Paper, Review } from "./schema.ts";

/** Everything that is kept of one feed, or of one paper. */
export const WholeFeed = z.strictObject({ feed: Feed, entries: z.array(Entry) });
export type WholeFeed = z.infer<typeof WholeFeed>;
export const WholePaper = z.strictObject({ paper: Paper, reviews: z.array(Review) });
export type WholePaper = z.infer<typeof WholePaper>;
export const Archived = z.union([WholeFeed, WholePaper]);
export type Archived = z.infer<typeof Archived>;
