import { PARTS, type Review } from "../schema.ts";

/** All that was told, as it is graded: a part may well come across in the words on another. */
export function toldText({ told }: Pick<Review, "told">): string {
  return told.whole ?? PARTS.flatMap((part) => told[part]?.trim() || []).join("\n\n");
}
