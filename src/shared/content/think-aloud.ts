import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ContentFault } from "./content-fault.ts";
import { RubricCriterion } from "./question.ts";
import { readYaml } from "./read-yaml.ts";

export const THINK_ALOUD_FILE = "think-aloud.yaml";

/** Rounds in which code is written while somebody listens. */
const CODED_ROUNDS = ["coding", "debugging", "progressive"] as const;
export type CodedRound = (typeof CODED_ROUNDS)[number];

/** Something that a listener wants to hear whatever the problem is. */
const ThinkAloudCriterion = RubricCriterion.omit({ number: true }).extend({
  title: z.string().min(3).max(60),
  rounds: z.array(z.enum(CODED_ROUNDS)).min(1).describe("where it is listened for"),
  when: z.enum(["always", "hinted"]).default("always").describe("hinted: only of somebody who was given a hint"),
  cues: z
    .array(z.array(z.string().min(1)).min(1))
    .min(1)
    .max(3)
    .describe("groups of words, each ending in * for any ending: a sentence that meets it has one of every group"),
  say: z.array(z.string().min(15)).min(5).max(6).describe("ways in which a good candidate would put it"),
});
export type ThinkAloudCriterion = z.infer<typeof ThinkAloudCriterion>;

/** `think-aloud.yaml`: what is listened for while code is written, and texts that prove that it is heard. */
export const ThinkAloud = z
  .strictObject({
    criteria: z.array(ThinkAloudCriterion).min(3).max(10),
    samples: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[a-z0-9-]+$/),
          text: z.string().min(60).describe("as somebody talks while they solve a problem"),
          hinted: z.boolean().default(false).describe("said after a hint"),
          meets: z.array(z.string()).describe("the criteria that it meets, and no other"),
        }),
      )
      .min(4),
  })
  .superRefine(({ criteria, samples }, context) => {
    const ids = new Set(criteria.map(({ id }) => id));
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    if (ids.size < criteria.length) refuse(["criteria"], "two criteria have the same id");
    samples.forEach(({ meets }, at) => {
      for (const id of meets) if (!ids.has(id)) refuse(["samples", at, "meets"], `there is no criterion "${id}"`);
    });
  });
export type ThinkAloud = z.infer<typeof ThinkAloud>;

type ThinkAloudBank = { criteria: ThinkAloudCriterion[]; samples: ThinkAloud["samples"]; version: string };

/** Reads `think-aloud.yaml` under `contentDir`; with a fault there are no criteria. */
export function loadThinkAloud(contentDir: string): ThinkAloudBank & { faults: ContentFault[] } {
  const path = join(contentDir, THINK_ALOUD_FILE);
  if (!existsSync(path)) return { criteria: [], samples: [], version: "none", faults: [] };
  const text = readFileSync(path, "utf8");
  const version = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const read = readYaml(path, text, ThinkAloud);
  if (!read.ok) return { criteria: [], samples: [], version, faults: read.faults };
  return { ...read.value, version, faults: [] };
}
