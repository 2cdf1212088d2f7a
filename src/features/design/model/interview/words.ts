import type { ObjectiveResult } from "../run/report.ts";

/** Figures of a run as a sentence has them. */

/** "p99 at the peak: 312 ms, wanted at most 200 ms." */
export function objectiveWords({ title, target, value, unit }: ObjectiveResult): string {
  const wanted =
    "atMost" in target ? `at most ${figure(target.atMost, unit)}` : `at least ${figure(target.atLeast, unit)}`;
  const shown = value === null ? "could not be measured" : figure(value, unit);
  return `${title}: ${shown}, wanted ${wanted}.`;
}

export function figure(value: number, unit: ObjectiveResult["unit"]): string {
  switch (unit) {
    case "s":
      return duration(value);
    case "share":
      return percent(value);
    case "USD/month":
      return `${dollars(value)} a month`;
    case "USD":
      return dollars(value);
    case "/s":
      return `${grouped(value)} a second`;
    case "count":
      return grouped(value);
  }
}

export function percent(share: number): string {
  const value = 100 * share;
  // 0.09 % is not 0.1 %, where that is the limit
  if (Math.abs(value) < 1) return `${Number(value.toPrecision(2))} %`;
  const decimals = Math.abs(value) >= 99 && Math.abs(value) < 100 ? 2 : Math.abs(value) >= 10 ? 0 : 1;
  return `${Number(value.toFixed(decimals))} %`;
}

function duration(seconds: number): string {
  if (seconds < 1) return `${Number((1000 * seconds).toPrecision(3))} ms`;
  if (seconds < 120) return `${Number(seconds.toPrecision(3))} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Number((seconds / 3600).toPrecision(2))} h`;
  return `${Number((seconds / 86_400).toPrecision(3))} days`;
}

function dollars(value: number): string {
  return `$${grouped(value)}`;
}

// Not toLocaleString: the words are kept, and must not depend on the machine's language.
function grouped(value: number): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return String(rounded).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
}
