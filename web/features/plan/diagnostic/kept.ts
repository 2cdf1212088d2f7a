import { writeText } from "../../../api/kept-text.ts";
import type { Diagnostic } from "./types.ts";

const rootOf = (id: string, seq: number) => `holdout.diagnostic.${id}.${seq}`;

/** What is typed and not sent yet, and the time that was used, as this browser keeps them. */
export const draftKey = (id: string, seq: number) => `${rootOf(id, seq)}.draft`;
export const usedKey = (id: string, seq: number) => `${rootOf(id, seq)}.used`;

/** Nothing stays in this browser of questions that are not open any more. */
export function forgetReplied({ id, asked, question }: Diagnostic): void {
  for (let seq = 1; seq <= asked; seq++)
    if (seq !== question?.seq) for (const key of [draftKey(id, seq), usedKey(id, seq)]) writeText(key, "");
}
