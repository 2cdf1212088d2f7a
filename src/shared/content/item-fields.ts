import { z } from "zod";

/** What every item has that is asked in words. */
export const ITEM_FIELDS = {
  id: z.guid().describe("permanent; make one with `uuidgen`"),
  title: z.string().min(3).max(80),
  skills: z.array(z.string()).min(1).max(5).describe("ids of skills.yaml, the most important first"),
  difficulty: z.int().min(1).max(5),
  roles: z.array(z.string()).min(1).describe("ids of roles.yaml"),
  as_of: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .exactOptional()
    .describe("year and month up to which the facts were checked, where they age"),
};
