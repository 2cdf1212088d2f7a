/** The part of bytes that a Range header asks for: Safari plays nothing that is not served so. Several parts at once are served whole. */
export async function inRange(whole: Response, asked: string | undefined): Promise<Response> {
  if (whole.status !== 200) return whole;
  whole.headers.set("accept-ranges", "bytes");
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? "") ?? [];
  if (first === "" && last === "") return whole;
  const bytes = await whole.arrayBuffer();
  const length = bytes.byteLength;
  const headers = new Headers(whole.headers);
  // without a first place the last so many bytes are meant
  const from = first === "" ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === "" || last === "" ? length - 1 : Math.min(Number(last), length - 1);
  if (from > to) {
    headers.set("content-range", `bytes */${length}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("content-range", `bytes ${from}-${to}/${length}`);
  return new Response(bytes.slice(from, to + 1), { status: 206, headers });
}
