import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Config } from "../../src/config.ts";
import { toldBefore } from "../../src/features/stories/told-before.ts";
import { loadCompetencies } from "../../src/shared/content/competencies.ts";

type Grader = Parameters<typeof toldBefore>[0];
const Retold = z.record(z.string(), z.strictObject({ retold: z.string(), elsewhere: z.string() }));

/** How often a story in other words is known again, and another one of the same project or of somebody else taken for it. */
export async function benchRetold({ contentDir }: Config, grader: Grader) {
  const told = Retold.parse(parse(readFileSync(join(import.meta.dirname, "retold.yaml"), "utf8")));
  const strong = loadCompetencies(contentDir).competencies.map(({ id, samples }) => ({
    id,
    text: samples.strong.text,
  }));
  const known = { retold: 0, elsewhere: 0, others: 0 };
  for (const { id, text } of strong) {
    const own = told[id];
    if (own && (await toldBefore(grader, own.retold, [text]))) known.retold++;
    if (own && (await toldBefore(grader, own.elsewhere, [text]))) known.elsewhere++;
    for (const other of strong) if (other.id !== id && (await toldBefore(grader, other.text, [text]))) known.others++;
  }
  const stories = Object.keys(told).length;
  return {
    "stories told again in other words": stories,
    "of these known again": known.retold,
    "another occasion of the same project taken for it": known.elsewhere,
    "another person's story taken for it": known.others,
  };
}
