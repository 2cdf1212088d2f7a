import { inThread } from "../../../lib/in-thread.ts";
import { failed, type Result } from "../../../lib/result.ts";
import { MOST_PDF_BYTES, PDF_MEMORY_MB, PDF_TIMEOUT_MS, type PdfFault } from "../model/limits.ts";

const MAGIC = "%PDF-";
// The header may stand behind some other bytes.
const MAGIC_WITHIN = 1024;

/** Whether a file calls itself a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAGIC_WITHIN)).includes(MAGIC);
}

/** Reads a PDF in a thread of its own, with bounds on its memory and time: it comes from who knows where. */
export async function readPdf(
  bytes: Uint8Array,
  { timeoutMs = PDF_TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<Result<string, PdfFault>> {
  if (bytes.length > MOST_PDF_BYTES) return failed("too-large");
  if (!isPdf(bytes)) return failed("broken");
  const thread = new URL("./pdf-thread.ts", import.meta.url);
  const bounds = { timeoutMs, memoryMb: PDF_MEMORY_MB };
  const said = await inThread<Result<string, PdfFault>>(thread, new Uint8Array(bytes), bounds);
  return said.ok ? said.value : said;
}
