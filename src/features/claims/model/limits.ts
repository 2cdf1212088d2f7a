/** What a CV never needs more of. */
export const MOST_PDF_BYTES = 10_000_000;
export const MOST_PDF_PAGES = 50;
export const PDF_TIMEOUT_MS = 20_000;
export const PDF_MEMORY_MB = 512;

export type PdfFault = "too-large" | "too-many-pages" | "encrypted" | "broken" | "no-text" | "too-slow";

/** What is wrong with a PDF, and the mend. */
export const PDF_FAULT_SAID: Record<PdfFault, string> = {
  "too-large": `The PDF is larger than ${MOST_PDF_BYTES / 1e6} MB. Export it without pictures, or paste its text.`,
  "too-many-pages": `The PDF has more than ${MOST_PDF_PAGES} pages. Export the pages of the CV alone.`,
  encrypted: "The PDF is locked with a password. Save it without one, or paste its text.",
  broken: "The file is no PDF that can be read: it may be cut off. Export it anew, or paste its text.",
  "no-text": "The PDF holds pictures and no text, as a scan does. Export it from the program it was written in.",
  "too-slow": "Reading the PDF took too long and was given up. Export it anew, or paste its text.",
};
