import type { World } from "../../../../shared/content/design/world.ts";
import { attackSeen, dPrimeOf, rulesCatch } from "../quality/detection.ts";
import { exploreShare } from "../quality/learning.ts";
import { type Class, type Fate, fateOf } from "./cascade.ts";
import type { Plan } from "./cascade-plan.ts";
import { featuresAt } from "./inputs.ts";
import { isOn, patternKnown, rulesLeft } from "./unlearned.ts";
import { type Moment, modelWorth, type View } from "./view.ts";

/** One kind of requests: how many a second there are and what becomes of them, as shares of them. */
export type Kind = { positive: boolean; attack: boolean; rate: number; fate: Fate };

/** What the cascade does with the traffic of a moment: usual positives, negatives, and the requests of attacks. */
export function kindsAt(view: View, moment: Moment, rate: number): Kind[] {
  const { world, design, plan } = view;
  const positives = world.detection?.positives ?? 0;
  const attack = attackRate(moment);
  if (!plan) return [];
  const explored = exploreShare(design);
  const kind = (positive: boolean, of: "usual" | "attack", share: number): Kind => ({
    positive,
    attack: of === "attack",
    rate: share,
    fate: exploring(knownFate(view, plan, classOf(view, moment, { positive, of })), explored),
  });
  const kinds = [kind(true, "usual", rate * positives), kind(false, "usual", rate * (1 - positives))];
  return attack > 0 ? [...kinds, kind(true, "attack", attack)] : kinds;
}

function knownFate({ world, fates, design }: View, plan: Plan, of: Class): Fate {
  const rules = design.nodes.filter(({ type }) => type === "rules").map((node) => of.rules(node));
  const key = JSON.stringify([of.positive, [...of.separations], rules]);
  const fate = fates.get(key) ?? fateOf(plan, world, of);
  fates.set(key, fate);
  return fate;
}

/** Requests a second of attacks with a new pattern. */
export function attackRate({ faults, at }: Pick<Moment, "faults" | "at">): number {
  return faults
    .filter((fault) => fault.kind === "adversarial-burst" && isOn(fault, at))
    .reduce((sum, { size }) => sum + (size ?? 0), 0);
}

/** Some of what would be blocked is let through to learn its label. */
function exploring(fate: Fate, explored: number): Fate {
  return { ...fate, blocked: fate.blocked * (1 - explored) };
}

function classOf(view: View, moment: Moment, { positive, of }: { positive: boolean; of: "usual" | "attack" }): Class {
  const { world, inputs, models } = view;
  const { at, faults, picks } = moment;
  const separations = new Map(
    models.map((served) => {
      const { node } = served;
      const believed = modelWorth(view, served, { at, faults: [], picks }) * featuresAt(inputs, [], at);
      const actual = modelWorth(view, served, moment) * featuresAt(inputs, faults, at);
      const known = of === "attack" ? attackKnown(world, moment, served) : 1;
      return [
        node.id,
        { believed: rounded(dPrimeOf(world, node, believed)), actual: rounded(dPrimeOf(world, node, actual * known)) },
      ] as const;
    }),
  );
  return { positive, separations, rules: rulesOf(view, moment, { positive, of }) };
}

/** To two thousandths: moments that differ by less share one calculation. */
function rounded(dPrime: number): number {
  return Math.round(dPrime * 500) / 500;
}

/** Share of an attack's pattern that a model sees: an instruction in a text is taken out where untrusted text is isolated. */
function attackKnown(world: World, { at, faults, picks }: Moment, served: View["models"][number]): number {
  const version = picks.get(served.node.id);
  const burst = faults.find((fault) => fault.kind === "adversarial-burst" && isOn(fault, at));
  const learned = version && burst ? patternKnown(burst, served, version) : 0;
  const seen = attackSeen(world, served.node);
  return seen + (1 - seen) * learned;
}

/** A change of policy leaves less of the rules for usual requests; a new attack has its own figure. */
function rulesOf(
  { world, counted }: View,
  { faults, at }: Moment,
  { positive, of }: { positive: boolean; of: "usual" | "attack" },
): Class["rules"] {
  if (!positive) return () => world.detection?.rules.wrongly ?? 0;
  const left = of === "attack" ? 1 : rulesLeft(faults, at);
  return (node) => rulesCatch(world, node, { counts: counted ? "fresh" : "none", of }) * left;
}

export type Flow = {
  /** A second: what there was to find, the rest, and what was done with them. */
  positives: number;
  negatives: number;
  caught: number;
  wronglyBlocked: number;
  reviewed: number;
  llm: number;
};

/**
 * Decisions a second once people have looked: `inTime` is the share that they decide in time, `error` how often wrongly; what
 * is not decided in time has passed by then.
 */
export function flowOf(kinds: readonly Kind[], review: { inTime: number; error: number } | undefined): Flow {
  const flow: Flow = { positives: 0, negatives: 0, caught: 0, wronglyBlocked: 0, reviewed: 0, llm: 0 };
  for (const { positive, rate, fate } of kinds) {
    const looked = review ? fate.reviewed * review.inTime : 0;
    const wrong = review?.error ?? 0;
    flow.llm += rate * fate.llm;
    flow.reviewed += review ? rate * fate.reviewed : 0;
    flow[positive ? "positives" : "negatives"] += rate;
    if (positive) flow.caught += rate * (fate.blocked + looked * (1 - wrong));
    else flow.wronglyBlocked += rate * (fate.blocked + looked * wrong);
  }
  return flow;
}

/** US dollars a second that wrong decisions cost; graver requests cost more. */
export function lossOf({ money, traffic }: World, { positives, caught, wronglyBlocked }: Flow): number {
  const grave = traffic.severities?.reduce((sum, { share, weight }) => sum + share * weight, 0) ?? 1;
  return (positives - caught) * money.missed * grave + wronglyBlocked * money.wronglyBlocked * grave;
}

/** Quality of decisions, 0 to 1: the share of the loss of doing nothing that they save; recall less false alarms without money. */
export function decisionQuality(world: World, flow: Flow): number {
  const nothing = lossOf(world, { ...flow, caught: 0, wronglyBlocked: 0 });
  const saved =
    nothing > 0
      ? 1 - lossOf(world, flow) / nothing
      : flow.caught / Math.max(1e-12, flow.positives) - flow.wronglyBlocked / Math.max(1e-12, flow.negatives);
  return Math.min(1, Math.max(0, saved));
}
