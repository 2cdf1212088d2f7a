import { expect, test } from "vitest";
import { drain } from "../engine/theory/drain.ts";
import { plainWorld } from "../engine/theory/replicate.ts";

const SEVERITIES = [
  { share: 0.8, weight: 1 },
  { share: 0.2, weight: 5 },
];

/** Mean times of the usual requests and of the grave ones. */
function times(text: string, rate: number, lasts: number): { usual: number; grave: number } {
  const seen = [
    { sum: 0, count: 0 },
    { sum: 0, count: 0 },
  ];
  drain(text, plainWorld({ rate, severities: SEVERITIES }, { lasts }), {
    answer: (request, { sim: { requests, now } }) => {
      const of = seen[requests.severity[request] ?? 0];
      if (!of) return;
      of.sum += now - (requests.arrivedAt[request] ?? 0);
      of.count++;
    },
  });
  const [usual = Number.NaN, grave = Number.NaN] = seen.map(({ sum, count }) => sum / count);
  return { usual, grave };
}

test.each([
  ["a service", "app:service{cpu=1 x1, time=exp(10ms), queue=1M}", 90, 500],
  ["a batch", "app:ranker{gpu=L4 x1, batch=2, wait=0s, time=exp(20ms), queue=1M}", 90, 500],
  ["a language model", "app:llm{gpu=A100 x1, batch=8, prompt=500, output=50, queue=10k}", 8.5, 500],
])("where %s is called by severity, grave requests overtake the others", (_, app, rate, lasts) => {
  const gateway = "gateway{time=fixed(0s), cpu=64 x1}";
  const alike = times(`${gateway} -> ${app}`, rate, lasts);
  expect(alike.grave / alike.usual).toBeGreaterThan(0.9);
  const first = times(`${gateway} -> ${app}[priority=severity]`, rate, lasts);
  expect(first.grave).toBeLessThan(first.usual * 0.6);
  expect(first.grave).toBeLessThan(alike.grave * 0.75);
});
