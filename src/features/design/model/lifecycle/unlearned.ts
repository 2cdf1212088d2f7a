import type { Fault } from "../../../../shared/content/design/world.ts";
import type { Served } from "./served.ts";
import type { Version } from "./version.ts";

const DAY = 86_400;
/** Until rules are rewritten and prompts changed for a new policy, seconds. Proposed by us. */
const FOLLOWS_IN = DAY;
/** Share lost where a fault gives no size. Proposed by us. */
const USUAL_SIZE = 0.3;

export const sizeOf = (fault: Fault): number => fault.size ?? USUAL_SIZE;
export const endOf = (fault: Fault): number => fault.at + (fault.lasts ?? Number.POSITIVE_INFINITY);
export const isOn = (fault: Fault, at: number): boolean => at >= fault.at && at < endOf(fault);
export const meets = (fault: Fault, type: string): boolean => !fault.target || fault.target.includes(type);

/** How far a drift has come, 0 to 1: in a straight line over `lasts`, at once where that is left out. */
function driftReached(fault: Fault, at: number): number {
  if (at < fault.at) return 0;
  return fault.lasts ? Math.min(1, (at - fault.at) / fault.lasts) : 1;
}

/**
 * How much of a change that comes in a straight line from `from` over `lasts` seconds a model knows that has seen labels up
 * to `newest`: of what is `t` old it knows `1 - 2^(-t / half)`, the mean of that over what has come so far.
 */
export function changeLearned(newest: number, half: number, change: { from: number; lasts: number }): number {
  const { from, lasts } = change;
  if (newest <= from) return 0;
  if (lasts === 0) return 1 - 2 ** (-(newest - from) / half);
  const to = Math.min(newest, from + lasts);
  const unknown = (half / Math.LN2) * (2 ** (-(newest - to) / half) - 2 ** (-(newest - from) / half));
  return (to - from - unknown) / lasts;
}

/** Seconds of labels after a change from which a model learns half of it: a sixtieth of its window. Proposed by us. */
const halfLearned = (served: Served): number => (served.training?.window ?? 90 * DAY) / 60;

/** Share of the signal that a version loses to a fault at a time, 0 to 1; what features lose is not in it. */
export function lostTo(
  fault: Fault,
  { served, version, at }: { served: Served; version: Version; at: number },
): number {
  if (fault.kind === "bad-model" || fault.kind === "poisoned-data")
    return version.flaw?.fault === fault.id ? version.flaw.share : 0;
  if (at < fault.at || !meets(fault, served.node.type)) return 0;
  switch (fault.kind) {
    case "concept-drift": {
      // a language model does not age but by policy, unless the case says that it does
      if (!fault.target && isLanguage(served.node.type)) return 0;
      const known = changeLearned(version.newest, halfLearned(served), { from: fault.at, lasts: fault.lasts ?? 0 });
      return sizeOf(fault) * Math.max(0, driftReached(fault, at) - known);
    }
    case "policy-change":
      return isOn(fault, at) ? sizeOf(fault) * (1 - policyKnown(fault, { served, version, at })) : 0;
    default:
      return 0;
  }
}

function policyKnown(fault: Fault, { served, version, at }: { served: Served; version: Version; at: number }): number {
  if (isLanguage(served.node.type)) return at < fault.at + FOLLOWS_IN ? 0 : 1;
  return patternKnown(fault, served, version);
}

export const isLanguage = (type: string): boolean => type === "llm" || type === "provider";

/** Share of a sudden new pattern (a policy, an attack) that a version has learned from labels. */
export function patternKnown(fault: Fault, served: Served, version: Version): number {
  return changeLearned(version.newest, halfLearned(served), { from: fault.at, lasts: 0 });
}

/** What a change of policy leaves of written rules until people have rewritten them. */
export function rulesLeft(faults: readonly Fault[], at: number): number {
  return faults
    .filter((fault) => fault.kind === "policy-change" && meets(fault, "rules") && isOn(fault, at))
    .filter((fault) => at < fault.at + FOLLOWS_IN)
    .reduce((left, fault) => left * (1 - sizeOf(fault)), 1);
}
