import { z } from "zod";

/** Shapes at the boundary of impact: lines of a CV, and the calculation that a line came from. */

const Belief = z.strictObject({ low: z.number(), likely: z.number(), high: z.number() });

const Calculation = z.strictObject({
  calculator: z.string().max(40),
  currency: z.string().min(1).max(4),
  beliefs: z.record(z.string().max(40), Belief),
});
export type Calculation = z.infer<typeof Calculation>;

const Line = z
  .string()
  .trim()
  .min(1, "Write the line first.")
  .max(600, "A line of a CV has at most 600 characters.")
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "The line has a character that is none.");

export const LineBody = z.strictObject({ text: Line, calculation: Calculation.nullable() });
export type LineBody = z.infer<typeof LineBody>;

export const ImpactLine = z.strictObject({
  id: z.string(),
  text: z.string(),
  calculation: Calculation.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ImpactLine = z.infer<typeof ImpactLine>;

export const ImpactLines = z.object({ lines: z.array(ImpactLine) });
export type ImpactLines = z.infer<typeof ImpactLines>;
