import { EXAMPLE_VESTINGS } from "../../../../src/features/companies/model/vesting.ts";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import type { Vesting } from "../types.ts";
import { Figure } from "./fields.tsx";

type Props = { vesting: Vesting; onChange: (vesting: Vesting) => void };

const EVERY = [
  { value: "1", name: "every month", months: 1 },
  { value: "3", name: "every quarter", months: 3 },
  { value: "6", name: "every half-year", months: 6 },
  { value: "12", name: "once a year", months: 12 },
] as const;
const SIX_YEARS = [0, 1, 2, 3, 4, 5];

/** The share of each year, how often within it, and the cliff; examples fill it in. */
export function VestingFields({ vesting, onChange }: Props) {
  const { yearly, everyMonths, cliffMonths } = vesting;
  const example = EXAMPLE_VESTINGS.findIndex((each) => JSON.stringify(each.vesting) === JSON.stringify(vesting));
  const setYear = (at: number, share: number) => {
    const next = SIX_YEARS.map((year) => (year === at ? share : (yearly[year] ?? 0)));
    // years after the last that vests are no part of the schedule
    onChange({ ...vesting, yearly: next.slice(0, Math.max(1, next.findLastIndex((each) => each !== 0) + 1)) });
  };
  return (
    <div className="grid gap-3 sm:col-span-2 sm:grid-cols-2">
      <ChoiceField
        label="Vesting (examples: your grant letter decides)"
        value={String(example)}
        choices={[
          ...EXAMPLE_VESTINGS.map(({ name }, at) => ({ value: String(at), name })),
          { value: "-1", name: "As typed below" },
        ]}
        onChoose={(value) => {
          const chosen = EXAMPLE_VESTINGS[Number(value)];
          if (chosen) onChange(chosen.vesting);
        }}
      />
      <ChoiceField
        label="It vests"
        value={String(everyMonths)}
        choices={EVERY}
        onChoose={(value) => {
          const every = EVERY.find((each) => each.value === value);
          if (every) onChange({ ...vesting, everyMonths: every.months });
        }}
      />
      <div className="grid grid-cols-3 gap-2 sm:col-span-2 sm:grid-cols-7">
        {SIX_YEARS.map((year) => (
          <Figure
            key={year}
            label={`Year ${year + 1}`}
            unit="percent"
            value={yearly[year] ?? 0}
            onChange={(share) => setYear(year, share)}
          />
        ))}
        <Figure
          label="Cliff (months)"
          value={cliffMonths}
          onChange={(months) => onChange({ ...vesting, cliffMonths: months })}
        />
      </div>
    </div>
  );
}
