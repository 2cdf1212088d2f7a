import { type Calculator, quantityIn } from "../calculator.ts";
import { percentText } from "../money-text.ts";

/** Reviews that people need not do, against the harm of what is decided wrongly. */
export const moderation: Calculator = {
  id: "moderation",
  title: "Moderation: cost and harm",
  about: "A model decides more items by itself, so that people review fewer.",
  quantities: [
    {
      id: "items",
      label: "Items a month",
      unit: "count",
      help: "Posts, images or messages that are checked.",
      role: "assumed",
      least: 1,
      most: 1e12,
      example: { low: 4_500_000, likely: 5_000_000, high: 6_000_000 },
    },
    {
      id: "reviewedBefore",
      label: "Share that people review before",
      unit: "share",
      help: "Of all items, not of the reported ones.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0.06, likely: 0.06, high: 0.06 },
    },
    {
      id: "reviewedAfter",
      label: "Share that people review after",
      unit: "share",
      help: "With audits of what the model decides.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0.022, likely: 0.025, high: 0.03 },
    },
    {
      id: "reviewCost",
      label: "Cost of a review",
      unit: "money",
      help: "Minutes × loaded wage, with quality control and care for reviewers.",
      role: "assumed",
      least: 0,
      most: 1e4,
      example: { low: 0.25, likely: 0.35, high: 0.5 },
    },
    {
      id: "modelCost",
      label: "Model cost of a thousand items, in addition",
      unit: "money",
      help: "Tokens or GPU time of what is new.",
      role: "measured",
      least: 0,
      most: 1e6,
      example: { low: 0.5, likely: 0.8, high: 1.2 },
    },
    {
      id: "errorsAdded",
      label: "Wrong decisions in addition, a thousand items",
      unit: "units",
      help: "Missed harm and wrong removals together, from audits; negative where quality rose.",
      role: "measured",
      least: -1_000,
      most: 1_000,
      example: { low: -0.05, likely: 0.02, high: 0.1 },
    },
    {
      id: "errorCost",
      label: "Cost of a wrong decision",
      unit: "money",
      help: "Appeals, lost users, legal duty. The number that will be questioned: say who set it.",
      role: "assumed",
      least: 0,
      most: 1e7,
      example: { low: 5, likely: 20, high: 60 },
    },
  ],
  formula:
    "12 × items × [ (reviewed before − after) × cost of a review − model cost ÷ 1,000 − wrong decisions ÷ 1,000 × cost of one ]",
  steps(values) {
    const of = (id: string) => quantityIn(values, id);
    const yearly = 12 * of("items");
    return [
      { label: "Reviews saved", amount: yearly * (of("reviewedBefore") - of("reviewedAfter")) * of("reviewCost") },
      { label: "Running the model", amount: 0 - (yearly / 1_000) * of("modelCost") },
      { label: "Wrong decisions", amount: 0 - (yearly / 1_000) * of("errorsAdded") * of("errorCost") },
    ];
  },
  change: (values) =>
    `human review from ${percentText(quantityIn(values, "reviewedBefore"))} to ${percentText(quantityIn(values, "reviewedAfter"))} of items`,
  leavesOut: [
    "Errors fall unevenly on languages and groups: one mean hides that.",
    "Some harms have no price; a floor on their recall comes before any saving.",
    "Adversaries adapt to what the model lets through.",
  ],
  source: undefined,
};
