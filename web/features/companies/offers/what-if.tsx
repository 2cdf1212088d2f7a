import { useId } from "react";
import { comparable } from "../../../../src/features/companies/model/break-even.ts";
import { growing, payUnder, sumOf } from "../../../../src/features/companies/model/total-pay.ts";
import { TextButton } from "../../../ui/button.tsx";
import { percent } from "../../../ui/figures.ts";
import type { OfferBody } from "../types.ts";

/** Null is what each offer has itself. */
export type WhatIf = { growth: number | null; payout: number | null; paper: number; years: number };
export const AS_TYPED: WhatIf = { growth: null, payout: null, paper: 0, years: 4 };

/** What an offer is worth under a what-if, in the currency of the comparison. */
export function worthIf(offer: OfferBody, { growth, payout, paper, years }: WhatIf): number {
  const pay = payUnder(offer, {
    payout: payout ?? offer.bonus.payout.likely,
    price: growing(growth ?? offer.share.growth.likely),
  }).slice(0, years);
  return comparable(offer, sumOf(pay, "total") + paper * sumOf(pay, "paper"));
}

type Props = { value: WhatIf; onChange: (value: WhatIf) => void };

/** Sliders over all offers at once. */
export function WhatIfSliders({ value, onChange }: Props) {
  const said = (share: number | null) => (share === null ? "as typed" : percent(share));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Slider
        label="Every share gains in a year"
        said={said(value.growth)}
        ends={[-60, 100, 5]}
        at={100 * (value.growth ?? 0)}
        onChange={(at) => onChange({ ...value, growth: at / 100 })}
      />
      <Slider
        label="Bonus paid, of the target"
        said={said(value.payout)}
        ends={[0, 200, 5]}
        at={100 * (value.payout ?? 1)}
        onChange={(at) => onChange({ ...value, payout: at / 100 })}
      />
      <Slider
        label="Private shares, counted at"
        said={percent(value.paper)}
        ends={[0, 100, 5]}
        at={100 * value.paper}
        onChange={(at) => onChange({ ...value, paper: at / 100 })}
      />
      <Slider
        label="You stay"
        said={value.years === 1 ? "1 year" : `${value.years} years`}
        ends={[1, 4, 1]}
        at={value.years}
        onChange={(years) => onChange({ ...value, years })}
      />
      <TextButton className="w-fit text-[13px]" onClick={() => onChange(AS_TYPED)}>
        Back to the offers as typed
      </TextButton>
    </div>
  );
}

type SliderProps = {
  label: string;
  said: string;
  ends: readonly [least: number, most: number, step: number];
  at: number;
  onChange: (at: number) => void;
};

function Slider({ label, said, ends: [least, most, step], at, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <div className="flex justify-between gap-3 text-[13px]">
        <label htmlFor={id} className="text-ink-2">
          {label}
        </label>
        <output htmlFor={id} className="num">
          {said}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={at}
        aria-valuetext={said}
        onChange={({ target }) => onChange(Number(target.value))}
        className="w-full accent-(--accent)"
      />
    </div>
  );
}
