import { METRICS, type Metric } from "./metric-table.ts";

const byName = new Map(METRICS.map((metric) => [metric.name, metric]));
const finders = METRICS.map((metric) => ({
  metric,
  regex: new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:(?:val|test|train|valid|dev|eval|best|final)_)?(?:${metric.pattern})(?![\\p{L}\\p{N}_])`,
    "giu",
  ),
}));
// Words too, where they are not written in capitals.
const CASED = /^(?:map|ap|ks|meteor|em score|ece|pages)$/iu;
const CAPITALS = /\p{Lu}{2}/u;

const called = new Map(METRICS.map((metric) => [metric, new RegExp(`^(?:${metric.pattern})$`, "iu")]));

/** Whether a noun names this metric. */
export function isCalled(metric: Metric, noun: string): boolean {
  return called.get(metric)?.test(noun) ?? false;
}

export type MetricMention = { metric: Metric; name: string; start: number; end: number };

// "cost per thousand predictions" is a cost
const PER = /\b(?:per|each|every) (?:[\p{L}\d,]+ )?$/iu;
const CUTOFF = /(?:@ ?| at )(\d+)(?![\d.])/u;
const PERCENTILE = /\bp ?(\d{2,3})\b|\b(\d{2})th[- ]percentile\b|\b(median|average|mean|tail)\b/iu;

/** The metric of a standard name, its percentile or cut-off left off. */
export function metricNamed(name: string): Metric | undefined {
  return byName.get(name) ?? byName.get(name.replace(/(?:@\d+| p[\d.]+)$/u, ""));
}

/** Where a sentence names metrics; of two that overlap the longer stands. */
export function metricsIn(sentence: string): MetricMention[] {
  const all = finders.flatMap(({ metric, regex }) =>
    [...sentence.matchAll(regex)].flatMap((match) =>
      (metric.name !== "throughput" && PER.test(sentence.slice(Math.max(0, match.index - 40), match.index))) ||
      (CASED.test(match[0]) && !CAPITALS.test(match[0]))
        ? []
        : [
            {
              metric,
              name: fullName(metric, match[0], sentence, match.index),
              start: match.index,
              end: match.index + match[0].trimEnd().length,
            },
          ],
    ),
  );
  const kept: MetricMention[] = [];
  for (const mention of all.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some(({ start, end }) => mention.start < end && start < mention.end)) kept.push(mention);
  return kept.sort((a, b) => a.start - b.start);
}

function fullName(metric: Metric, written: string, sentence: string, at: number): string {
  if (metric.name === "latency") {
    const around = sentence.slice(Math.max(0, at - 24), at + written.length + 8);
    const found = PERCENTILE.exec(around);
    const percentile = found?.[1] ?? found?.[2] ?? (found?.[3]?.toLowerCase() === "median" ? "50" : undefined);
    return percentile ? `latency p${percentile === "999" ? "99.9" : percentile}` : metric.name;
  }
  const cutoff = metric.bare === "share" ? CUTOFF.exec(written)?.[1] : undefined;
  return cutoff ? `${metric.name}@${cutoff}` : metric.name;
}
