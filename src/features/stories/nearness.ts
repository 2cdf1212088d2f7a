import type { Competency } from "../../shared/content/competency.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";

/** How near sentences come to all that is said of each competency: the mean, over its lines, of the nearest sentence. */
export async function nearnessOf(
  grader: Pick<ThreadedGrader, "similarities">,
  competencies: readonly Competency[],
  sentences: readonly { text: string }[],
): Promise<number[]> {
  const lines = competencies.map(linesOf);
  const { values } = await grader.similarities(
    sentences.map(({ text }) => text),
    lines.flat(),
  );
  let from = 0;
  return lines.map(({ length }) => {
    let sum = 0;
    for (let line = from; line < from + length; line++)
      sum += Math.max(...values.map((row) => row[line]?.meaning ?? row[line]?.words ?? 0));
    from += length;
    return sum / length;
  });
}

/** Encodes the lines ahead. A hint: it may come to nothing. */
export function prepareNearness(
  grader: Pick<ThreadedGrader, "similarities">,
  competencies: readonly Competency[],
): void {
  grader.similarities([], competencies.flatMap(linesOf)).catch(() => undefined);
}

function linesOf({ listens_for, anchors, rubric }: Competency): string[] {
  return [listens_for, ...Object.values(anchors), ...rubric.flatMap(({ met_when, say }) => [met_when, ...say])];
}
