import { type Calculator, quantityIn } from "../calculator.ts";
import { wholeText } from "../money-text.ts";

/** Faster answers, and how many more people stay. */
export const latency: Calculator = {
  id: "latency",
  title: "Latency to conversion",
  about: "A page or a model answers faster, and fewer people give up waiting.",
  quantities: [
    {
      id: "before",
      label: "Latency before",
      unit: "ms",
      help: "What the user waits for, at the percentile that the sensitivity was measured at.",
      role: "measured",
      least: 0,
      most: 600_000,
      example: { low: 780, likely: 800, high: 820 },
    },
    {
      id: "after",
      label: "Latency after",
      unit: "ms",
      help: "The same percentile under the same load.",
      role: "measured",
      least: 0,
      most: 600_000,
      example: { low: 420, likely: 450, high: 480 },
    },
    {
      id: "sensitivity",
      label: "Relative conversion a 100 ms saved",
      unit: "share",
      help: "From an experiment of your own that adds a delay. Published figures differ by a factor of ten.",
      role: "assumed",
      least: 0,
      most: 0.2,
      example: { low: 0.001, likely: 0.003, high: 0.007 },
    },
    {
      id: "sessions",
      label: "Sessions a month",
      unit: "count",
      help: "Those that wait for this answer.",
      role: "assumed",
      least: 1,
      most: 1e11,
      example: { low: 1_900_000, likely: 2_000_000, high: 2_100_000 },
    },
    {
      id: "conversion",
      label: "Conversion",
      unit: "share",
      help: "Before the change.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0.024, likely: 0.025, high: 0.026 },
    },
    {
      id: "orderMargin",
      label: "Margin of an order",
      unit: "money",
      help: "Order value times contribution margin.",
      role: "assumed",
      least: 0,
      most: 1e7,
      example: { low: 8, likely: 11, high: 13 },
    },
    {
      id: "running",
      label: "Extra cost a year",
      unit: "money",
      help: "Larger machines, a cache; 0 where the change saves them.",
      role: "assumed",
      least: 0,
      most: 1e10,
      example: { low: 10_000, likely: 15_000, high: 25_000 },
    },
  ],
  formula: "12 × sessions × conversion × (ms saved ÷ 100) × sensitivity × margin of an order − cost a year",
  steps(values) {
    const of = (id: string) => quantityIn(values, id);
    const uplift = ((of("before") - of("after")) / 100) * of("sensitivity");
    const orders = 12 * of("sessions") * of("conversion") * uplift;
    return [
      { label: "Margin of orders in addition", amount: orders * of("orderMargin") },
      { label: "Running it", amount: 0 - of("running") },
    ];
  },
  change: (values) =>
    `latency from ${wholeText(quantityIn(values, "before"))} ms to ${wholeText(quantityIn(values, "after"))} ms`,
  leavesOut: [
    "The effect is not linear: below some latency nobody notices.",
    "The tail may matter more than the median.",
    "Speed correlates with device and network: compare the same users, not fast with slow ones.",
  ],
  source: "Kohavi, Tang, Xu. Trustworthy Online Controlled Experiments, 2020, chapter 5",
};
