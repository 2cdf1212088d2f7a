import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { OfferBody as OfferShape } from "../../../../src/features/companies/schema.ts";
import { readText, writeText } from "../../../api/kept-text.ts";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { offersQuery, removeOffer } from "../queries.ts";
import type { Offer, OfferBody } from "../types.ts";
import { Comparison } from "./comparison.tsx";
import { bodyOf, newOffer } from "./new-offer.ts";
import { type OfferDraft, OfferForm } from "./offer-form.tsx";

const DRAFT_KEY = "holdout.offer";
const UNNAMED = "The new offer";

/** Offers side by side, with total pay over four years. */
export function OffersPage() {
  const { data, error, refetch } = useQuery(offersQuery);
  const [draft, setDraft] = useState(keptDraft);
  useEffect(() => {
    document.title = "Offers · Holdout";
  }, []);
  const onDraft = (next: OfferDraft | undefined) => {
    setDraft(next);
    if (!next) writeText(DRAFT_KEY, "");
    // a figure that is being typed anew has no form as JSON: the last whole draft is kept
    else if (readable(next.body)) writeText(DRAFT_KEY, JSON.stringify(next));
  };
  const offers = data?.offers ?? [];
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Offers</h1>
      <RoomTabs room="Jobs" current="/jobs/offers" />
      <p className="mb-4 max-w-[65ch] text-ink-2">
        Four years of pay, low, likely and high, by what you believe of bonuses and shares. Before tax: taxes differ too
        much to guess and are not modelled. Rates and costs of living are those you type.
      </p>
      {error && <FailureNote error={error} onRetry={() => refetch()} />}
      {data && offers.length === 0 && !draft && (
        <p className="mb-4 max-w-[60ch] text-ink-3">
          Offers stand here side by side, with the share price at which one equals the other and what you would keep
          when you leave early. Type the first one from its letter.
        </p>
      )}
      {data && <Compared offers={offers} draft={draft} onDraft={onDraft} />}
      {data && !draft && (
        <Button
          look="primary"
          className="mt-6"
          onClick={() => onDraft({ id: undefined, body: newOffer(offers.at(-1)?.currency ?? "$") })}
        >
          Add an offer
        </Button>
      )}
      {draft && <OfferForm key={draft.id} draft={draft} onDraft={onDraft} />}
    </main>
  );
}

type Props = { offers: readonly Offer[]; draft: OfferDraft | undefined; onDraft: (draft: OfferDraft) => void };

/** The kept offers, the one that is being typed as it stands now; what cannot be read yet is left out. */
function Compared({ offers, draft, onDraft }: Props) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: removeOffer,
    onSuccess: (left) => client.setQueryData(offersQuery.queryKey, left),
  });
  const typed = draft && readable(draft.body);
  const shown = offers.map((offer) => {
    const body = bodyOf(offer);
    return {
      key: offer.id,
      body: offer.id === draft?.id ? (typed ?? body) : body,
      onEdit: () => onDraft({ id: offer.id, body }),
      onRemove: offer.id === draft?.id ? undefined : () => remove.mutate(offer.id),
    };
  });
  const added =
    typed && draft.id === undefined
      ? [
          {
            key: "new",
            body: typed,
            onEdit: () => document.getElementById("offer")?.focus(),
            onRemove: undefined,
          },
        ]
      : [];
  if (shown.length + added.length === 0) return null;
  return (
    <>
      <Comparison offers={[...shown, ...added]} />
      {remove.error && <FailureNote error={remove.error} />}
    </>
  );
}

/** A draft that is whole but perhaps for its name; undefined where it is not. */
function readable(body: OfferBody): OfferBody | undefined {
  return OfferShape.safeParse({ ...body, name: body.name || UNNAMED }).data;
}

/** What was typed here and not kept, if it is still of today's form. */
function keptDraft(): OfferDraft | undefined {
  try {
    const { id, body } = JSON.parse(readText(DRAFT_KEY)) as Partial<OfferDraft>;
    return body && readable(body) ? { id, body } : undefined;
  } catch {
    return undefined;
  }
}
