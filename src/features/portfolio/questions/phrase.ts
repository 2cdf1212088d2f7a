type Values = Readonly<Record<string, string>>;

/** How a pattern is asked about. */
export type Phrase = {
  /** How much the answer tells of a candidate, from 1 to 5. */
  telling: number;
  /** Patterns of one family are not asked about twice before others had their turn. */
  family: string;
  /** `at` is the place, as `train.py:42` in backticks. */
  ask: (at: string, values: Values) => string;
  listensFor: string;
};

/** A setting with a number: how it came about. */
export const setting = (what: string, why: string): Pick<Phrase, "ask" | "listensFor"> => ({
  ask: (at, { value = "", name = what }) =>
    `${at} sets ${what} (\`${name}\`) to ${value}: how did you arrive at ${value}, and what happened on either side of it?`,
  listensFor: why,
});

/** What a good answer about a setting has. */
export const SWEPT =
  "A sweep or a reason, the metric it was judged by, and on which split; or an honest default, named as one.";

type Ask = (at: string, values: Values) => string;

export function asking(telling: number, family: string, ask: Ask, listensFor: string): Phrase {
  return { telling, family, ask, listensFor };
}
