import { type Scenario, World } from "../../../../shared/content/design/world.ts";

/** A small case of each task for tests; `more` replaces what it names. */
const RANKING = {
  task: "ranking",
  traffic: { rate: 1000 },
  catalogue: { items: 1_000_000, newShare: 0.2 },
  signal: {
    features: {
      without: 0.5,
      defaults: 0.7,
      fast: { weight: 0.2, halfLife: "5m" },
      slow: { weight: 0.3, halfLife: "2d" },
    },
    retrieval: { without: 0.4, half: 100 },
    sizes: { small: 0.8, medium: 0.9, large: 1 },
    llms: { "1B": 0.6, "3B": 0.7, "8B": 0.85, "14B": 0.9, "70B": 1 },
    provider: 0.95,
    drift: { perDay: 0.01 },
    fallbacks: { default: 0.6, popular: 0.5, stale: 0.8, partial: 0.9 },
  },
  labels: { delay: "1h" },
  money: { value: 0.01, failed: 0.01 },
  slo: { latency: "200ms", availability: 0.99 },
  scenarios: [{ id: "normal", title: "A normal day", lasts: "60s" }],
  objectives: ["p99", "quality", "cost"].map((metric) => ({
    id: metric,
    title: metric,
    scenario: "normal",
    metric,
    atLeast: 0,
  })),
};

const { features: _, ...WITHOUT_FEATURES } = RANKING.signal;
const DETECTION = {
  ...RANKING,
  signal: WITHOUT_FEATURES,
  task: "detection",
  detection: {
    positives: 0.01,
    dPrime: { scorer: 3, llm: 3.5 },
    rules: { catches: 0.3, wrongly: 0.001, withVelocity: 0.5 },
  },
  labels: { delay: "30d" },
  money: { missed: 100, wronglyBlocked: 5 },
};

export const rankingWorld = (more: object = {}): World => World.parse({ ...RANKING, ...more });
export const detectionWorld = (more: object = {}): World => World.parse({ ...DETECTION, ...more });

/** A scenario of days, as the file would have it. */
export function daysOf(scenario: object): Scenario {
  const whole = { id: "days", title: "Some weeks", lasts: "60d", step: "1d", ...scenario };
  const [parsed] = rankingWorld({
    scenarios: [whole, ...RANKING.scenarios],
  }).scenarios;
  if (!parsed) throw new Error("a world has a scenario");
  return parsed;
}
