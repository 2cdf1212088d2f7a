import { availableParallelism } from "node:os";
import type { EngineGrade } from "../../shared/grader/open-grader.ts";
import type { Asked } from "../../shared/grader/rubric/grade-answer.ts";
import { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";

type GradeAnswer = (asked: Asked, answer: string) => Promise<EngineGrade>;

/**
 * Proves items with a grader a core, in the order of the items. Two graders of one thread each take two thirds of the time
 * that one with two threads takes: sentences are too short to be worth dividing.
 */
export async function proveSideBySide<Item, Proof>(
  items: readonly Item[],
  encoderDir: string,
  prove: (item: Item, gradeAnswer: GradeAnswer) => Promise<Proof>,
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  const left = [...items.entries()].reverse();
  const graders = Array.from({ length: Math.min(availableParallelism(), items.length) }, () => {
    return new ThreadedGrader(encoderDir);
  });
  const proveOn = async (grader: ThreadedGrader) => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [at, item] = next;
      proofs[at] = await prove(item, (asked, answer) => grader.gradeAnswer(asked, answer));
      const done = items.length - left.length;
      if (done % 20 === 0) console.error(`${done} of ${items.length}`);
    }
  };
  try {
    await Promise.all(graders.map(proveOn));
  } finally {
    await Promise.all(graders.map((grader) => grader.close()));
  }
  return proofs;
}
