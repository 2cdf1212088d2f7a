import { expect, test } from "vitest";
import { readLicence } from "./licence.ts";
import type { Reading } from "./reading.ts";

const licence = (text: string) =>
  readLicence({
    files: [{ path: "LICENSE", bytes: text.length }],
    texts: new Map([["LICENSE", text]]),
  } as unknown as Reading);

test("a licence is what it calls itself, whatever it speaks of further down", () => {
  const gpl = `GNU GENERAL PUBLIC LICENSE\n${"Version 2, June 1991.\n".repeat(20)}the GNU Lesser General Public License instead.`;
  expect(licence(gpl)).toMatchObject({ score: 1, said: "`LICENSE` holds a GPL licence.", evidence: [{ line: 1 }] });
  expect(licence("MIT License\n\nCopyright Ada").said).toContain("an MIT licence");
  expect(licence("Ask me first.")).toMatchObject({ score: 0.7 });
});
