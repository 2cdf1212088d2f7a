import { countWords } from "../../../../src/lib/text.ts";
import { canBeSpoken } from "../../../ui/spoken/pace.ts";
import type { SayBody } from "../types.ts";

/** A shorter silence is breath. */
const PAUSE_SECONDS = 1.5;
export const MOST_PAUSES = 500;

/** How words were spoken, where they were dictated as a whole; null where they were typed. */
export function deliveryOf(text: string, { seconds, heardAtMs }: { seconds: number; heardAtMs: readonly number[] }) {
  if (!canBeSpoken(countWords(text), seconds)) return null;
  const gaps = heardAtMs.slice(1).map((at, before) => (at - (heardAtMs[before] ?? at)) / 1_000);
  const pauses = gaps.filter((gap) => gap >= PAUSE_SECONDS).slice(0, MOST_PAUSES);
  return { seconds, pauses } satisfies SayBody["spoken"];
}

/** As it was recorded, where that can be all of it: words that were typed besides would make it too fast. */
export function recordedDelivery(text: string, recorded: NonNullable<SayBody["spoken"]>): SayBody["spoken"] {
  return canBeSpoken(countWords(text), recorded.seconds) ? recorded : null;
}
