import { rowFeatures, type SeenRow } from "../../src/shared/grader/row-features.ts";
import { viewOf } from "../../src/shared/grader/text-view.ts";
import type { Encoded, Encoder } from "../../src/shared/models/encoder/encoder.ts";
import type { GradedRow } from "./human-graded.ts";

const AT_ONCE = 1_000;

/** Features of every row, in the order of the rows; `progress` is told the number of rows that are done. */
export async function featuresOf(
  rows: readonly GradedRow[],
  encoder: Encoder | undefined,
  progress: (done: number) => void,
): Promise<number[][]> {
  const features: number[][] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const part = rows.slice(start, start + AT_ONCE);
    const encoded = encoder ? await encodedTexts(part, encoder) : new Map<string, Encoded>();
    const seen = (text: string) => ({ view: viewOf(text), encoded: encoded.get(text) });
    for (const row of part) {
      const seenRow: SeenRow = {
        question: seen(row.question),
        references: row.references.map(seen),
        answer: seen(row.answer),
      };
      features.push(rowFeatures(seenRow).values);
    }
    progress(features.length);
  }
  return features;
}

/** Each text once, short ones with short ones: a batch is as long as its longest text. */
async function encodedTexts(rows: readonly GradedRow[], encoder: Encoder): Promise<Map<string, Encoded>> {
  const texts = [...new Set(rows.flatMap(({ question, references, answer }) => [question, answer, ...references]))];
  texts.sort((a, b) => a.length - b.length);
  const encoded = await encoder.encode(texts);
  return new Map(texts.map((text, at) => [text, encoded[at] as Encoded]));
}
