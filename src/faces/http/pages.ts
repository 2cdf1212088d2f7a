import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const COMPRESSED = new Set([".html", ".js", ".css", ".json", ".webmanifest", ".svg", ".txt"]);
const NONCE_MARK = "__CSP_NONCE__";

type Asked = { path: string; encodings: string; nonce: string };
type Kept = {
  modified: number;
  bytes: Uint8Array<ArrayBuffer>;
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
};

/** The built web app: files of `webDir`, and its index for every address that the app's own router knows. */
export function createPages(webDir: string): (asked: Asked) => Promise<Response | undefined> {
  const files = new Map<string, Kept>();

  async function kept(name: string): Promise<Kept | undefined> {
    const path = normalize(join(webDir, name));
    if (!path.startsWith(webDir) || name.includes("\0")) return undefined;
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = files.get(path);
    if (known?.modified === found.mtimeMs) return known;
    const read: Kept = { modified: found.mtimeMs, bytes: new Uint8Array(await readFile(path)) };
    files.set(path, read);
    return read;
  }

  async function index(nonce: string): Promise<Response> {
    const page = await kept("index.html");
    const html = page ? new TextDecoder().decode(page.bytes).replaceAll(NONCE_MARK, nonce) : NOT_BUILT;
    const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
    return new Response(html, { status: page ? 200 : 503, headers });
  }

  return async ({ path, encodings, nonce }) => {
    if (path === "/" || path === "/index.html") return index(nonce);
    const file = await kept(path);
    if (file) return fileResponse(path, file, encodings);
    return path.startsWith("/assets/") || extname(path) !== "" ? undefined : index(nonce);
  };
}

async function fileResponse(path: string, file: Kept, encodings: string): Promise<Response> {
  const extension = extname(path);
  const headers = new Headers({
    "content-type": TYPES[extension] ?? "application/octet-stream",
    // names in assets/ carry a hash of their content
    "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
  });
  if (!COMPRESSED.has(extension)) return new Response(file.bytes, { headers });
  const encoding = /\bbr\b/.test(encodings) ? "br" : /\bgzip\b/.test(encodings) ? "gzip" : undefined;
  if (!encoding) return new Response(file.bytes, { headers });
  headers.set("content-encoding", encoding);
  file[encoding] ??= new Uint8Array(await compress[encoding](file.bytes));
  return new Response(file[encoding], { headers });
}

// Once a file, then kept: not the best ratio there is, but near it and quick.
const BROTLI_QUALITY = 8;
const compress = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
};

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Holdout</title>
<p>The pages are not built yet. Run <code>npm start</code>, which builds them. The API answers at <code>/api/health</code>.</p></html>
`;
