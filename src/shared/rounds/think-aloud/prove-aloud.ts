import type { ThinkAloud } from "../../content/think-aloud.ts";
import { type Comparing, readAloud } from "./read-aloud.ts";

/** How many judgements on the samples are as they should be, and a reason for each that is not. */
export type AloudProof = { right: number; of: number; reasons: string[] };

const MET = 0.5;

/** Reads each sample: it must meet the criteria that it names and no other. */
export async function proveAloud({ criteria, samples }: ThinkAloud, grader: Comparing): Promise<AloudProof> {
  const reasons: string[] = [];
  let of = 0;
  for (const { name, text, hinted, meets } of samples) {
    const heard = criteria.filter(({ when }) => when === "always" || hinted);
    const { points } = await readAloud(grader, { criteria: heard, asked: "" }, text);
    of += heard.length;
    for (const { id, probability, span } of points) {
      const should = meets.includes(id);
      if (should === probability >= MET) continue;
      const where = span ? ` by “${span.text}”` : "";
      reasons.push(
        `${name} ${should ? "meets" : "does not meet"} ${id}, and is given ${probability.toFixed(2)}${where}`,
      );
    }
  }
  return { right: of - reasons.length, of, reasons };
}
