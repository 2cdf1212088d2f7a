const SNIFFED = 8_192;

/** Bytes as text: UTF-8 or, with its mark, UTF-16; what is broken is replaced. Undefined where they are no text. */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, SNIFFED).includes(0)) return undefined;
  return new TextDecoder("utf-8").decode(bytes);
}
