import type { Calculator } from "./calculator.ts";
import { fraud } from "./calculators/fraud.ts";
import { latency } from "./calculators/latency.ts";
import { moderation } from "./calculators/moderation.ts";
import { recommender } from "./calculators/recommender.ts";
import { stock } from "./calculators/stock.ts";
import { timeSaved } from "./calculators/time-saved.ts";
import { tokens } from "./calculators/tokens.ts";
import type { Beliefs } from "./value-range.ts";

export const calculators: readonly Calculator[] = [fraud, recommender, latency, moderation, tokens, stock, timeSaved];

export function calculatorOf(id: string): Calculator | undefined {
  return calculators.find((each) => each.id === id);
}

/** The example that a calculator begins with. */
export function exampleOf({ quantities }: Calculator): Beliefs {
  return Object.fromEntries(quantities.map(({ id, example }) => [id, example]));
}
