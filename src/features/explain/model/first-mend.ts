import type { ReadAttempt } from "../schema.ts";
import { CAME_FROM } from "./next-ask.ts";

/** What costs this explanation most, and so what to mend first. */
export type Mend =
  | { kind: "distortion"; says: string; whyWrong: string }
  | { kind: "limit"; flag: string | undefined }
  | { kind: "missing"; metWhen: string; say: string | undefined }
  | { kind: "terms"; term: string; instead: string; more: number }
  | { kind: "length"; standing: "short" | "long"; words: number; fewest: number; most: number }
  | { kind: "reading"; grade: number; highest: number }
  | { kind: "analogy"; standing: "missing" | "misleading" }
  | { kind: "nothing" };

type Read = Pick<ReadAttempt, "reading" | "criteria" | "distortions">;

export function firstMend({ reading, criteria, distortions }: Read): Mend {
  const [distortion] = distortions;
  if (distortion) return { kind: "distortion", says: distortion.says, whyWrong: distortion.whyWrong };
  // A form that holds the score down costs more than all that follows.
  if (reading.sum.some(({ part }) => part === "cap")) return { kind: "limit", flag: reading.flags[0] };
  const points = criteria.reduce((sum, each) => sum + each.points, 0);
  const losses = [
    ...criteria
      .filter(({ probability }) => probability < CAME_FROM)
      .map(({ points: own, probability, metWhen, say }) => ({
        loss: (own * (1 - probability)) / points,
        mend: (): Mend => ({ kind: "missing", metWhen, say: say[0] }),
      })),
    ...reading.sum
      .filter(({ amount }) => amount < 0)
      .map(({ part, amount }) => ({ loss: -amount, mend: () => mendOf(part, reading) })),
  ].toSorted((a, b) => b.loss - a.loss);
  return losses[0]?.mend() ?? { kind: "nothing" };
}

function mendOf(part: ReadAttempt["reading"]["sum"][number]["part"], reading: ReadAttempt["reading"]): Mend {
  const { terms, length, analogy } = reading;
  const [first] = terms.unexplained;
  if (part === "terms" && first)
    return { kind: "terms", term: first.term, instead: first.instead, more: terms.unexplained.length - 1 };
  if (part === "length" && length.standing !== "right") return { kind: "length", ...length, standing: length.standing };
  if (part === "reading" && reading.reading.grade !== null)
    return { kind: "reading", grade: reading.reading.grade, highest: reading.reading.highest };
  if (part === "analogy") return { kind: "analogy", standing: analogy.misleading ? "misleading" : "missing" };
  return { kind: "nothing" };
}
