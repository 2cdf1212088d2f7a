import { type KeyboardEvent, useState } from "react";
import type { EditAttempt } from "../try-edit.ts";

type Source = {
  value: string;
  /** The text with another value, or why it cannot be. */
  attempt: (value: string) => EditAttempt;
  onText: (text: string) => void;
};

/** A value while it is typed: tried with every letter, written on Enter or on leaving, kept as typed while it is refused. */
export function useDraft({ value, attempt, onText }: Source) {
  const [draft, setDraft] = useState<string>();
  const tried = draft === undefined || draft.trim() === value ? undefined : attempt(draft.trim());
  const commit = () => {
    if (tried?.ok) onText(tried.value);
    if (tried === undefined || tried.ok) setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    // a first Escape takes back what was typed, a second one leaves
    else if (event.key === "Escape" && draft !== undefined) setDraft(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    shown: draft ?? value,
    refused: tried?.ok === false ? tried.reason : undefined,
    change: setDraft,
    commit,
    onKeyDown,
  };
}
