import type { FailureCode } from "./failures.ts";

type Asked = { method: string; path: string; header: (name: string) => string | undefined };

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/**
 * Why a request must be refused, or undefined. This server runs code: a page of another site must reach it neither by a
 * name that was rebound to 127.0.0.1 (Host), nor by a form or a script (Origin, Sec-Fetch-Site).
 */
export function refusalOf({ method, path, header }: Asked, port: number): FailureCode | undefined {
  const host = header("host");
  const own = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  if (host === undefined || !own.includes(host.toLowerCase())) return "foreign-host";
  const site = header("sec-fetch-site");
  const fromElsewhere = site !== undefined && site !== "same-origin" && site !== "none";
  const origin = header("origin");
  if (origin !== undefined && origin !== `http://${host}`) return "foreign-origin";
  // A link from elsewhere may open a page; no other site may read the API or send it anything.
  if (fromElsewhere && (!SAFE_METHODS.has(method) || path.startsWith("/api/"))) return "foreign-origin";
  return undefined;
}
