import { z } from "zod";

const Axis = z.strictObject({
  label: z.string().min(1).max(60),
  scale: z.enum(["linear", "log"]).default("linear"),
  from: z.number().exactOptional(),
  to: z.number().exactOptional(),
});

/** A plot that the candidate must read, as data. */
export const QuestionPlot = z.strictObject({
  title: z.string().min(3).max(80),
  kind: z.enum(["line", "bars", "points"]),
  x: Axis,
  y: Axis,
  series: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(40),
        points: z
          .array(z.tuple([z.union([z.number(), z.string()]), z.number()]))
          .min(2)
          .max(200),
      }),
    )
    .min(1)
    .max(6),
});
export type QuestionPlot = z.infer<typeof QuestionPlot>;
