import type { ReadSentence } from "./story-view.ts";

const RANK = { situation: 0, task: 1, action: 2, result: 3, learning: 4 } as const;
const SURE_FROM = 0.55;

/** Sentences that go back to an earlier part; a story may open with its result, and may act again after one. */
export function backwardSteps(sentences: readonly ReadSentence[]): ReadSentence[] {
  const sure = sentences.filter(({ part, probability }) => part !== "aside" && probability >= SURE_FROM);
  const opening = sure.findIndex(({ part }) => part !== "result");
  const told = opening < 0 ? sure : sure.slice(opening);
  return told.filter((sentence, at) => {
    const last = told[at - 1];
    if (!last || last.part === "aside" || sentence.part === "aside") return false;
    const back = RANK[last.part] - RANK[sentence.part];
    const actsAgain = last.part === "result" && sentence.part === "action";
    const swapsStart = last.part === "task" && sentence.part === "situation";
    return back > 0 && !actsAgain && !swapsStart;
  });
}
