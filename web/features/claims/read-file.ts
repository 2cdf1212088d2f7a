import { MOST_PDF_BYTES } from "../../../src/features/claims/model/limits.ts";
import { ApiError } from "../../api/client.ts";
import type { DocumentBody, DocumentKind } from "./types.ts";

const TOO_LARGE = {
  code: "too-large",
  status: 0,
  message: `The file is larger than ${MOST_PDF_BYTES / 1e6} MB.`,
  mend: "Export it without pictures, or paste its text.",
};

/** A file as it is sent: in base64, and the server says what it is. */
export async function bodyOfFile(file: File, kind: DocumentKind): Promise<DocumentBody> {
  if (file.size > MOST_PDF_BYTES) throw new ApiError(TOO_LARGE);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name.slice(0, 120) || "A file", kind, file: base64Of(bytes) };
}

const CHUNK = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  // in pieces: the arguments of a call are limited
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
