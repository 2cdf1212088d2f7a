import { type Calculator, quantityIn } from "../calculator.ts";
import { wholeText } from "../money-text.ts";

/** Hours that people get back. */
export const timeSaved: Calculator = {
  id: "time-saved",
  title: "Time saved",
  about: "A tool or an automation takes over work that people did by hand.",
  quantities: [
    {
      id: "people",
      label: "People who do the work",
      unit: "count",
      help: "Who really use it, counted from logs where there are any.",
      role: "measured",
      least: 1,
      most: 1e7,
      example: { low: 30, likely: 38, high: 40 },
    },
    {
      id: "before",
      label: "Hours a week each, before",
      unit: "hours",
      help: "Measured on a sample of weeks; people guess too high.",
      role: "measured",
      least: 0,
      most: 168,
      example: { low: 5, likely: 6, high: 7 },
    },
    {
      id: "after",
      label: "Hours a week each, after",
      unit: "hours",
      help: "With checking and repairing what the tool gets wrong.",
      role: "measured",
      least: 0,
      most: 168,
      example: { low: 1.5, likely: 2, high: 3 },
    },
    {
      id: "hourCost",
      label: "Cost of an hour",
      unit: "money",
      help: "Loaded: pay, taxes, desk.",
      role: "assumed",
      least: 0,
      most: 1e5,
      example: { low: 50, likely: 60, high: 75 },
    },
    {
      id: "used",
      label: "Share of the hours that become useful work",
      unit: "share",
      help: "Ten minutes here and there become nothing. Saved cost means fewer hires or more output: say which.",
      role: "assumed",
      least: 0,
      most: 1,
      example: { low: 0.3, likely: 0.5, high: 0.7 },
    },
    {
      id: "weeks",
      label: "Weeks a year",
      unit: "units",
      help: "Without holidays.",
      role: "assumed",
      least: 0,
      most: 53,
      example: { low: 44, likely: 46, high: 48 },
    },
    {
      id: "running",
      label: "Cost of it a year",
      unit: "money",
      help: "Licences, compute, and the people who keep it.",
      role: "assumed",
      least: 0,
      most: 1e10,
      example: { low: 30_000, likely: 45_000, high: 70_000 },
    },
  ],
  formula: "people × (hours before − after) × weeks × cost of an hour × share used − cost a year",
  steps(values) {
    const of = (id: string) => quantityIn(values, id);
    const hours = of("people") * (of("before") - of("after")) * of("weeks");
    return [
      { label: "Hours that become useful work", amount: hours * of("hourCost") * of("used") },
      { label: "Running it", amount: 0 - of("running") },
    ];
  },
  change: (values) =>
    `weekly hours a person from ${wholeText(quantityIn(values, "before"))} to ${wholeText(quantityIn(values, "after"))} for ${wholeText(quantityIn(values, "people"))} people`,
  leavesOut: [
    "What it cost to build, and how soon that is paid back.",
    "Errors that nobody sees any more because nobody looks.",
    "Whether the work was needed at all.",
  ],
  source: undefined,
};
