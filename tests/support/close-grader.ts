// A process of its own for tests/crash/close-grader.test.ts: graders closed in the middle of their work, one after the other.
// Prints how many of those who waited for a grade were told that it closes.
import { setTimeout as wait } from "node:timers/promises";
import { Closing } from "../../src/lib/closing.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";

const [encoderDir = "", times = "1", stepMs = "0"] = process.argv.slice(2);
const ASKED = 4;
const TEXTS = 64; // four batches

let told = 0;
for (let nth = 0; nth < Number(times); nth++) {
  const grader = new ThreadedGrader(encoderDir);
  await grader.similarities(["The first grade waits for the models."], ["Here they are."]);
  const asked = Array.from({ length: ASKED }, (_, ask) => {
    const texts = Array.from(
      { length: TEXTS },
      (_, text) => `Sentence ${text} of question ${ask}, which nobody asked.`,
    );
    return grader.similarities(texts, ["A line."]).catch((error: unknown) => error);
  });
  await wait(nth * Number(stepMs));
  await grader.close();
  told += (await Promise.all(asked)).filter((each) => each instanceof Closing).length;
}
console.log(told);
