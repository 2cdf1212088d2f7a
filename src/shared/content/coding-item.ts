import { z } from "zod";

/** `coding/<slug>/item.yaml`. An id is permanent, a slug (the folder's name) may change. */
export const CodingItem = z
  .strictObject({
    id: z.guid().describe("permanent; make one with `uuidgen`"),
    title: z.string().min(3).max(80),
    kind: z.enum(["implement", "optimise", "debug", "progressive"]),
    skills: z.array(z.string()).min(1).describe("ids of skills.yaml, the most important first"),
    difficulty: z.int().min(1).max(5),
    minutes: z.int().min(5).max(180),
    tier: z.enum(["python", "numpy", "sklearn", "torch"]).describe("what the solution may import"),
    roles: z.array(z.string()).min(1).describe("ids of roles.yaml"),
    patterns: z.array(z.string()).default([]).describe("techniques a candidate recognises again"),
    limits: z
      .strictObject({
        testTimeMs: z.int().min(100).max(60_000).exactOptional(),
        totalTimeMs: z.int().min(1000).max(300_000).exactOptional(),
        memoryMb: z.int().min(64).max(8192).exactOptional(),
      })
      .default({})
      .describe("where the judge's defaults do not fit"),
    levels: z.int().min(1).max(6).default(1).describe("progressive: how many levels"),
    faults: z
      .array(z.strictObject({ id: z.string(), says: z.string() }))
      .default([])
      .describe("debug: what was planted in starter.py"),
  })
  .superRefine((item, context) => {
    const refuse = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    if (item.kind === "progressive" && item.levels < 2) refuse("levels", "a progressive problem has at least 2 levels");
    if (item.kind !== "progressive" && item.levels > 1) refuse("levels", "only a progressive problem has levels");
    if (item.kind === "debug" && item.faults.length === 0)
      refuse("faults", "a debugging problem names its planted faults");
    if (item.kind !== "debug" && item.faults.length > 0)
      refuse("faults", "only a debugging problem has planted faults");
  });
export type CodingItem = z.infer<typeof CodingItem>;

/** `coding/<slug>/equivalent.yaml`: mutants of the reference that no test can tell from it, each with the reason. */
export const EquivalentMutants = z.array(
  z.strictObject({
    mutant: z.string().describe("line:operator:before->after, as `content check` prints it"),
    reason: z.string().min(10),
  }),
);
export type EquivalentMutants = z.infer<typeof EquivalentMutants>;
