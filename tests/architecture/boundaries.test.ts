import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type IConfiguration } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";

// A checker of imports that reads no module passes everything. So every rule gets a planted violation, as a value import and
// as a type import, and must report it.

const planted: Record<string, Record<string, string>> = {
  "no-cycles": { "src/lib/a.ts": "./b.ts", "src/lib/b.ts": "./a.ts" },
  "lib-knows-nothing": { "src/lib/a.ts": "../shared/content/x.ts", "src/shared/content/x.ts": "" },
  "shared-below-features": {
    "src/shared/store/a.ts": "../../features/coding/index.ts",
    "src/features/coding/index.ts": "",
  },
  "features-are-strangers": { "src/features/recall/a.ts": "../coding/index.ts", "src/features/coding/index.ts": "" },
  "features-below-faces": { "src/features/coding/a.ts": "../../config.ts", "src/config.ts": "" },
  "features-by-their-door": {
    "src/faces/http/a.ts": "../../features/coding/repo.ts",
    "src/features/coding/repo.ts": "",
  },
  "store-by-repo-only": { "src/features/coding/a.ts": "../../shared/store/index.ts", "src/shared/store/index.ts": "" },
  "model-is-pure": { "src/features/coding/model/a.ts": "node:fs" },
  "model-stays-inside": { "src/features/coding/model/a.ts": "../repo.ts", "src/features/coding/repo.ts": "" },
  "web-sees-shapes-only": { "web/a.ts": "../src/features/coding/repo.ts", "src/features/coding/repo.ts": "" },
  "server-without-web": { "src/faces/http/a.ts": "../../../web/x.ts", "web/x.ts": "" },
  "faces-are-leaves": { "src/app.ts": "./faces/http/x.ts", "src/faces/http/x.ts": "" },
  "no-dev-packages-in-server": { "src/lib/a.ts": "vitest" },
};

const here = process.cwd();
const config = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as IConfiguration;
const rules = config.forbidden ?? [];
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "holdout-boundaries-"));
});

afterAll(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true, force: true });
});

test("every rule of the configuration has a planted violation", () => {
  expect(Object.keys(planted).sort()).toEqual(rules.map((rule) => rule.name ?? "").sort());
});

for (const [rule, files] of Object.entries(planted)) {
  for (const kind of ["import", "import type"] as const) {
    test(`${rule} is caught (${kind})`, async () => {
      expect(await violations(files, kind)).toContain(rule);
    });
  }
}

async function violations(files: Record<string, string>, kind: "import" | "import type"): Promise<string[]> {
  const root = mkdtempSync(join(folder, "case-"));
  for (const [name, target] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    const importLine =
      target === ""
        ? ""
        : kind === "import"
          ? `import { x } from "${target}";\nconsole.log(x);\n`
          : `import type { X } from "${target}";\nexport type Y = X;\n`;
    writeFileSync(join(root, name), `${importLine}export const x = 1;\nexport type X = number;\n`);
  }
  cpSync(join(here, "package.json"), join(root, "package.json"));
  symlinkSync(join(here, "node_modules"), join(root, "node_modules"));
  process.chdir(root);
  const tops = [...new Set(Object.keys(files).map((name) => name.split("/")[0] ?? ""))];
  const result = await cruise(tops, { ...config.options, ruleSet: { forbidden: rules }, validate: true });
  process.chdir(here);
  if (typeof result.output === "string") throw new Error(result.output);
  return result.output.summary.violations.map((violation) => violation.rule.name);
}
