import { z } from "zod";

/** One leaf of the skill tree, `skills.yaml`. */
const Skill = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "an id is words of a-z, 0-9 and - joined by dots"),
  title: z.string().min(2),
  area: z.string().min(2),
});
export type Skill = z.infer<typeof Skill>;

export const Skills = z.array(Skill).superRefine((skills, context) => {
  const seen = new Set<string>();
  skills.forEach(({ id }, at) => {
    if (seen.has(id))
      context.addIssue({ code: "custom", path: [at, "id"], message: `the skill ${id} is listed twice` });
    seen.add(id);
  });
});
