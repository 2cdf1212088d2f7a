const SNIFFED = 8_192;

/**
 * Bytes as text: UTF-8 or, with its mark, UTF-16; what is broken is replaced. Undefined where they are no text. A zero
 * further on is replaced too: it stands in no text that a person wrote, and ends one in many a program.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes);
    return text.slice(0, SNIFFED).includes("\0") ? undefined : text.replaceAll("\0", "\uFFFD");
  }
  if (bytes.subarray(0, SNIFFED).includes(0)) return undefined;
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text;
}
