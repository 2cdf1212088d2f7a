import { Button, TextButton } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import type { OfferBody, SignOn } from "../types.ts";
import { EndsField, Figure, Part, TextLine } from "./fields.tsx";

type Props = { offer: OfferBody; onChange: (changes: Partial<OfferBody>) => void };

const MOST_SIGN_ONS = 4;

/** Whose offer, and what is paid in money. */
export function PayFields({ offer, onChange }: Props) {
  const { bonus, match } = offer;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextLine label="Company" value={offer.name} most={120} onChange={(name) => onChange({ name })} />
        <TextLine label="Currency" value={offer.currency} most={4} onChange={(currency) => onChange({ currency })} />
        <Figure
          label="One unit of it, in your currency"
          hint="The rate you count with; nothing is looked up."
          value={offer.rate}
          onChange={(rate) => onChange({ rate })}
        />
        <Figure
          label="Cost of living there"
          hint="100 is the place you compare with; 120 is a fifth dearer."
          unit="percent"
          value={offer.costOfLiving}
          onChange={(costOfLiving) => onChange({ costOfLiving })}
        />
      </div>
      <Part title="Each year">
        <Figure label="Base" value={offer.base} onChange={(base) => onChange({ base })} />
        <Figure label="Rise a year" unit="percent" value={offer.raise} onChange={(raise) => onChange({ raise })} />
        <Figure
          label="Target bonus, of base"
          unit="percent"
          value={bonus.target}
          onChange={(target) => onChange({ bonus: { ...bonus, target } })}
        />
        <Figure label="Benefits in money" value={offer.benefits} onChange={(benefits) => onChange({ benefits })} />
        <EndsField
          legend="What is paid of the target"
          value={bonus.payout}
          onChange={(payout) => onChange({ bonus: { ...bonus, payout } })}
        />
        <Figure
          label="Added to a pension, of base"
          unit="percent"
          value={match.share}
          onChange={(share) => onChange({ match: { ...match, share } })}
        />
        <Figure
          label="At most"
          hint="0 where there is no limit."
          value={match.most ?? 0}
          onChange={(most) => onChange({ match: { ...match, most: most === 0 ? null : most } })}
        />
      </Part>
      <SignOnFields signOn={offer.signOn} onChange={(signOn) => onChange({ signOn })} />
    </>
  );
}

type SignOnProps = { signOn: readonly SignOn[]; onChange: (signOn: SignOn[]) => void };

function SignOnFields({ signOn, onChange }: SignOnProps) {
  const change = (at: number, changes: Partial<SignOn>) =>
    onChange(signOn.map((each, place) => (place === at ? { ...each, ...changes } : each)));
  const add = () =>
    onChange([...signOn, { year: signOn.length + 1, amount: 10_000, clawbackMonths: 12, clawback: "by-month" }]);
  return (
    <>
      {signOn.map((each, at) => (
        // payments have no name: their place is what tells them apart
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Part key={at} title={`Sign-on ${at + 1}`}>
          <Figure label="Amount" value={each.amount} onChange={(amount) => change(at, { amount })} />
          <Figure label="Paid at the beginning of year" value={each.year} onChange={(year) => change(at, { year })} />
          <Figure
            label="To be paid back within (months)"
            value={each.clawbackMonths}
            onChange={(clawbackMonths) => change(at, { clawbackMonths })}
          />
          <ChoiceField
            label="Paid back"
            value={each.clawback}
            choices={[
              { value: "by-month", name: "for the months that are missing" },
              { value: "whole", name: "all of it" },
            ]}
            onChoose={(clawback) => change(at, { clawback })}
          />
          <TextButton
            className="w-fit text-[13px]"
            aria-label={`Remove sign-on ${at + 1}`}
            onClick={() => onChange(signOn.filter((_, place) => place !== at))}
          >
            Remove this payment
          </TextButton>
        </Part>
      ))}
      <Button className="w-fit" disabled={signOn.length >= MOST_SIGN_ONS} onClick={add}>
        Add a sign-on
      </Button>
    </>
  );
}
