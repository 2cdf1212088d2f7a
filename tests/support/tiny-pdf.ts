/** A run of text on a page: points, from the lower left corner. */
export type PdfText = { x: number; y: number; text: string; size?: number };

type TinyPdf = { pages: readonly (readonly PdfText[])[]; locked?: true };

/** A small PDF, written by hand: one font, uncompressed, its cross-reference table right. */
export function tinyPdf({ pages, locked }: TinyPdf): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(" ");
  objects.push("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const [at, texts] of pages.entries()) {
    const stream = texts.map(drawn).join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let body = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [at, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const lock = locked ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${HEX}> /U <${HEX}> /P -4 >> /ID [<00><00>]` : "";
  const text = `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R${lock} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** Lines of text below one another, as most CVs are written. */
export function linesOfPdf(lines: readonly string[], { x = 72, top = 780, apart = 16 } = {}): PdfText[] {
  return lines.flatMap((text, at) => (text === "" ? [] : [{ x, y: top - at * apart, text }]));
}

// No password fits this one.
const HEX = "ab".repeat(32);

function drawn({ x, y, text, size = 11 }: PdfText): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replaceAll(/[\\()]/gu, (character) => `\\${character}`)}) Tj ET`;
}
