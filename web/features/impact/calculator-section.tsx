import { useState } from "react";
import type { Calculator } from "../../../src/features/impact/model/calculator.ts";
import { calculators, exampleOf } from "../../../src/features/impact/model/calculators.ts";
import { type Beliefs, beliefFault } from "../../../src/features/impact/model/value-range.ts";
import { readText, writeText } from "../../api/kept-text.ts";
import { TextButton } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { BeliefRow } from "./belief-row.tsx";
import { forgetBeliefs, keepBeliefs, keptBeliefs } from "./kept-beliefs.ts";
import type { Calculation } from "./types.ts";
import { ValueResult } from "./value-result.tsx";

type Props = { onLine: (line: string, calculation: Calculation) => void };

const CURRENCIES = ["$", "€", "£", "¥", "₹"];
const CURRENCY_KEY = "holdout.impact.currency";

/** Which calculator, and the calculator itself. */
export function CalculatorSection({ onLine }: Props) {
  const [id, setId] = useState(calculators[0]?.id);
  const [currency, setCurrency] = useState(readText(CURRENCY_KEY) || "$");
  const calculator = calculators.find((each) => each.id === id);
  return (
    <section aria-labelledby="calculators">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2 id="calculators" className="text-lg">
          What was the change worth?
        </h2>
        <div className="flex min-w-0 flex-wrap gap-2">
          <ChoiceField
            label="Kind of change"
            place="hidden"
            value={id ?? ""}
            choices={calculators.map((each) => ({ value: each.id, name: each.title }))}
            onChoose={setId}
          />
          <ChoiceField
            label="Currency"
            place="hidden"
            value={currency}
            choices={CURRENCIES.map((each) => ({ value: each, name: each }))}
            onChoose={(chosen) => {
              writeText(CURRENCY_KEY, chosen);
              setCurrency(chosen);
            }}
          />
        </div>
      </div>
      {calculator && <OneCalculator key={calculator.id} calculator={calculator} currency={currency} onLine={onLine} />}
    </section>
  );
}

function OneCalculator({ calculator, currency, onLine }: Props & { calculator: Calculator; currency: string }) {
  const [beliefs, setBeliefs] = useState<Beliefs>(() => keptBeliefs(calculator));
  const change = (next: Beliefs) => {
    keepBeliefs(calculator, next);
    setBeliefs(next);
  };
  const right = calculator.quantities.every((quantity) => {
    const belief = beliefs[quantity.id];
    return belief !== undefined && beliefFault(quantity, belief) === undefined;
  });
  const reset = () => {
    forgetBeliefs(calculator);
    setBeliefs(exampleOf(calculator));
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <p className="mb-2 max-w-[65ch] text-ink-2">
          {calculator.about} The figures are an example: put in your own, each with the lowest and the highest you could
          defend. <TextButton onClick={reset}>Back to the example</TextButton>
        </p>
        {(["measured", "assumed"] as const).map((role) => (
          <div key={role} className="mb-2">
            <h3 className="mt-3 mb-1 text-[13px] text-ink-3">{role === "measured" ? "You measured" : "You assume"}</h3>
            {calculator.quantities
              .filter((quantity) => quantity.role === role)
              .map((quantity) => (
                <BeliefRow
                  key={quantity.id}
                  quantity={quantity}
                  belief={beliefs[quantity.id] ?? quantity.example}
                  currency={currency}
                  onChange={(belief) => change({ ...beliefs, [quantity.id]: belief })}
                />
              ))}
          </div>
        ))}
      </div>
      <div className="lg:sticky lg:top-4">
        {right ? (
          <ValueResult
            calculator={calculator}
            beliefs={beliefs}
            currency={currency}
            onLine={(line) => onLine(line, { calculator: calculator.id, currency, beliefs: { ...beliefs } })}
          />
        ) : (
          <p role="status" className="sheet px-4 py-4 text-ink-2">
            The value is worked out as soon as every quantity has three numbers in order.
          </p>
        )}
      </div>
    </div>
  );
}
