import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type RefObject, useId, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { bankQuery, createStory, storyQuery } from "../queries.ts";

/** A title is enough to begin. */
export function NewStory({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  const id = useId();
  const [title, setTitle] = useState("");
  const client = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: createStory,
    onSuccess: (story) => {
      client.setQueryData(storyQuery(story.id).queryKey, story);
      void client.invalidateQueries({ queryKey: bankQuery.queryKey, exact: true });
      return navigate({ to: "/stories/$id", params: { id: story.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(title);
  };
  return (
    <form onSubmit={submit} className="mb-6 grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <label htmlFor={id} className="text-[14px] text-ink-2 sm:col-span-2">
        A new story, by a name that you will remember
      </label>
      <input
        id={id}
        ref={fieldRef}
        value={title}
        required
        maxLength={120}
        placeholder="The model that nobody trusted"
        autoComplete="off"
        onChange={({ target }) => setTitle(target.value)}
        className="h-10 w-full min-w-0 rounded-md border border-control bg-sheet px-3 text-[15px]"
      />
      <Button type="submit" className="min-h-10" disabled={title.trim() === "" || create.isPending}>
        Begin it
      </Button>
      {create.error && <FailureNote error={create.error} />}
    </form>
  );
}
