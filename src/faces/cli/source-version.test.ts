import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourceVersion } from "./source-version.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "holdout-sources-"));
  write(
    "src/prove.ts",
    'import {\n  far,\n} from "./deep/far.ts";\nimport type { Kind } from "./kind.ts";\nimport { z } from "@some/zod";\n',
  );
  write(
    "src/deep/far.ts",
    'export { near } from "../near.ts";\nnew Worker(new URL("./thread.ts", import.meta.url));\n',
  );
  write("src/deep/thread.ts", 'await import("./late.ts");\n');
  write("src/deep/late.ts", "1");
  write("src/near.ts", 'import table from "./table.json" with { type: "json" };\nimport "./prove.ts";\n');
  write("src/table.json", "[]");
  write("src/kind.ts", "export type Kind = string;");
  write("src/beside.ts", "nobody imports this");
  write("parameters/deep/a.json", "1");
  write("node_modules/@some/zod/package.json", '{ "version": "1.0.0" }');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const version = () => sourceVersion(root, { modules: ["src/prove.ts"], files: ["parameters"] });

test.for([
  ["the module itself", "src/prove.ts"],
  ["a module that an imported one hands on", "src/near.ts"],
  ["a table", "src/table.json"],
  ["a thread that is started", "src/deep/thread.ts"],
  ["a module that is loaded late", "src/deep/late.ts"],
  ["a file that is read", "parameters/deep/a.json"],
] as const)("%s changes the version", ([, path]) => {
  const before = version();
  write(path, '"changed"');
  expect(version()).not.toBe(before);
});

test("a package of another version changes it, types and what nobody imports do not", () => {
  const before = version();
  write("src/beside.ts", "changed");
  write("src/kind.ts", "export type Kind = number;");
  expect(version()).toBe(before);
  write("node_modules/@some/zod/package.json", '{ "version": "1.0.1" }');
  expect(version()).not.toBe(before);
});
