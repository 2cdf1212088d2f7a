import { expect, test } from "vitest";
import { loadBank } from "../../../shared/content/bank.ts";
import { loadTools } from "../../../shared/content/tool-bank.ts";
import { searchable, searchTools } from "./search-tools.ts";

const { tools, faults } = loadTools("content", loadBank("content"));
const all = searchable(tools);
const first = (text: string) => searchTools(all, text, {})[0]?.id;

test("the directory is large and without fault", () => {
  expect(faults).toEqual([]);
  expect(tools.length).toBeGreaterThan(1300);
  expect(tools.filter(({ interview }) => interview).length).toBeGreaterThanOrEqual(150);
});

test.each([
  ["pytorch", "pytorch"],
  ["Torch", "pytorch"],
  ["kafka", "apache-kafka"],
  ["scikit", "scikit-learn"],
  ["sklearn", "scikit-learn"],
  ["k8s", "kubernetes"],
  ["vllm", "vllm"],
  ["H100", "nvidia-h100"],
  ["pytorch,", "pytorch"],
])("%s finds %s first", (text, id) => {
  expect(first(text)).toBe(id);
});

test("every word has to be found, and filters leave out the rest", () => {
  expect(searchTools(all, "vector zzzz", {})).toEqual([]);
  const rust = searchTools(all, "vector", { kind: "vector-store", language: "rust" });
  expect(rust.length).toBeGreaterThan(0);
  for (const { kind, languages } of rust)
    expect([kind, languages]).toEqual(["vector-store", expect.arrayContaining(["Rust"])]);
  const asked = searchTools(all, "", { interviewsOnly: true, terms: "open-source" });
  expect(asked.length).toBeGreaterThan(50);
  for (const tool of asked) expect(tool).toMatchObject({ terms: "open-source", interview: expect.anything() });
});
