import type { Fault } from "../../../../shared/content/design/world.ts";
import { retrievalAt } from "./inputs.ts";
import type { Life } from "./life.ts";
import type { Passed } from "./stretch.ts";
import { lostTo, rulesLeft } from "./unlearned.ts";
import { serving } from "./version.ts";
import { featuresLost } from "./view.ts";

/** A loss below this share is nothing that anybody notices. */
const NOTICED = 0.01;

/** Share of the requests of a moment that something touched by a fault answers: a version, features, an index, rules, people. */
export function touchedBy(life: Life, fault: Fault, passed: Passed): number {
  const at = (passed.from + passed.to) / 2;
  const { view, models } = life;
  if (at < fault.at) return 0;
  if (fault.kind === "adversarial-burst") return passed.requests > 0 ? passed.attacks / passed.requests : 0;
  if (fault.kind === "reviewer-surge") return lateShare(passed);
  if (featuresLost(view, fault, at) > NOTICED || rulesLeft([fault], at) < 1) return 1;
  const found = (counting: readonly Fault[]) =>
    retrievalAt(view.inputs, counting, { at, candidates: Number.POSITIVE_INFINITY });
  if (found([fault]) < found([]) * (1 - NOTICED)) return 1;
  const shares = models.map((state) =>
    serving(state)
      .filter(({ version }) => lostTo(fault, { served: state.served, version, at }) > NOTICED)
      .reduce((sum, { share }) => sum + share, 0),
  );
  return Math.max(0, ...shares);
}

function lateShare({ review, requests }: Passed): number {
  return review && requests > 0 ? Math.min(1, (review.arrived * (1 - review.inTime)) / requests) : 0;
}
