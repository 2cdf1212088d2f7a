import { existsSync } from "node:fs";
import { join } from "node:path";
import { CodingItem } from "../../shared/content/coding-item.ts";
import { writeNewProblem } from "../../shared/content/new-problem.ts";
import { type Command, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";

const KINDS = CodingItem.shape.kind.options;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const command: Command = {
  options: { kind: { type: "string" } },
  async run({ positionals, values }) {
    const [what, slug = ""] = positionals;
    if (what !== "coding" || positionals.length !== 2) throw new UsageError("content new takes: coding SLUG");
    if (!SLUG.test(slug)) {
      throw new UsageError(`"${slug}" is no slug: small letters, digits and single hyphens, such as top-k-merge.`);
    }
    const kind = KINDS.find((known) => known === (values.kind ?? "implement"));
    if (!kind) throw new UsageError(`There is no kind "${values.kind}"; there is ${KINDS.join(", ")}.`);
    const folder = join(configOrUsage().contentDir, "coding", slug);
    if (existsSync(folder)) throw new UsageError(`${folder} exists already.`);
    const files = writeNewProblem(folder, slug, kind);
    if (values.json) console.log(JSON.stringify({ folder, files }));
    else {
      console.log(`${folder}\n${files.map((file) => `  ${file}`).join("\n")}`);
      console.log(`Next: write it, then  npm run -s holdout -- content check ${folder}`);
    }
    return 0;
  },
};
