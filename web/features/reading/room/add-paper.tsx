import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type RefObject, useId, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { PaperFields } from "../paper-fields.tsx";
import { addPaper, roomKey } from "../queries.ts";
import { bodyOf, NO_PAPER } from "../typed-paper.ts";

/** A paper by hand: its title is enough, and nothing is fetched. */
export function AddPaper({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  const id = useId();
  const [typed, setTyped] = useState(NO_PAPER);
  const client = useQueryClient();
  const navigate = useNavigate();
  const add = useMutation({
    mutationFn: () => addPaper(bodyOf(typed)),
    onSuccess: ({ paper }) => {
      void client.invalidateQueries(roomKey);
      return navigate({ to: "/reading/$id", params: { id: paper.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 id={id} className="mb-2 text-lg">
        Add a paper
      </h2>
      <form onSubmit={submit} className="grid gap-2">
        <PaperFields typed={typed} onChange={setTyped} fieldRef={fieldRef} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" className="min-h-10" disabled={typed.title.trim() === "" || add.isPending}>
            Put it on the list
          </Button>
          <p className="caption">Nothing is fetched for it. Papers from feeds are taken over with their abstract.</p>
        </div>
        {add.error && <FailureNote error={add.error} />}
      </form>
    </section>
  );
}
