import { type FormEvent, useId, useState } from "react";
import { Button, TextButton } from "../../../ui/button.tsx";
import type { Heard } from "../types.ts";

type Props = { ask: string; onKeep: (heard: Heard) => void };

const field = "w-full rounded-md border border-control bg-sheet px-3 py-1.5 text-[14px]";
const EMPTY: Heard = { said: "", by: "", on: null };

/** A line that opens where it is asked for: what was said, by whom, on which day. */
export function HeardForm({ ask, onKeep }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<Heard>();
  if (!draft)
    return (
      <TextButton className="mt-1 text-[13px]" onClick={() => setDraft(EMPTY)}>
        {ask}
      </TextButton>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKeep({ ...draft, said: draft.said.trim(), by: draft.by.trim() });
    setDraft(undefined);
  };
  return (
    <form onSubmit={submit} className="mt-2 grid gap-2 sm:grid-cols-[minmax(0,1fr)_160px_150px]">
      <div className="sm:col-span-3">
        <label htmlFor={`${id}-said`} className="text-[13px] text-ink-2">
          {ask}
        </label>
        <textarea
          id={`${id}-said`}
          rows={2}
          maxLength={600}
          required
          // it opens because it was asked for
          // biome-ignore lint/a11y/noAutofocus: focus goes to what the button opened
          autoFocus
          value={draft.said}
          onChange={({ target }) => setDraft({ ...draft, said: target.value })}
          className={field}
        />
      </div>
      <div className="min-w-0">
        <label htmlFor={`${id}-by`} className="text-[13px] text-ink-2">
          By whom
        </label>
        <input
          id={`${id}-by`}
          maxLength={80}
          value={draft.by}
          onChange={({ target }) => setDraft({ ...draft, by: target.value })}
          className={field}
        />
      </div>
      <div className="min-w-0">
        <label htmlFor={`${id}-on`} className="text-[13px] text-ink-2">
          On
        </label>
        <input
          id={`${id}-on`}
          type="date"
          value={draft.on ?? ""}
          onChange={({ target }) => setDraft({ ...draft, on: target.value || null })}
          className={field}
        />
      </div>
      <div className="flex items-end gap-2">
        <Button type="submit" look="primary" disabled={draft.said.trim() === ""}>
          Keep
        </Button>
        <Button look="quiet" onClick={() => setDraft(undefined)}>
          Close
        </Button>
      </div>
    </form>
  );
}
