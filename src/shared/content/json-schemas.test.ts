import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentJsonSchemas } from "./json-schemas.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "content", "schemas");

test("the JSON Schemas for editors are those of the Zod schemas (else: npm run schemas)", () => {
  const kept = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(contentJsonSchemas()));
});
