import type { BreakEven } from "../../../../src/features/companies/model/break-even.ts";
import type { Compared } from "../../../../src/features/companies/model/compare-offers.ts";
import { PARTS, type Part, sumOf, type YearPay } from "../../../../src/features/companies/model/total-pay.ts";
import { Button } from "../../../ui/button.tsx";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import type { OfferBody } from "../types.ts";
import { whole } from "./whole.ts";

type Props = { offer: OfferBody; compared: Compared; onEdit: () => void; onRemove: (() => void) | undefined };

const NAMES: Record<Part, string> = {
  base: "Base",
  bonus: "Bonus",
  signOn: "Sign-on",
  equity: "Equity",
  match: "Pension",
  benefits: "Benefits",
};

/** One offer: four years, year by year, and what the total does not show. */
export function OfferCard({ offer, compared, onEdit, onRemove }: Props) {
  const { total, paper, years, leaving, equals, notes } = compared;
  const name = offer.name || "The new offer";
  return (
    <li className="sheet min-w-0 px-4 py-3">
      <h2 className="mb-1 break-words text-[16px]">{name}</h2>
      <p className="num text-2xl">{whole(total.likely)}</p>
      <p className="num mb-3 text-[13px] text-ink-3">
        four years, likely; {whole(total.low)} to {whole(total.high)}
      </p>
      {paper.high > 0 && (
        <p className="num mb-3 text-[13px]">
          Paper beside it: {whole(paper.likely)}, {whole(paper.low)} to {whole(paper.high)}
          {sumOf(years.likely, "exerciseCost") > 0 &&
            `; exercising costs ${whole(sumOf(years.likely, "exerciseCost"))}`}
        </p>
      )}
      <YearTable years={years.likely} currency={offer.currency} />
      <dl className="num mt-3 grid gap-1 text-[13px]">
        {leaving.map(({ afterYears, total: had, paidBack }) => (
          <div key={afterYears} className="flex justify-between gap-3">
            <dt className="text-ink-2">Leaving after {afterYears === 1 ? "1 year" : `${afterYears} years`}</dt>
            <dd>
              {whole(had)}
              {paidBack > 0 && <span className="text-ink-3"> after {whole(paidBack)} paid back</span>}
            </dd>
          </div>
        ))}
      </dl>
      {equals.map(({ name: other, at }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two offers may be of one company
        <p key={`${place} ${other}`} className="num mt-2 text-[13px] text-ink-2">
          {equalText(other || "the new offer", at)}
        </p>
      ))}
      <ul className="mt-2 grid gap-1 text-[13px] text-ink-2">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </Button>
        {onRemove && (
          <InlineConfirm
            ask="Remove"
            consequence={`The offer of ${name} is deleted.`}
            confirm="Remove it"
            decline="Keep it"
            onConfirm={onRemove}
          />
        )}
      </div>
    </li>
  );
}

function YearTable({ years, currency }: { years: readonly YearPay[]; currency: string }) {
  const rows = PARTS.filter((part) => sumOf(years, part) > 0);
  return (
    <table className="num w-full text-right text-[12.5px]">
      <caption className="mb-1 text-left text-[13px] text-ink-3">
        Likely, thousands of {currency || "its currency"}
      </caption>
      <thead>
        <tr className="text-ink-3">
          <th scope="col" className="text-left font-normal">
            Year
          </th>
          {years.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a year is its number
            <th key={at} scope="col" className="font-normal">
              {at + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((part) => (
          <YearRow key={part} name={NAMES[part]} amounts={years.map((year) => year[part])} />
        ))}
        <YearRow name="Total" amounts={years.map(({ total }) => total)} />
      </tbody>
    </table>
  );
}

function YearRow({ name, amounts }: { name: string; amounts: readonly number[] }) {
  return (
    <tr className={name === "Total" ? "border-line border-t font-medium" : ""}>
      <th scope="row" className="text-left font-normal text-ink-2">
        {name}
      </th>
      {amounts.map((amount, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a year is its number
        <td key={at}>{(amount / 1_000).toFixed(1)}</td>
      ))}
    </tr>
  );
}

function equalText(other: string, at: BreakEven): string {
  switch (at.kind) {
    case "at": {
      const price = at.price > 0 ? ` at ${Number(at.price.toPrecision(3)).toLocaleString("en-US")}` : "";
      return `Equals ${other} with its share${price}, ${at.multiple.toPrecision(2)} times today's price, paper counted.`;
    }
    case "always":
      return `Above ${other} even with a worthless share.`;
    case "never":
      return `Never equals ${other}, whatever its share is worth.`;
  }
}
