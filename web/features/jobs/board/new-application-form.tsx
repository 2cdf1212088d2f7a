import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useRef, useState } from "react";
import { useAction } from "../../../shell/use-action.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { beginApplication, boardQuery } from "../queries.ts";
import { Field } from "./field.tsx";

const EMPTY = { company: "", title: "", url: "" };

/** A job that comes from no board: its company, its title and perhaps an address. */
export function NewApplicationForm() {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(EMPTY);
  const client = useQueryClient();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: beginApplication,
    onSuccess: (saved) => {
      setDraft(EMPTY);
      client.setQueryData(boardQuery.queryKey, saved.board);
      return navigate({ to: "/jobs/board/$id", params: { id: saved.id } });
    },
  });
  useAction({ id: "application.add", label: "Add a job by hand", keys: "a", group: "Applications" }, () =>
    first.current?.focus(),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ ...draft, url: draft.url.trim() || null });
  };
  return (
    <form onSubmit={submit} aria-label="Add a job by hand" className="sheet px-4 py-3">
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
        <Field
          ref={first}
          id={`${id}-company`}
          name="Company"
          required
          maxLength={200}
          value={draft.company}
          onChange={({ target }) => setDraft({ ...draft, company: target.value })}
        />
        <Field
          id={`${id}-title`}
          name="Job"
          required
          maxLength={300}
          value={draft.title}
          onChange={({ target }) => setDraft({ ...draft, title: target.value })}
        />
        <Field
          id={`${id}-url`}
          name="Address, if there is one"
          type="url"
          maxLength={2_000}
          value={draft.url}
          onChange={({ target }) => setDraft({ ...draft, url: target.value })}
        />
        <Button type="submit" disabled={begin.isPending}>
          Add
        </Button>
      </div>
      {begin.error && <FailureNote error={begin.error} />}
    </form>
  );
}
