import { expect, test } from "vitest";
import { linesOfPdf, type PdfText, tinyPdf } from "../../../tests/support/tiny-pdf.ts";
import { MOST_PDF_BYTES, PDF_FAULT_SAID } from "./model/limits.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { readDocument, readText } from "./read-document.ts";

const bytes = (text: string) => Buffer.from(text, "utf8");

test("a PDF is read line by line", async () => {
  const lines = ["Anna Example", "", "- Cut p99 latency from 120 ms to 80 ms (by 33 %).", "- Led a team of four."];
  expect(await readDocument(tinyPdf({ pages: [linesOfPdf(lines), linesOfPdf(["Second page"])] }))).toEqual({
    ok: true,
    value: "Anna Example\n\n- Cut p99 latency from 120 ms to 80 ms (by 33 %).\n- Led a team of four.\n\nSecond page",
  });
});

test("columns are read one after the other, dates at the margin stay in their line", async () => {
  const left = linesOfPdf(["Skills", "Python and SQL", "PyTorch and JAX", "Kubernetes", "Airflow"], { top: 770 });
  const right = linesOfPdf(
    ["Experience at the bank", "Cut p99 latency from 120 ms", "to 80 ms in ranking.", "Led a team of four."],
    { x: 300, top: 770 },
  );
  const title: PdfText = {
    x: 72,
    y: 800,
    text: "Anna Example, who has a title that runs over both columns of it",
    size: 14,
  };
  const columns = await readDocument(tinyPdf({ pages: [[title, ...right, ...left]] }));
  expect(columns.ok && columns.value.split("\n").filter(Boolean)).toEqual([
    title.text,
    ...left.map(({ text }) => text),
    ...right.map(({ text }) => text),
  ]);

  const entries = linesOfPdf(["Engineer, Bank", "Raised recall to 0.84", "Scientist, Shop", "Cut costs by 40 %"]);
  const dates = [
    { x: 470, y: 780, text: "2021-2023" },
    { x: 470, y: 748, text: "2019-2021" },
  ];
  const dated = await readDocument(tinyPdf({ pages: [[...entries, ...dates]] }));
  expect(dated.ok && dated.value).toContain("Engineer, Bank 2021-2023\nRaised recall to 0.84");
});

test.each([
  ["encrypted", tinyPdf({ pages: [linesOfPdf(["x"])], locked: true })],
  ["no-text", tinyPdf({ pages: [[]] })],
  ["too-many-pages", tinyPdf({ pages: Array.from({ length: 51 }, () => linesOfPdf(["x"])) })],
  ["broken", bytes("%PDF-1.4 and nothing more")],
  ["broken", tinyPdf({ pages: [linesOfPdf(["x"])] }).subarray(0, 200)],
  ["too-large", Buffer.concat([bytes("%PDF-1.4"), Buffer.alloc(MOST_PDF_BYTES)])],
] as const)("a PDF that cannot be read is refused in words: %s", async (fault, file) => {
  expect(await readDocument(file)).toEqual({ ok: false, reason: PDF_FAULT_SAID[fault] });
});

test("a PDF that takes too long is given up", async () => {
  const slow = tinyPdf({ pages: [linesOfPdf(["x"])] });
  expect(await readPdf(slow, { timeoutMs: 0 })).toEqual({ ok: false, reason: "too-slow" });
});

test("a JSON Resume is read as the CV that it is", () => {
  const resume = {
    basics: { name: "Anna", summary: "Five years in fraud." },
    work: [{ name: "Bank", position: "Engineer", highlights: ["Raised recall to 0.84.", 7, null] }],
    projects: [{ name: "plants", description: "Accuracy of 0.94." }],
    education: [{ institution: "TU", area: "Statistics", score: "3.9" }],
    skills: "not a list",
  };
  const read = readText(JSON.stringify(resume));
  expect(read.ok && read.value).toBe(
    [
      "# Anna",
      "Five years in fraud.",
      "## Work",
      "### Engineer, Bank\n- Raised recall to 0.84.\n- 7",
      "## Projects",
      "### plants\nAccuracy of 0.94.",
      "## Education",
      "### Statistics, TU\nGPA: 3.9",
    ].join("\n\n"),
  );
});

test("what is neither text nor PDF is refused, other encodings are read", async () => {
  expect(await readDocument(Buffer.from([1, 0, 2]))).toMatchObject({
    ok: false,
    reason: expect.stringContaining("neither"),
  });
  expect(await readDocument(bytes('{"a": 1}'))).toMatchObject({
    ok: false,
    reason: expect.stringContaining("JSON Resume"),
  });
  expect(await readDocument(bytes("  \n"))).toMatchObject({ ok: false });
  expect(await readDocument(Buffer.from("Lohn: 5 \x80", "latin1"))).toEqual({ ok: true, value: "Lohn: 5 €" });
  expect(await readDocument(bytes("{ not json"))).toEqual({ ok: true, value: "{ not json" });
});
