import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { BackLink } from "../../../ui/back-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { bankQuery, removeStory, renameStory, storyQuery } from "../queries.ts";
import type { StoryDetail } from "../types.ts";

/** The story's name, which may change, and the way out of the bank. */
export function StoryHead({ story }: { story: StoryDetail }) {
  const [renaming, setRenaming] = useState(false);
  return (
    <header className="mb-4">
      <BackLink to="/stories">Stories</BackLink>
      {renaming ? (
        <Rename story={story} onDone={() => setRenaming(false)} />
      ) : (
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h1 className="min-w-0 break-words text-2xl">{story.title}</h1>
          <div className="flex flex-wrap items-start gap-2">
            <Button onClick={() => setRenaming(true)}>Rename</Button>
            <Remove id={story.id} />
          </div>
        </div>
      )}
    </header>
  );
}

function Rename({ story: { id, title }, onDone }: { story: StoryDetail; onDone: () => void }) {
  const field = useId();
  const [name, setName] = useState(title);
  const client = useQueryClient();
  const rename = useMutation({
    mutationFn: () => renameStory(id, name),
    onSuccess: (story) => {
      client.setQueryData(storyQuery(id).queryKey, story);
      void client.invalidateQueries({ queryKey: bankQuery.queryKey, exact: true });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && onDone()}
      className="flex flex-wrap items-end gap-2"
    >
      <label htmlFor={field} className="sr-only">
        Name of the story
      </label>
      <input
        id={field}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a button that is gone
        autoFocus
        value={name}
        required
        maxLength={120}
        onChange={({ target }) => setName(target.value)}
        className="h-10 min-w-0 flex-1 basis-[240px] rounded-md border border-control bg-sheet px-3 text-[16px]"
      />
      <Button type="submit" disabled={name.trim() === "" || rename.isPending}>
        Keep the name
      </Button>
      <Button look="quiet" onClick={onDone}>
        Cancel
      </Button>
      {rename.error && <FailureNote error={rename.error} />}
    </form>
  );
}

function Remove({ id }: { id: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => removeStory(id),
    onSuccess: (bank) => {
      client.setQueryData(bankQuery.queryKey, bank);
      client.removeQueries({ queryKey: storyQuery(id).queryKey });
      return navigate({ to: "/stories" });
    },
  });
  return (
    <>
      <InlineConfirm
        ask="Remove"
        consequence="The story, every telling and the answers to its follow-ups are deleted here. What was measured by them stays."
        confirm="Remove it"
        decline="Keep it"
        pending={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
      {remove.error && <FailureNote error={remove.error} />}
    </>
  );
}
