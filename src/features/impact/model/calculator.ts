/** What a quantity is measured in; a share is 0 to 1. */
type QuantityUnit = "count" | "share" | "money" | "ms" | "minutes" | "hours" | "tokens" | "days" | "units";

/** What one believes of a quantity: the likely value, and what it will hardly be below or above. */
export type Belief = { low: number; likely: number; high: number };

export type Quantity = {
  id: string;
  label: string;
  unit: QuantityUnit;
  /** Where the figure comes from in practice, or what it hides. */
  help: string;
  /** What was measured of the change itself, as against what is assumed about the business. */
  role: "measured" | "assumed";
  least: number;
  most: number;
  /** An example to begin with, not a fact about anyone. */
  example: Belief;
};

export type Values = Readonly<Record<string, number>>;
type Step = { label: string; amount: number };

/** Turns a technical change into money a year, by a formula that a reader can check. */
export type Calculator = {
  id: string;
  title: string;
  /** What kind of change it is for, in one sentence. */
  about: string;
  quantities: readonly Quantity[];
  /** The formula in words and signs, as one would write it on a board. */
  formula: string;
  /** What adds up to the value, in money a year; costs are negative. */
  steps: (values: Values) => readonly Step[];
  /** The change alone, as a line of a CV tells it: "fraud recall from 71 % to 83 %". */
  change: (values: Values) => string;
  /** What the sum leaves out; an interviewer asks about these. */
  leavesOut: readonly string[];
  source: string | undefined;
};

/** Money a year. */
export function yearlyValue(calculator: Calculator, values: Values): number {
  return calculator.steps(values).reduce((sum, { amount }) => sum + amount, 0);
}

/** A quantity by its id; a calculator asks for its own alone. */
export function quantityIn(values: Values, id: string): number {
  const value = values[id];
  if (value === undefined) throw new Error(`the calculator has no quantity "${id}"`);
  return value;
}
