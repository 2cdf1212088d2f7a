import type { z } from "zod";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { FailureCode } from "./failures.ts";
import type { Bytes, BytesBody } from "./route.ts";

export type Refused = { code: FailureCode; said?: string };

const MOST_BYTES = 1_000_000;

/** Reads and checks a JSON body; it is given up as soon as it is known to be too large. */
export async function readBody<T>(
  request: Request,
  schema: z.ZodType<T>,
  mostBytes: number = MOST_BYTES,
): Promise<Result<T, Refused>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) return failed({ code: "wrong-type" });
  const bytes = await readAtMost(request, mostBytes);
  if (!bytes) return failed({ code: "too-large", said: `The body is larger than ${mostBytes / 1e6} MB.` });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return failed({ code: "bad-json" });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return failed({ code: "bad-input", said: describeIssues(parsed.error) });
}

/** Reads a body as it is, up to its bound. */
export async function readBytes(
  request: Request,
  { types, mostBytes, wrongType, tooLarge }: BytesBody,
): Promise<Result<Bytes, Refused>> {
  const type = request.headers.get("content-type") ?? "";
  if (!types.test(type)) return failed({ code: wrongType });
  const bytes = await readAtMost(request, mostBytes);
  return bytes ? ok({ bytes, type }) : failed({ code: tooLarge });
}

async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function describeIssues({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`))
    .join(" ");
}
