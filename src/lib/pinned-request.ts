import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

export type Pinned = {
  /** The numbers that were checked: the name must lead there, whatever it means a moment later. */
  numbers: readonly string[];
  headers: OutgoingHttpHeaders;
  signal: AbortSignal;
};

/** Asks for a page at the numbers of its host that were checked, and follows nothing. It throws where none answers. */
export function askPinned(url: URL, { numbers, headers, signal }: Pinned): Promise<IncomingMessage> {
  const all = numbers.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, all);
    else done(null, all[0]?.address ?? "", all[0]?.family ?? 4);
  };
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  // a connection of its own: one that is kept open may have been made under other rules
  const options = { headers: { ...headers, "accept-encoding": "gzip, deflate, br" }, signal, agent: false, lookup };
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on("error", reject).end();
  });
}

/** The body, unpacked; undefined as soon as it is known to be more than `mostBytes`. It throws where it breaks off. */
export async function bytesOf(response: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of unpacked(response) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > mostBytes) return undefined;
      pieces.push(piece);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(pieces);
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = unpackerOf(response.headers["content-encoding"]);
  // whoever reads is told of the failure by what it reads
  return unpack === undefined ? response : pipeline(response, unpack, () => undefined);
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
