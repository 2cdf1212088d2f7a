import { type Calculator, quantityIn } from "../calculator.ts";
import { percentText } from "../money-text.ts";

/** Fraud stopped against customers wrongly refused. */
export const fraud: Calculator = {
  id: "fraud",
  title: "Fraud: recall and false positives",
  about: "A detector catches more fraud, refuses fewer honest customers, or trades one for the other.",
  quantities: [
    {
      id: "transactions",
      label: "Transactions a month",
      unit: "count",
      help: "Those that the model scores, not all of the company's.",
      role: "assumed",
      least: 1,
      most: 1e11,
      example: { low: 1_800_000, likely: 2_000_000, high: 2_300_000 },
    },
    {
      id: "fraudRate",
      label: "Share that is fraud",
      unit: "share",
      help: "By count, after late labels have come in.",
      role: "assumed",
      least: 0,
      most: 1,
      example: { low: 0.0008, likely: 0.001, high: 0.0014 },
    },
    {
      id: "lossEach",
      label: "Loss a fraud that gets through",
      unit: "money",
      help: "Net of what chargebacks recover; with fees.",
      role: "assumed",
      least: 0,
      most: 1e9,
      example: { low: 90, likely: 120, high: 150 },
    },
    {
      id: "recallBefore",
      label: "Recall before",
      unit: "share",
      help: "On a later period than the training data, at the threshold in use.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0.7, likely: 0.71, high: 0.72 },
    },
    {
      id: "recallAfter",
      label: "Recall after",
      unit: "share",
      help: "On the same period; low and high from its confidence interval.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0.8, likely: 0.83, high: 0.85 },
    },
    {
      id: "falseBefore",
      label: "Honest transactions refused before",
      unit: "share",
      help: "False-positive rate: of the honest ones, not of the alerts.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0.004, likely: 0.004, high: 0.004 },
    },
    {
      id: "falseAfter",
      label: "Honest transactions refused after",
      unit: "share",
      help: "At the new threshold.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0.0034, likely: 0.0036, high: 0.004 },
    },
    {
      id: "costEach",
      label: "Cost of refusing an honest one",
      unit: "money",
      help: "Review, support, and the margin of customers who leave after it.",
      role: "assumed",
      least: 0,
      most: 1e7,
      example: { low: 3, likely: 6, high: 12 },
    },
  ],
  formula:
    "12 × transactions × [ fraud rate × (recall after − before) × loss − (1 − fraud rate) × (refused after − before) × cost of refusing ]",
  steps(values) {
    const of = (id: string) => quantityIn(values, id);
    const yearly = 12 * of("transactions");
    const stopped = yearly * of("fraudRate") * (of("recallAfter") - of("recallBefore"));
    const refused = yearly * (1 - of("fraudRate")) * (of("falseAfter") - of("falseBefore"));
    return [
      { label: "Fraud stopped in addition", amount: stopped * of("lossEach") },
      { label: "Honest customers refused", amount: 0 - refused * of("costEach") },
    ];
  },
  change: (values) =>
    `fraud recall from ${percentText(quantityIn(values, "recallBefore"))} to ${percentText(quantityIn(values, "recallAfter"))}, honest refusals from ${percentText(quantityIn(values, "falseBefore"))} to ${percentText(quantityIn(values, "falseAfter"))}`,
  leavesOut: [
    "Fraudsters react: a gain measured on last quarter shrinks as they move.",
    "Recall is measured on labelled fraud alone; refused transactions have no label.",
    "Large frauds count more than many small ones: weigh recall by amount.",
  ],
  source: "Elkan. The Foundations of Cost-Sensitive Learning, 2001",
};
