import { useState } from "react";
import { compareOffers } from "../../../../src/features/companies/model/compare-offers.ts";
import type { OfferBody } from "../types.ts";
import { OfferCard } from "./offer-card.tsx";
import { AS_TYPED, WhatIfSliders, worthIf } from "./what-if.tsx";
import { whole } from "./whole.ts";

type Shown = { key: string; body: OfferBody; onEdit: () => void; onRemove: (() => void) | undefined };

/** Offers side by side, and what would have to be so for another to be better. */
export function Comparison({ offers }: { offers: readonly Shown[] }) {
  const [whatIf, setWhatIf] = useState(AS_TYPED);
  const bodies = offers.map(({ body }) => body);
  const compared = compareOffers(bodies);
  const worths = bodies.map((body) => worthIf(body, whatIf));
  const most = Math.max(1, ...worths);
  return (
    <>
      <section
        aria-labelledby="what-if"
        className="sheet mb-6 grid gap-4 px-4 py-4 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]"
      >
        <div className="min-w-0">
          <h2 id="what-if" className="mb-2 text-lg">
            What if
          </h2>
          <WhatIfSliders value={whatIf} onChange={setWhatIf} />
        </div>
        <ul aria-live="polite" className="grid content-center gap-2">
          {offers.map(({ key, body }, at) => (
            <li key={key} className="text-[14px]">
              <div className="flex justify-between gap-3">
                <span className="min-w-0 break-words">{body.name || "The new offer"}</span>
                <span className="num">{whole(worths[at] ?? 0)}</span>
              </div>
              <svg aria-hidden="true" width="100%" height="10" className="mt-0.5 block rounded-sm bg-sunk">
                <rect
                  height="10"
                  width={`${(100 * Math.max(0, worths[at] ?? 0)) / most}%`}
                  fill="var(--accent)"
                  opacity="0.75"
                />
              </svg>
            </li>
          ))}
        </ul>
      </section>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,320px),1fr))] gap-4">
        {offers.map(({ key, body, onEdit, onRemove }, at) => {
          const own = compared[at];
          return own && <OfferCard key={key} offer={body} compared={own} onEdit={onEdit} onRemove={onRemove} />;
        })}
      </ul>
    </>
  );
}
