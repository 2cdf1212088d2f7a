import { Worker } from "node:worker_threads";
import { failed, type Result } from "../../../lib/result.ts";
import type { ListedFeed, ParsedFeed, ParseRequest } from "./parsed.ts";

const TIMEOUT_MS = 20_000;
const MEMORY_MB = 512;
const TOO_MUCH = "The file is made so that reading it takes too long or too much memory. It is not read.";

/** Reads a feed in a thread of its own, with bounds on its memory and time: it comes from who knows where. */
export function parseFeedApart(text: string, base: string): Promise<Result<ParsedFeed, string>> {
  return parseApart({ wanted: "feed", text, base });
}

export function parseOpmlApart(text: string): Promise<Result<ListedFeed[], string>> {
  return parseApart({ wanted: "opml", text });
}

async function parseApart<T>(request: ParseRequest): Promise<Result<T, string>> {
  const worker = new Worker(new URL("./parse-thread.ts", import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      late = setTimeout(() => resolve(failed(TOO_MUCH)), TIMEOUT_MS);
      worker.once("message", resolve);
      worker.once("error", () => resolve(failed(TOO_MUCH)));
      worker.once("exit", () => resolve(failed(TOO_MUCH)));
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
