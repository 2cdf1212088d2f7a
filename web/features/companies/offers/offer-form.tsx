import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef } from "react";
import { OfferBody as OfferShape } from "../../../../src/features/companies/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { keepOffer, offersQuery } from "../queries.ts";
import type { OfferBody } from "../types.ts";
import { EquityFields } from "./equity-fields.tsx";
import { PayFields } from "./pay-fields.tsx";

export type OfferDraft = { id: string | undefined; body: OfferBody };
type Props = { draft: OfferDraft; onDraft: (draft: OfferDraft | undefined) => void };

/** An offer as it is typed; the comparison beside it follows. */
export function OfferForm({ draft: { id, body }, onDraft }: Props) {
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: keepOffer,
    onSuccess: (offers) => {
      client.setQueryData(offersQuery.queryKey, offers);
      onDraft(undefined);
    },
  });
  const heading = useRef<HTMLHeadingElement>(null);
  // it stands below the offers: whoever asked for it is led there
  useEffect(() => heading.current?.focus(), []);
  const change = (changes: Partial<OfferBody>) => onDraft({ id, body: { ...body, ...changes } });
  const fault = OfferShape.safeParse(body).error?.issues[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fault) keep.mutate({ id, body });
  };
  return (
    <section aria-labelledby="offer" className="mt-8">
      <h2 id="offer" ref={heading} tabIndex={-1} className="mb-2 text-lg outline-none">
        {id === undefined ? "A new offer" : `The offer of ${body.name}`}
      </h2>
      <form onSubmit={submit} className="sheet grid max-w-[820px] gap-4 px-4 py-4">
        <PayFields offer={body} onChange={change} />
        <EquityFields offer={body} onChange={change} />
        {fault && (
          <p role="status" className="text-[14px] text-fail">
            {faultText(fault)}
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" disabled={fault !== undefined || keep.isPending}>
            Keep the offer
          </Button>
          <Button onClick={() => onDraft(undefined)}>{id === undefined ? "Leave it" : "Leave it as it was"}</Button>
        </div>
        {keep.error && <FailureNote error={keep.error} />}
      </form>
    </section>
  );
}

type Fault = { code?: string | undefined; path: PropertyKey[]; message: string };

const NAMES: Record<string, string> = {
  rate: "the rate",
  costOfLiving: "the cost of living",
  base: "the base",
  raise: "the rise",
  bonus: "the bonus",
  signOn: "the sign-on",
  share: "the share",
  grants: "the grants",
  refreshers: "the refreshers",
  match: "the pension",
  benefits: "the benefits",
};

/** Our own sentences as they are; what a number lacks in words that name its part. */
function faultText({ code, path, message }: Fault): string {
  const part = NAMES[String(path[0])];
  if (code === "custom" || !part) return part ? `${message} Look at ${part}.` : message;
  return `A figure of ${part} is missing or out of range.`;
}
