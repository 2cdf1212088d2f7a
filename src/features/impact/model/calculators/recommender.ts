import { type Calculator, quantityIn } from "../calculator.ts";
import { percentText } from "../money-text.ts";

/** A relative uplift of conversion that an experiment measured. */
export const recommender: Calculator = {
  id: "recommender",
  title: "Recommendations: uplift",
  about: "An experiment measured that more sessions end in an order.",
  quantities: [
    {
      id: "sessions",
      label: "Sessions a month that see it",
      unit: "count",
      help: "Exposed ones; the uplift was measured on these.",
      role: "assumed",
      least: 1,
      most: 1e11,
      example: { low: 900_000, likely: 1_000_000, high: 1_100_000 },
    },
    {
      id: "conversion",
      label: "Conversion before",
      unit: "share",
      help: "Of the control group.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0.03, likely: 0.031, high: 0.032 },
    },
    {
      id: "uplift",
      label: "Relative uplift",
      unit: "share",
      help: "Of conversion, with the experiment's interval as low and high; negative values are allowed.",
      role: "measured",
      least: -1,
      most: 10,
      example: { low: 0.008, likely: 0.021, high: 0.034 },
    },
    {
      id: "orderValue",
      label: "Value of an order",
      unit: "money",
      help: "Mean of the orders that the change added, which may be smaller.",
      role: "assumed",
      least: 0,
      most: 1e7,
      example: { low: 48, likely: 54, high: 58 },
    },
    {
      id: "margin",
      label: "Contribution margin",
      unit: "share",
      help: "Revenue is not value: what is left after goods and shipping.",
      role: "assumed",
      least: 0,
      most: 1,
      example: { low: 0.18, likely: 0.22, high: 0.26 },
    },
    {
      id: "persists",
      label: "Share of the uplift that lasts",
      unit: "share",
      help: "Novelty wears off; a holdout group over months measures it.",
      role: "assumed",
      least: 0,
      most: 1,
      example: { low: 0.5, likely: 0.7, high: 0.9 },
    },
    {
      id: "shifted",
      label: "Share taken from other surfaces",
      unit: "share",
      help: "Orders that would have come through search anyway.",
      role: "assumed",
      least: 0,
      most: 1,
      example: { low: 0.1, likely: 0.25, high: 0.4 },
    },
    {
      id: "running",
      label: "Extra cost a year",
      unit: "money",
      help: "Serving, training, data and the people who keep it.",
      role: "assumed",
      least: 0,
      most: 1e10,
      example: { low: 30_000, likely: 40_000, high: 60_000 },
    },
  ],
  formula:
    "12 × sessions × conversion × uplift × share that lasts × (1 − share taken from elsewhere) × order value × margin − cost a year",
  steps(values) {
    const of = (id: string) => quantityIn(values, id);
    const orders = 12 * of("sessions") * of("conversion") * of("uplift") * of("persists") * (1 - of("shifted"));
    return [
      { label: "Margin of orders in addition", amount: orders * of("orderValue") * of("margin") },
      { label: "Running it", amount: 0 - of("running") },
    ];
  },
  change: (values) =>
    `conversion by ${percentText(quantityIn(values, "uplift"))} on a base of ${percentText(quantityIn(values, "conversion"))} (A/B test)`,
  leavesOut: [
    "Winners of many experiments are overestimated: shrink the uplift, or measure again.",
    "Long-term effects on returns, trust and sellers.",
    "Whether the same uplift holds in other markets and seasons.",
  ],
  source: "Kohavi, Tang, Xu. Trustworthy Online Controlled Experiments, 2020",
};
