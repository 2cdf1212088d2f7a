import { z } from "zod";

const Name = z.string().regex(/^[a-z][a-z0-9_]*$/, "a name is in lower case: a letter, then letters, digits, _");
const Drawn = z.union([z.number(), z.array(z.number()).min(1)]);
const Draw = z.union([
  z.strictObject({
    whole: z.tuple([z.int(), z.int()]).refine(([low, high]) => low < high, "runs from a lower to a higher number"),
  }),
  z.strictObject({ from: z.number(), to: z.number(), step: z.number().positive() }),
  z.strictObject({ pick: z.array(Drawn).min(2) }),
]);

/** The numbers of a compute question, drawn anew each time. */
export const QuestionNumbers = z.strictObject({
  draw: z.record(Name, Draw).describe("what is drawn: a whole number, a multiple of a step, or one of a list"),
  derive: z.record(Name, z.string().min(1)).describe("expressions over the names before, in this order"),
});

/** The figure that meets a criterion when the answer states it. */
export const CriterionNumber = z.strictObject({
  value: Name,
  within: z.number().min(0).max(0.2).describe("relative tolerance"),
  unit: z.enum(["KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"]).exactOptional(),
});
