import { Button, TextButton } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import type { Grant, OfferBody } from "../types.ts";
import { EndsField, Figure, Part } from "./fields.tsx";
import { newGrant, newRefreshers } from "./new-offer.ts";
import { VestingFields } from "./vesting-fields.tsx";

type Props = { offer: OfferBody; onChange: (changes: Partial<OfferBody>) => void };

const KINDS: readonly { kind: Grant["kind"]; name: string }[] = [
  { kind: "rsu", name: "Shares (RSU)" },
  { kind: "options", name: "Options" },
  { kind: "profit-units", name: "Profit units" },
];
const MOST_GRANTS = 6;

/** The share, what is granted of it, and what is granted each year after. */
export function EquityFields({ offer: { share, grants, refreshers }, onChange }: Props) {
  const setGrant = (at: number, grant: Grant) => onChange({ grants: grants.with(at, grant) });
  return (
    <>
      <Part title="The share">
        <ChoiceField
          label="It is"
          value={share.market}
          choices={[
            { value: "public", name: "traded: it can be sold when it vests" },
            { value: "private", name: "private: paper until somebody buys it" },
          ]}
          onChoose={(market) => onChange({ share: { ...share, market } })}
        />
        <Figure
          label="Price of a share today"
          hint={share.market === "private" ? "The last valuation of ordinary shares, if you know it." : undefined}
          value={share.price}
          onChange={(price) => onChange({ share: { ...share, price } })}
        />
        <EndsField
          legend="What it gains in a year"
          value={share.growth}
          onChange={(growth) => onChange({ share: { ...share, growth } })}
        />
      </Part>
      {grants.map((grant, at) => (
        // grants have no name: their place is what tells them apart
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Part key={at} title={`Grant ${at + 1}: ${KINDS.find(({ kind }) => kind === grant.kind)?.name}`}>
          <GrantFigures grant={grant} onChange={(changed) => setGrant(at, changed)} />
          <VestingFields vesting={grant.vesting} onChange={(vesting) => setGrant(at, { ...grant, vesting })} />
          <TextButton
            className="w-fit text-[13px]"
            aria-label={`Remove grant ${at + 1}`}
            onClick={() => onChange({ grants: grants.toSpliced(at, 1) })}
          >
            Remove this grant
          </TextButton>
        </Part>
      ))}
      {refreshers && (
        <Part title="Refreshers, granted at the beginning of years 2, 3 and 4">
          <Figure
            label="Worth of each on its day"
            value={refreshers.worth}
            onChange={(worth) => onChange({ refreshers: { ...refreshers, worth } })}
          />
          <TextButton className="w-fit self-end text-[13px]" onClick={() => onChange({ refreshers: null })}>
            Count no refreshers
          </TextButton>
          <VestingFields
            vesting={refreshers.vesting}
            onChange={(vesting) => onChange({ refreshers: { ...refreshers, vesting } })}
          />
        </Part>
      )}
      <div className="flex flex-wrap gap-2">
        {KINDS.map(({ kind, name }) => (
          <Button
            key={kind}
            disabled={grants.length >= MOST_GRANTS}
            onClick={() => onChange({ grants: [...grants, newGrant(kind)] })}
          >
            Add {name.toLowerCase().replace("rsu", "RSU")}
          </Button>
        ))}
        {!refreshers && <Button onClick={() => onChange({ refreshers: newRefreshers() })}>Add refreshers</Button>}
      </div>
    </>
  );
}

function GrantFigures({ grant, onChange }: { grant: Grant; onChange: (grant: Grant) => void }) {
  switch (grant.kind) {
    case "rsu":
      return (
        <Figure
          label="Worth at the price today"
          value={grant.worth}
          onChange={(worth) => onChange({ ...grant, worth })}
        />
      );
    case "options":
      return (
        <>
          <Figure label="How many" value={grant.count} onChange={(count) => onChange({ ...grant, count })} />
          <Figure label="Strike of each" value={grant.strike} onChange={(strike) => onChange({ ...grant, strike })} />
        </>
      );
    case "profit-units":
      return (
        <>
          <Figure label="How many" value={grant.count} onChange={(count) => onChange({ ...grant, count })} />
          <Figure
            label="Threshold of each"
            hint="Worth what a unit is worth above it."
            value={grant.threshold}
            onChange={(threshold) => onChange({ ...grant, threshold })}
          />
        </>
      );
  }
}
