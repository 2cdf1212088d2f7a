import { type Calculator, quantityIn } from "../calculator.ts";
import { wholeText } from "../money-text.ts";

/** What the calls of a language model cost before and after. */
export const tokens: Calculator = {
  id: "tokens",
  title: "Language model: token cost",
  about: "A smaller model, a shorter prompt, a cache or shorter answers make each call cheaper.",
  quantities: [
    {
      id: "calls",
      label: "Calls a month",
      unit: "count",
      help: "With retries, which are billed too.",
      role: "assumed",
      least: 1,
      most: 1e12,
      example: { low: 800_000, likely: 900_000, high: 1_100_000 },
    },
    {
      id: "inputBefore",
      label: "Input tokens a call before",
      unit: "tokens",
      help: "Instructions, context and question; the mean, which long documents pull up.",
      role: "measured",
      least: 0,
      most: 1e8,
      example: { low: 5_800, likely: 6_000, high: 6_200 },
    },
    {
      id: "inputAfter",
      label: "Full-price input tokens a call after",
      unit: "tokens",
      help: "A token read from the cache counts as the tenth or the quarter that it costs.",
      role: "measured",
      least: 0,
      most: 1e8,
      example: { low: 1_700, likely: 2_000, high: 2_400 },
    },
    {
      id: "outputBefore",
      label: "Output tokens a call before",
      unit: "tokens",
      help: "Hidden reasoning is billed as output.",
      role: "measured",
      least: 0,
      most: 1e7,
      example: { low: 400, likely: 420, high: 440 },
    },
    {
      id: "outputAfter",
      label: "Output tokens a call after",
      unit: "tokens",
      help: "With the new limit or the new model.",
      role: "measured",
      least: 0,
      most: 1e7,
      example: { low: 260, likely: 280, high: 320 },
    },
    {
      id: "inputPrice",
      label: "Price of a million input tokens",
      unit: "money",
      help: "As on your invoice, with its date; the same before and after, or the new model's share of it.",
      role: "assumed",
      least: 0,
      most: 1e4,
      example: { low: 2, likely: 2, high: 2 },
    },
    {
      id: "outputPrice",
      label: "Price of a million output tokens",
      unit: "money",
      help: "As on your invoice.",
      role: "assumed",
      least: 0,
      most: 1e4,
      example: { low: 10, likely: 10, high: 10 },
    },
    {
      id: "worse",
      label: "Share of calls that now need a second try",
      unit: "share",
      help: "From an evaluation set, scored before and after. Each is paid once more.",
      role: "measured",
      least: 0,
      most: 1,
      example: { low: 0, likely: 0.01, high: 0.03 },
    },
    {
      id: "handCost",
      label: "Cost of a second try beside its tokens",
      unit: "money",
      help: "A person's time, where a person repairs it.",
      role: "assumed",
      least: 0,
      most: 1e4,
      example: { low: 0, likely: 0.05, high: 0.2 },
    },
  ],
  formula:
    "12 × calls × [ (tokens before − after) × price ÷ 10⁶ − share tried again × (cost of a call after + cost of a second try) ]",
  steps(values) {
    const of = (id: string) => quantityIn(values, id);
    const yearly = 12 * of("calls");
    const priced = (input: number, output: number) => (input * of("inputPrice") + output * of("outputPrice")) / 1e6;
    const after = priced(of("inputAfter"), of("outputAfter"));
    return [
      { label: "Input tokens", amount: yearly * priced(of("inputBefore") - of("inputAfter"), 0) },
      { label: "Output tokens", amount: yearly * priced(0, of("outputBefore") - of("outputAfter")) },
      { label: "Second tries", amount: 0 - yearly * of("worse") * (after + of("handCost")) },
    ];
  },
  change: (values) =>
    `tokens a call from ${wholeText(quantityIn(values, "inputBefore") + quantityIn(values, "outputBefore"))} to ${wholeText(quantityIn(values, "inputAfter") + quantityIn(values, "outputAfter"))}`,
  leavesOut: [
    "Prices fall: a saving at last year's price is not this year's.",
    "Latency and quality change with the model; an evaluation set says whether the trade is fair.",
    "The engineering time that it took, and takes to keep.",
  ],
  source: undefined,
};
