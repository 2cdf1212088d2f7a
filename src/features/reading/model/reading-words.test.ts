import { expect, test } from "vitest";
import { loadBank } from "../../../shared/content/bank.ts";
import { typedArxivId } from "./arxiv.ts";
import { NO_NOTES } from "./notes.ts";
import { notesMarkdown } from "./notes-markdown.ts";
import { otherFigures } from "./other-figures.ts";
import { memoryOf } from "./schedule.ts";
import { skillFinder } from "./skill-words.ts";
import { webAddress } from "./web-address.ts";

const skills = [...loadBank("content").skills.values()];
const find = skillFinder(skills);
const named = (text: string) => find(text).map(({ id }) => id);

test.each([
  ["Two-bit Quantization of KV Caches", ["genai.kv-cache", "genai.quantisation"]],
  ["Direct preference optimization without a reward model", ["genai.preference-optimisation"]],
  ["Transformers are RNNs", ["deep-learning.transformers"]],
  ["An A/B test of retrieval-augmented answers", ["evaluation.ab-testing", "genai.rag"]],
  ["A dragon in the garden of storage", []],
  ["We pay attention to sampling and writing", []],
  ["", []],
])("%j names %j", (text, ids) => {
  expect(named(text)).toEqual(ids);
});

test.each([
  ["2401.12345", "2401.12345"],
  [" 2401.12345v3 ", "2401.12345"],
  ["https://arxiv.org/pdf/2401.12345v1.pdf", "2401.12345"],
  ["arXiv:hep-th/9901001", "hep-th/9901001"],
  ["12345", undefined],
  ["https://example.org/abs/2401.12345", undefined],
])("%j is the paper %j", (typed, id) => {
  expect(typedArxivId(typed)).toBe(id);
});

test.each([
  ["example.org/feed", "https://example.org/feed"],
  ["http://example.org:8080/a#b", "http://example.org:8080/a"],
  ["javascript:alert(1)", undefined],
  ["https://user@example.org", undefined],
  ["word", undefined],
])("%j leads to %j", (typed, href) => {
  const address = webAddress(typed);
  expect(address.ok ? address.value : undefined).toBe(href);
});

test.each([
  ["from 37.5 % to 20 %", "from 37 to 20 percent", false],
  ["from 37.5 % to 20 %", "from 80 % to 3 %", true],
  ["from 37.5 % to 20 %", "it fell a lot", false],
  ["it fell a lot", "it fell by 9 points", false],
])("of the note %j the words %j have other figures: %j", (note, told, other) => {
  expect(otherFigures(note, told)).toBe(other);
});

test("of one day the last retelling counts", () => {
  const at = (day: number, hour: number) => `2026-03-0${day}T0${hour}:00:00.000Z`;
  const once = memoryOf([{ at: at(1, 5), rating: 3 }]);
  const twice = memoryOf([
    { at: at(1, 2), rating: 1 },
    { at: at(1, 5), rating: 3 },
  ]);
  expect(twice).toEqual(once);
  expect(memoryOf([{ at: at(1, 5), rating: null }])).toBeUndefined();
});

test("notes as Markdown leave out what is empty", () => {
  const paper = {
    title: "P",
    authors: ["Ada"],
    url: null,
    arxivId: "2401.12345",
    skills: [],
    notes: { ...NO_NOTES, method: " They sample. " },
  };
  expect(notesMarkdown(paper)).toBe(
    "# P\n\n- Authors: Ada\n- arXiv: [2401.12345](https://arxiv.org/abs/2401.12345)\n\n## Method\n\nThey sample.\n",
  );
});
