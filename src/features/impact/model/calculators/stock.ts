import { type Calculator, quantityIn } from "../calculator.ts";
import { wholeText } from "../money-text.ts";

/** A smaller forecast error needs less safety stock for the same service. */
export const stock: Calculator = {
  id: "stock",
  title: "Forecast error to stock",
  about: "A better forecast lets the same service level be held with less safety stock.",
  quantities: [
    {
      id: "products",
      label: "Products and places that it plans",
      unit: "count",
      help: "Pairs of product and warehouse: each holds its own safety stock.",
      role: "assumed",
      least: 1,
      most: 1e9,
      example: { low: 3_500, likely: 4_000, high: 4_500 },
    },
    {
      id: "errorBefore",
      label: "Forecast error before, units a period",
      unit: "units",
      help: "Root mean squared error on periods that the model had not seen, the mean over products.",
      role: "measured",
      least: 0,
      most: 1e9,
      example: { low: 38, likely: 40, high: 42 },
    },
    {
      id: "errorAfter",
      label: "Forecast error after, units a period",
      unit: "units",
      help: "On the same periods; not in sample.",
      role: "measured",
      least: 0,
      most: 1e9,
      example: { low: 30, likely: 32, high: 34 },
    },
    {
      id: "leadTime",
      label: "Lead time, in periods",
      unit: "units",
      help: "With the time between orders.",
      role: "assumed",
      least: 0,
      most: 1e4,
      example: { low: 3, likely: 4, high: 6 },
    },
    {
      id: "safetyFactor",
      label: "Safety factor z",
      unit: "units",
      help: "1.28 for 90 % of cycles without a stock-out, 1.64 for 95 %, 2.33 for 99 %.",
      role: "assumed",
      least: 0,
      most: 5,
      example: { low: 1.64, likely: 1.64, high: 1.64 },
    },
    {
      id: "unitCost",
      label: "Cost of a unit",
      unit: "money",
      help: "At purchase price.",
      role: "assumed",
      least: 0,
      most: 1e8,
      example: { low: 14, likely: 18, high: 22 },
    },
    {
      id: "holding",
      label: "Cost of holding, share of its value a year",
      unit: "share",
      help: "Capital, space, spoilage; finance has a figure.",
      role: "assumed",
      least: 0,
      most: 2,
      example: { low: 0.15, likely: 0.22, high: 0.3 },
    },
    {
      id: "followed",
      label: "Share of orders that follow the forecast",
      unit: "share",
      help: "Planners overrule; minimum order sizes hide small gains.",
      role: "assumed",
      least: 0,
      most: 1,
      example: { low: 0.5, likely: 0.7, high: 0.9 },
    },
  ],
  formula: "products × z × √lead time × (error before − after) × unit cost × holding cost × share followed",
  steps(values) {
    const of = (id: string) => quantityIn(values, id);
    const units =
      of("products") * of("safetyFactor") * Math.sqrt(of("leadTime")) * (of("errorBefore") - of("errorAfter"));
    return [
      {
        label: "Holding less safety stock",
        amount: units * of("unitCost") * of("holding") * of("followed"),
      },
    ];
  },
  change: (values) =>
    `forecast error (RMSE) from ${wholeText(quantityIn(values, "errorBefore"))} to ${wholeText(quantityIn(values, "errorAfter"))} units`,
  leavesOut: [
    "The stock released once is cash, not yearly profit: say both apart.",
    "Errors that are correlated over the lead time need more stock than √lead time says.",
    "Fewer stock-outs, where the service level was not held before.",
  ],
  source: "Silver, Pyke, Thomas. Inventory and Production Management in Supply Chains, 2017",
};
