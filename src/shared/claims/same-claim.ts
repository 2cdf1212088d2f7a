import type { Claim } from "./claim.ts";
import { near } from "./precision.ts";
import { qualifiersDiffer } from "./qualifiers.ts";

/**
 * Whether the figures of two claims agree, whatever they are said of; `incomparable` where they measure different things. A
 * change is compared with the levels it follows from ("from 120 to 80 ms" is -33 %), and a rounded figure agrees with the
 * exact one ("about 30 %" with 28.6 %).
 */
export function compareValues(a: Claim, b: Claim): Agreement {
  if (!sameMetric(a, b) || qualifiersDiffer(a, b)) return "incomparable";
  const agreement = agree(a, b);
  return agreement === "differ" && isSpecific(a) !== isSpecific(b) ? "incomparable" : agreement;
}

/** As `compareValues`, of two figures that name no metric: whoever calls it knows that they are of one thing. */
export function compareUnnamed(a: Claim, b: Claim): Agreement {
  if (a.metric !== undefined || b.metric !== undefined || a.unit !== b.unit || qualifiersDiffer(a, b))
    return "incomparable";
  return agree(a, b);
}

function baseName(metric: string | undefined): string | undefined {
  return metric?.replace(/(?:@\d+| p[\d.]+)$/u, "");
}

function isSpecific({ metric }: Claim): boolean {
  return metric !== baseName(metric);
}

function sameMetric(a: Claim, b: Claim): boolean {
  if (a.metric === undefined || b.metric === undefined) return false;
  if (a.metric === b.metric) return true;
  return baseName(a.metric) === baseName(b.metric) && isSpecific(a) !== isSpecific(b);
}

type Agreement = "agree" | "differ" | "incomparable";

function agree(a: Claim, b: Claim): Agreement {
  const family = (claim: Claim) => (claim.unit === "people" ? "count" : claim.unit);
  if (a.kind === b.kind && family(a) === family(b)) {
    if (a.target !== undefined && b.target !== undefined)
      return both(near(a, b, [a.value, b.value]), near(a, b, [a.baseline ?? 0, b.baseline ?? 0]));
    if (near(a, b, [a.value, b.value])) return "agree";
    if (a.unit === "ratio" && near(a, b, [a.value, 1 / b.value])) return "agree";
    const baseline = a.baseline ?? b.baseline;
    // a level that is the other's starting point contradicts nothing
    if (baseline !== undefined && near(a, b, [baseline, a.baseline === undefined ? a.value : b.value]))
      return "incomparable";
    if (a.kind === "change" && Math.sign(a.value) !== Math.sign(b.value))
      return near(a, b, [Math.abs(a.value), Math.abs(b.value)]) ? "agree" : "differ";
    return "differ";
  }
  const [level, change] = a.target !== undefined ? [a, b] : [b, a];
  if (level.target === undefined || level.baseline === undefined || change.kind !== "change") return crossed(a, b);
  return followsFrom(level, change);
}

/** A change in points and one in percent, or a change and a level alone, say different things. */
function crossed(a: Claim, b: Claim): Agreement {
  if (a.kind === "change" && b.kind === "change") {
    const [ratio, share] = a.unit === "ratio" ? [a, b] : [b, a];
    if (ratio.unit === "ratio" && share.unit === "share")
      return [ratio.value - 1, 1 - 1 / ratio.value].some((value) =>
        near(a, b, [Math.abs(value), Math.abs(share.value)]),
      )
        ? "agree"
        : "incomparable";
  }
  return "incomparable";
}

function followsFrom(level: Claim, change: Claim): Agreement {
  const { baseline = 0, target = 0 } = level;
  const size = Math.abs(change.value);
  const difference = Math.abs(target - baseline);
  const candidates: number[] = [];
  if (change.unit === "share")
    candidates.push(
      difference / Math.abs(baseline),
      ...(level.unit === "share" ? [difference] : []),
      ...(target !== 0 ? [difference / Math.abs(target)] : []),
    );
  else if (change.unit === "points") candidates.push(level.unit === "share" ? difference * 100 : difference);
  else if (change.unit === "ratio") candidates.push(target / baseline, baseline / target);
  else if (change.unit === level.unit) candidates.push(difference);
  else return "incomparable";
  return candidates.some((value) => Number.isFinite(value) && near(change, level, [value, size])) ? "agree" : "differ";
}

function both(first: boolean, second: boolean): Agreement {
  return first && second ? "agree" : "differ";
}
