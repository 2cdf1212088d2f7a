import { inThread } from "../../../lib/in-thread.ts";
import { failed, type Result } from "../../../lib/result.ts";
import type { ListedFeed, ParsedFeed, ParseRequest } from "./parsed.ts";

const BOUNDS = { timeoutMs: 20_000, memoryMb: 512 };
const TOO_MUCH = "The file is made so that reading it takes too long or too much memory. It is not read.";

/** Reads a feed in a thread of its own, with bounds on its memory and time: it comes from who knows where. */
export function parseFeedApart(text: string, base: string): Promise<Result<ParsedFeed, string>> {
  return parseApart({ wanted: "feed", text, base });
}

export function parseOpmlApart(text: string): Promise<Result<ListedFeed[], string>> {
  return parseApart({ wanted: "opml", text });
}

async function parseApart<T>(request: ParseRequest): Promise<Result<T, string>> {
  const thread = new URL("./parse-thread.ts", import.meta.url);
  const said = await inThread<Result<T, string>>(thread, request, BOUNDS);
  return said.ok ? said.value : failed(TOO_MUCH);
}
