import { getDocument, type PDFDocumentProxy } from "unpdf/pdfjs";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { MOST_PDF_PAGES, type PdfFault } from "../model/limits.ts";
import { layOutPage, type PlacedText } from "./lay-out-page.ts";

/** The text of a PDF, laid out line by line, its pages apart. Runs no script of the file and fetches nothing. */
export async function textOfPdf(bytes: Uint8Array): Promise<Result<string, PdfFault>> {
  let pdf: PDFDocumentProxy;
  try {
    pdf = await getDocument({
      data: bytes,
      disableFontFace: true,
      enableXfa: false,
      isEvalSupported: false,
      useSystemFonts: false,
      useWorkerFetch: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    return failed((error as Error).name === "PasswordException" ? "encrypted" : "broken");
  }
  if (pdf.numPages > MOST_PDF_PAGES) return failed("too-many-pages");
  try {
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(layOutPage(await placedTexts(pdf, number)));
    const text = pages.filter((page) => page !== "").join("\n\n");
    return text === "" ? failed("no-text") : ok(text);
  } catch {
    return failed("broken");
  }
}

async function placedTexts(pdf: PDFDocumentProxy, number: number): Promise<PlacedText[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item)) return [];
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[];
    // the size of the type is what its matrix scales by, turned or not
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height || 10 }];
  });
}
