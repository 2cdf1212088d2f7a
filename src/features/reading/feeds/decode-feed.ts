/** The text of a feed; `note` says where it was not in the encoding that it names. */
export type Decoded = { text: string; note: string | null };

const HEAD_BYTES = 1_024;

/** Decodes by the byte order mark, then by what the server says, then by what the XML says; UTF-8 where nothing is said. */
export function decodeFeed(bytes: Uint8Array, contentType: string): Decoded {
  const named = markOf(bytes) ?? charsetOf(contentType) ?? declaredIn(bytes) ?? "utf-8";
  const asNamed = decodeAs(bytes, named);
  if (asNamed !== undefined) return { text: asNamed, note: null };
  const [read, as] = firstOf(bytes);
  return { text: read, note: `It calls its encoding ${named.slice(0, 40)}, which it is not: read as ${as}.` };
}

function firstOf(bytes: Uint8Array): [text: string, as: string] {
  const utf8 = decodeAs(bytes, "utf-8");
  // every byte is a character of it, so this one never fails
  return utf8 === undefined ? [new TextDecoder("windows-1252").decode(bytes), "Windows-1252"] : [utf8, "UTF-8"];
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function charsetOf(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  return /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
}
