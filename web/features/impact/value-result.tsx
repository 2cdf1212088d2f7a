import { useMemo } from "react";
import type { Calculator } from "../../../src/features/impact/model/calculator.ts";
import { moneyText } from "../../../src/features/impact/model/money-text.ts";
import { lineOf, sayValue } from "../../../src/features/impact/model/tell-value.ts";
import { type Beliefs, likelyValues, valueRange } from "../../../src/features/impact/model/value-range.ts";
import { Button } from "../../ui/button.tsx";
import { RangeBar } from "./range-bar.tsx";
import { SwingChart } from "./swing-chart.tsx";

type Props = { calculator: Calculator; beliefs: Beliefs; currency: string; onLine: (line: string) => void };

/** What the change is worth a year, how sure that is, what it hangs on, and how to say it. */
export function ValueResult({ calculator, beliefs, currency, onLine }: Props) {
  // four thousand draws, and the page draws anew with every key that is typed beside it
  const range = useMemo(() => valueRange(calculator, beliefs), [calculator, beliefs]);
  const told = { calculator, beliefs, range, currency };
  const money = (amount: number) => moneyText(amount, currency);
  return (
    <section aria-labelledby="worth" className="sheet px-4 py-4 md:px-5">
      <h2 id="worth" className="text-[15px]">
        Worth a year
      </h2>
      <p aria-live="polite" className="num mt-1 text-2xl">
        {money(range.low)} to {money(range.high)}
      </p>
      <p className="text-[13px] text-ink-3">eight in ten draws of your assumptions; likely {money(range.likely)}</p>
      <RangeBar range={range} currency={currency} />
      <h3 className="mt-4 mb-1 font-medium text-[14px]">What it hangs on</h3>
      <SwingChart range={range} currency={currency} />
      <h3 className="mt-4 mb-1 font-medium text-[14px]">How to say it</h3>
      <p className="max-w-[65ch]">{sayValue(told)}</p>
      <Button className="mt-3" onClick={() => onLine(lineOf(told))}>
        Make a CV line of it
      </Button>
      <details className="mt-4 text-[14px]">
        <summary className="cursor-pointer text-ink-2">The sum, and what it leaves out</summary>
        <p className="mt-2 max-w-[65ch] text-ink-2">{calculator.formula}</p>
        <table className="num mt-2 w-full">
          <tbody>
            {calculator.steps(likelyValues(calculator, beliefs)).map(({ label, amount }) => (
              <tr key={label} className="border-line border-t">
                <th scope="row" className="py-1 text-left font-normal">
                  {label}
                </th>
                <td className="py-1 text-right">{money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <ul className="mt-3 list-disc pl-5">
          {calculator.leavesOut.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {calculator.source && <p className="mt-2 text-[13px] text-ink-3">{calculator.source}</p>}
      </details>
    </section>
  );
}
