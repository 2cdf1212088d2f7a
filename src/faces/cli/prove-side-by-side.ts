import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Config } from "../../config.ts";
import type { EngineGrade } from "../../shared/grader/open-grader.ts";
import type { Asked } from "../../shared/grader/rubric/grade-answer.ts";
import { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import type { ProofCache } from "./proof-cache.ts";
import { sourceVersion } from "./source-version.ts";

type GradeAnswer = (asked: Asked, answer: string) => Promise<EngineGrade>;
type Proven = { slug: string; reasons: string[] };

/** What grades, and which encoder it has. */
const GRADER = "src/shared/grader/grader-thread.ts";
const LEARNED = ["src/shared/grader/parameters", "scripts/fetch_encoder.py"];

type Check<Item, Proof> = {
  config: Config;
  proofs: ProofCache;
  prove: (item: Item, gradeAnswer: GradeAnswer) => Promise<Proof>;
  /** The module of `prove`: whatever changes of it or of the grader, all is proven anew. */
  from: string;
};

/**
 * Proves items with a grader a core, in the order of the items; those that were proven as they are, by what proves now, are not
 * proven again. Two graders of one thread each take two thirds of the time that one with two threads takes: sentences are too
 * short to be worth dividing.
 */
export async function proveSideBySide<Item extends { slug: string; version: string }, Proof extends Proven>(
  items: readonly Item[],
  { config, proofs: cache, prove, from }: Check<Item, Proof>,
): Promise<Proof[]> {
  const prover = sourceVersion(config.root, { modules: [GRADER, from], files: LEARNED });
  const nameOf = ({ slug, version }: Item) => {
    const hash = createHash("sha256").update(`${prover}\0${from}\0${slug}\0${version}`).digest("hex");
    return `graded-${slug}-${hash.slice(0, 16)}`;
  };
  const proofs = items.map((item) => cache.find<Proof>(nameOf(item)));
  const left = [...items.entries()].filter(([at]) => proofs[at] === undefined).reverse();
  const graders = Array.from({ length: Math.min(availableParallelism(), left.length) }, () => {
    return new ThreadedGrader(config.encoderDir);
  });
  const all = left.length;
  const proveOn = async (grader: ThreadedGrader) => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [at, item] = next;
      const proof = await prove(item, (asked, answer) => grader.gradeAnswer(asked, answer));
      proofs[at] = proof;
      if (proof.reasons.length === 0) cache.keep(nameOf(item), proof);
      if ((all - left.length) % 20 === 0) console.error(`${all - left.length} of ${all}`);
    }
  };
  try {
    await Promise.all(graders.map(proveOn));
  } finally {
    await Promise.all(graders.map((grader) => grader.close()));
  }
  return proofs.filter((proof) => proof !== undefined);
}
