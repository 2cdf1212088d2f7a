// npm run schemas: writes content/schemas/*.json anew. A unit test fails while they differ from the Zod schemas.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentJsonSchemas } from "../src/shared/content/json-schemas.ts";

const folder = join(import.meta.dirname, "..", "content", "schemas");
mkdirSync(folder, { recursive: true });
for (const [name, text] of contentJsonSchemas()) {
  writeFileSync(join(folder, name), text);
  console.log(`content/schemas/${name}`);
}
