import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { failed, ok, type Result } from "../../../lib/result.ts";

/** The text of an answer, unpacked; more than `mostBytes` is refused while it comes, before it fills the memory. */
export async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Result<string, string>> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of unpacked(response)) {
      size += (piece as Buffer).length;
      if (size > mostBytes) return failed(`sent more than ${mostBytes / 1e6} MB, which is no job board`);
      pieces.push(piece as Buffer);
    }
  } catch {
    return failed("broke off its answer");
  } finally {
    response.destroy();
  }
  return ok(new TextDecoder().decode(Buffer.concat(pieces)));
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = unpackerOf(response.headers["content-encoding"]);
  if (unpack === undefined) return response;
  response.on("error", (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

function unpackerOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    default:
      return undefined;
  }
}
