import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { addFeed, feedsQuery } from "../queries.ts";
import { FIELD } from "../wording.ts";

/** A feed by its address. */
export function AddFeed() {
  const id = useId();
  const [address, setAddress] = useState("");
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: () => addFeed(address),
    onSuccess: (list) => {
      setAddress("");
      client.setQueryData(feedsQuery.queryKey, list);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} className="mb-6 grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <label htmlFor={id} className="text-[14px] text-ink-2 sm:col-span-2">
        Address of a feed (Atom, RSS, RDF or JSON Feed)
      </label>
      <input
        id={id}
        value={address}
        required
        inputMode="url"
        placeholder="https://example.org/feed.xml"
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setAddress(target.value)}
        className={FIELD}
      />
      <Button type="submit" className="min-h-10" disabled={address.trim() === "" || add.isPending}>
        Add the feed
      </Button>
      {add.error && (
        <div className="sm:col-span-2">
          <FailureNote error={add.error} />
        </div>
      )}
    </form>
  );
}
