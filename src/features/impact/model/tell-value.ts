import type { Calculator } from "./calculator.ts";
import { moneyText } from "./money-text.ts";
import { type Beliefs, likelyValues, type ValueRange } from "./value-range.ts";

type Told = { calculator: Calculator; beliefs: Beliefs; range: ValueRange; currency: string };

/** A CV line from a calculation; the own part is the candidate's to say, so its place is left open. */
export function lineOf({ calculator, beliefs, range, currency }: Told): string {
  const { low, high } = range;
  const worth =
    low > 0
      ? `, worth ${moneyText(low, currency)} to ${moneyText(high, currency)} a year by a stated estimate`
      : " (the estimate of its value does not exclude a loss: leave the money out)";
  return `[What you did] moved ${calculator.change(likelyValues(calculator, beliefs))}${worth}.`;
}

/** What to say aloud: value, range, the assumption it hangs on, and where it would be nothing. */
export function sayValue({ calculator, range, currency }: Told): string {
  const { likely, low, high, lossChance, swings, breakEven } = range;
  const money = (amount: number) => moneyText(amount, currency);
  const first = swings[0]?.label.toLowerCase();
  const sentences = [
    `We put it at about ${money(likely)} a year, and nine times in ten above ${money(low)}; ${money(high)} would be a good year.`,
    ...(first ? [`What moves it most is "${lowered(first)}".`] : []),
    ...(lossChance >= 0.05
      ? [`In ${Math.round(100 * lossChance)} of 100 cases it costs more than it brings, and I would say so.`]
      : []),
    ...(breakEven ? [breakEvenSaid(calculator, breakEven)] : []),
    `It leaves out: ${lowered(calculator.leavesOut[0] ?? "").replace(/\.$/, "")}.`,
  ];
  return sentences.join(" ");
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function breakEvenSaid({ quantities }: Calculator, { id, label, at }: NonNullable<ValueRange["breakEven"]>): string {
  const share = quantities.find((each) => each.id === id)?.unit === "share";
  const value = share ? `${Number((100 * at).toPrecision(2))} %` : Number(at.toPrecision(3)).toLocaleString("en-US");
  return `It would be worth nothing at ${value} for "${lowered(label)}".`;
}
