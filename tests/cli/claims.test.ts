import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Finding, LedgerClaim } from "../../src/features/claims/schema.ts";
import { holdout } from "../support/cli.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { linesOfPdf, tinyPdf } from "../support/tiny-pdf.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const run = (...args: string[]) => holdout(["claims", ...args], { HOLDOUT_HOME: join(folder.path, "home") });

function asData(out: string): { claims: LedgerClaim[]; findings: Finding[] } {
  return JSON.parse(out) as { claims: LedgerClaim[]; findings: Finding[] };
}

test("files are held against each other, nothing is kept, and an open finding exits with 1", () => {
  const cv = write(
    "cv.pdf",
    tinyPdf({ pages: [linesOfPdf(["- Plant disease classifier with an accuracy of 0.97."])] }),
  );
  const readme = write("README.md", "# plants\n\nClassifies plant diseases.\nThe accuracy on the test set is 0.94.\n");
  const ran = run(cv, readme, "--json");
  expect(ran.code).toBe(1);
  const { claims, findings } = asData(ran.out);
  expect(claims.map(({ source, figure, value, metric }) => [source, figure, value, metric])).toEqual([
    [cv, "0.97", 0.97, "accuracy"],
    [readme, "0.94", 0.94, "accuracy"],
  ]);
  expect(findings).toMatchObject([
    {
      kind: "two-values",
      places: [
        { source: cv, line: 1, quote: "- Plant disease classifier with an accuracy of 0.97." },
        { source: readme, line: 4, quote: "The accuracy on the test set is 0.94." },
      ],
    },
  ]);
  expect(asData(run("--json").out)).toEqual({ claims: [], findings: [] });
});

test("texts that agree exit with 0", () => {
  const cv = write(
    "cv.json",
    JSON.stringify({ projects: [{ name: "plants", highlights: ["Plant disease accuracy: 94 %."] }] }),
  );
  const readme = write("README.md", "Plant disease classifier, accuracy 0.94 on the test set.");
  const ran = run(cv, readme);
  expect(ran.out).toContain("0 findings");
  expect(ran.code).toBe(0);
});

test("in words each finding has its mend and its places", () => {
  const cv = write("resume.md", "- Improved revenue by 300 %.");
  const { out, code } = run(cv);
  expect(code).toBe(1);
  expect(out).toContain("Give the value before and the value after.");
  expect(out).toContain(`${cv}:1  - Improved revenue by 300 %.`);
});

test("what cannot be read is wrong usage, all faults at once", () => {
  const locked = write("locked.pdf", tinyPdf({ pages: [linesOfPdf(["x"])], locked: true }));
  const noResume = write("a.json", "{}");
  const { code, err } = run(locked, noResume);
  expect(code).toBe(2);
  expect(err).toContain("locked with a password");
  expect(err).toContain("no JSON Resume");
  expect(run(join(folder.path, "gone.md"))).toMatchObject({ code: 2 });
  expect(run(folder.path)).toMatchObject({ code: 2 });
});
