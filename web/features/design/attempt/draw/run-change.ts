import { counted } from "../../../../../src/lib/text.ts";
import type { RunReport } from "../../types.ts";

/** "3 of 5 objectives hold." */
export function metOf({ objectives }: Pick<RunReport, "objectives">): string {
  const met = objectives.filter((each) => each.met).length;
  return `${met} of ${counted(objectives.length, "objective")} hold.`;
}

/** What a later run holds that an earlier one missed, and the other way round; undefined where nothing changed. */
export function changeBetween(
  before: Pick<RunReport, "objectives">,
  after: Pick<RunReport, "objectives">,
): string | undefined {
  const metBefore = new Map(before.objectives.map(({ id, met }) => [id, met]));
  const changed = after.objectives.filter(({ id, met }) => metBefore.has(id) && metBefore.get(id) !== met);
  const titles = (met: boolean) => changed.filter((each) => each.met === met).map(({ title }) => title);
  const [won, lost] = [titles(true), titles(false)];
  const parts = [
    won.length > 0 && `Won since the first run: ${won.join(", ")}.`,
    lost.length > 0 && `Lost since the first run: ${lost.join(", ")}.`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : parts.join(" ");
}
