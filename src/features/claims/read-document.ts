import { failed, ok, type Result } from "../../lib/result.ts";
import { isJsonResume, jsonResumeText } from "./model/json-resume-text.ts";
import { PDF_FAULT_SAID } from "./model/limits.ts";
import { isPdf, readPdf } from "./pdf/read-pdf.ts";
import { MOST_DOCUMENT_CHARACTERS } from "./schema.ts";

const MOST_SAID = `The text has more than ${MOST_DOCUMENT_CHARACTERS.toLocaleString("en")} characters. Give the CV alone.`;

/** The text of a file: a PDF laid out, a JSON Resume told as a CV, anything else as it stands. The reason of a failure is for people. */
export async function readDocument(bytes: Uint8Array): Promise<Result<string, string>> {
  if (isPdf(bytes)) {
    const read = await readPdf(bytes);
    return read.ok ? cleaned(read.value) : failed(PDF_FAULT_SAID[read.reason]);
  }
  if (bytes.includes(0)) return failed("The file is neither text nor PDF. Save it as PDF, Markdown or plain text.");
  try {
    return readText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return readText(new TextDecoder("windows-1252").decode(bytes));
  }
}

/** As `readDocument`, of what was pasted. */
export function readText(text: string): Result<string, string> {
  const json = /^\s*\{/u.test(text) ? parsed(text) : undefined;
  if (json === undefined) return cleaned(text);
  if (!isJsonResume(json))
    return failed(
      "The JSON is no JSON Resume: it has none of basics, work, projects and education. See jsonresume.org.",
    );
  return cleaned(jsonResumeText(json));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Text that every store keeps unchanged. */
function cleaned(text: string): Result<string, string> {
  const clean = text.replaceAll("\0", "").replaceAll(/\r\n?/gu, "\n").toWellFormed().trim();
  if (clean === "") return failed("There is no text in it.");
  return clean.length > MOST_DOCUMENT_CHARACTERS ? failed(MOST_SAID) : ok(clean);
}
