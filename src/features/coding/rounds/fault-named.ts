import { nearnessOf } from "../../../shared/grader/similarity.ts";
import { hasCues } from "../../../shared/rounds/think-aloud/cues.ts";
import type { Comparing } from "../../../shared/rounds/think-aloud/read-aloud.ts";
import type { AssistantPiece } from "../model/round/assisted/assistant.ts";

/** A fault is named from this nearness to a way of naming it: with the words that one cannot do without, or without them. */
const WITH_CUES = 0.25;
const WITHOUT_CUES = 0.78;
const MOST_SENTENCES = 2;
const LONGEST_QUOTE = 300;

export type NamedFault = { piece: string; quote: string; near: number };

/**
 * Faults that words name, the nearest first. What stands in code signs is no prose, and is how one speaks of a line: nothing
 * of the form of the words counts here.
 */
export async function faultsNamed(
  grader: Comparing,
  pieces: readonly AssistantPiece[],
  text: string,
): Promise<NamedFault[]> {
  const windows = windowsIn(text);
  const known = pieces.flatMap(({ id, fault }) => (fault ? [{ id, fault }] : []));
  if (known.length === 0 || windows.length === 0) return [];
  const { values } = await grader.similarities(
    windows,
    known.flatMap(({ fault }) => fault.noticed),
  );
  let from = 0;
  const named = known.flatMap(({ id, fault }): NamedFault[] => {
    const [start, end] = [from, from + fault.noticed.length];
    from = end;
    const found = windows.flatMap((window, row) => {
      const near = Math.max(0, ...(values[row] ?? []).slice(start, end).map(nearnessOf));
      return near >= (hasCues(window, fault.cues) ? WITH_CUES : WITHOUT_CUES) ? [{ quote: window, near }] : [];
    });
    const [best] = found.toSorted((a, b) => b.near - a.near);
    return best ? [{ piece: id, near: best.near, quote: best.quote.slice(0, LONGEST_QUOTE) }] : [];
  });
  return named.toSorted((a, b) => b.near - a.near);
}

/** The fault that words name best, if they name one. */
export async function faultNamed(
  grader: Comparing,
  pieces: readonly AssistantPiece[],
  text: string,
): Promise<NamedFault | undefined> {
  return (await faultsNamed(grader, pieces, text))[0];
}

/** One or two sentences that stand together. */
function windowsIn(text: string): string[] {
  const sentences = text
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.flatMap((_, at) =>
    Array.from({ length: MOST_SENTENCES }, (_, more) => sentences.slice(at, at + more + 1).join(" ")),
  );
}
