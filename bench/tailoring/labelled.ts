import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Lexicon, lexiconOf } from "../../src/features/tailoring/index.ts";
import { LEVELS } from "../../src/features/tailoring/model/shown-level.ts";
import { ROLE_IDS } from "../../src/features/tailoring/model/shown-role.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadPhraseLists } from "../../src/shared/content/tailoring-lexicon.ts";
import { loadTools } from "../../src/shared/content/tool-bank.ts";

const Labelled = z.strictObject({
  id: z.string(),
  role: z.enum([...ROLE_IDS, "unsure", "none"]).describe("none: no posting of AI or ML"),
  level: z.enum([...LEVELS, "unsure"]),
  skills: z.array(z.string()),
  text: z.string(),
});
export type Labelled = z.infer<typeof Labelled>;

const POSTINGS = join(import.meta.dirname, "postings");

/** The labelled postings whose file begins so: `development`, `held-out`, `fresh`, `others`. */
export function labelledPostings(set: string): Labelled[] {
  return readdirSync(POSTINGS)
    .filter((name) => name.startsWith(set))
    .sort()
    .flatMap((name) => Labelled.array().parse(parse(readFileSync(join(POSTINGS, name), "utf8"))));
}

export function lexiconUnder(contentDir: string): Lexicon {
  const bank = loadBank(contentDir);
  const { lists } = loadPhraseLists(contentDir, bank.skills);
  return lexiconOf(lists, loadTools(contentDir, bank).tools);
}
