import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { useAnnounce } from "../../shell/announcer.tsx";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { PlaceCards } from "./place-cards.tsx";
import { ledgerQuery, settleFinding } from "./queries.ts";
import type { Finding } from "./types.ts";

/** One finding with its places side by side, its mend, and the way to say that it is right as it stands. */
export function FindingItem({ finding }: { finding: Finding }) {
  const { id, kind, said, mend, places } = finding;
  return (
    <li
      id={`finding-${id}`}
      data-row
      tabIndex={-1}
      className="sheet scroll-mt-6 px-4 py-4 focus-visible:outline-2 focus-visible:outline-accent"
    >
      {/* where nothing is behind a line, the line itself says which */}
      <h3 className={kind === "unsupported" ? "sr-only" : "max-w-[75ch] font-medium break-words"}>{said}</h3>
      {kind === "unsupported" && (
        <div className="-mt-3">
          <PlaceCards places={places} />
        </div>
      )}
      <p className="mt-1 max-w-[75ch] text-[14px] text-ink-2">
        <span className="font-medium text-ink">Mend:</span> {mend}
      </p>
      {kind !== "unsupported" && <PlaceCards places={places} />}
      <Settle id={id} />
    </li>
  );
}

function Settle({ id }: { id: string }) {
  const field = useId();
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  const client = useQueryClient();
  const announce = useAnnounce();
  const settle = useMutation({
    mutationFn: settleFinding,
    onSuccess: (ledger) => {
      client.setQueryData(ledgerQuery.queryKey, ledger);
      announce("Settled. It comes back if one of its texts changes.");
    },
  });
  const leave = () => {
    setAsked(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!asked)
    return (
      <Button ref={opener} className="mt-3" onClick={() => setAsked(true)}>
        It is right as it stands
      </Button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settle.mutate({ id, note });
  };
  return (
    <form onSubmit={submit} className="mt-3 max-w-[640px]" onKeyDown={({ key }) => key === "Escape" && leave()}>
      <label htmlFor={field} className="mb-1 block text-[14px] text-ink-2">
        Why? In words that you would say to an interviewer
      </label>
      <input
        id={field}
        // biome-ignore lint/a11y/noAutofocus: the button that had the focus has just made way for it
        autoFocus
        value={note}
        maxLength={600}
        autoComplete="off"
        onChange={({ target }) => setNote(target.value)}
        className="h-10 w-full min-w-0 rounded-md border border-control bg-sheet px-3 text-[15px]"
      />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={note.trim() === "" || settle.isPending}>
          Settle it
        </Button>
        <Button onClick={leave}>Leave it open</Button>
      </div>
      {settle.error && <FailureNote error={settle.error} />}
    </form>
  );
}
