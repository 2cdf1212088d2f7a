import { parseJson } from "../../../lib/parse-json.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { SourceKind } from "../schema.ts";
import { readAshby } from "./ashby.ts";
import type { BoardReading } from "./board-reading.ts";
import { readGreenhouse } from "./greenhouse.ts";
import { readJsonLd } from "./json-ld.ts";
import { jsonLdBlocks } from "./json-ld-blocks.ts";
import { readLever } from "./lever.ts";

export type Board = { kind: SourceKind; board: string };

/** What a board's answer says. The reason of a failure is for people: the end of "The board …". */
export function readBoard({ kind, board }: Board, body: string): Result<BoardReading, string> {
  if (kind === "page") {
    const page = readJsonLd(body, board);
    if (page) return ok(page);
    const { broken } = jsonLdBlocks(body);
    return failed(broken > 0 ? "has JSON-LD that cannot be read" : "has no JobPosting as JSON-LD");
  }
  const json = parseJson(body);
  if (json === undefined)
    return failed(/^\s*</.test(body) ? "sent a page where JSON was expected" : "sent JSON that breaks off or is none");
  const read = readJson(kind, json, board);
  return read ? ok(read) : failed("sent JSON without a list of jobs");
}

function readJson(kind: Exclude<SourceKind, "page">, json: unknown, board: string): BoardReading | undefined {
  switch (kind) {
    case "greenhouse":
      return readGreenhouse(json, board);
    case "lever":
    case "lever-eu":
      return readLever(json, board);
    case "ashby":
      return readAshby(json, board);
  }
}
