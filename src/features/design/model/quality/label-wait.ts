import type { World } from "../../../../shared/content/design/world.ts";
import type { Design } from "../design.ts";
import { numberAt, sourcesOf } from "./node-parameters.ts";

/**
 * Seconds that a training job waits for a label: `labels{delay}` of the shortest of its label nodes, direct or through the
 * data that it reads; the case's own delay where that is left out.
 */
export function labelWait(design: Design, world: World, trainId: string): number {
  const direct = sourcesOf(design, trainId, ["label"]);
  const through = sourcesOf(design, trainId, ["read"]).flatMap((data) => sourcesOf(design, data.id, ["label"]));
  const waits = [...direct, ...through]
    .filter(({ type }) => type === "labels")
    .map((labels) => numberAt(labels, "delay") ?? world.labels.delay);
  return waits.length === 0 ? world.labels.delay : Math.min(...waits);
}
