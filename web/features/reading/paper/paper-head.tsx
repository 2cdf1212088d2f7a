import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { BackLink } from "../../../ui/back-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { percent } from "../../../ui/figures.ts";
import { formatDay } from "../../../ui/format-time.ts";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { OutsideLink } from "../outside-link.tsx";
import { PaperFields } from "../paper-fields.tsx";
import { changePaper, paperQuery, removePaper, roomKey, setStatus } from "../queries.ts";
import { bodyOf, typedOf } from "../typed-paper.ts";
import type { Paper, PaperDetail } from "../types.ts";
import { STATUS_NAMES } from "../wording.ts";

/** What it is, how far the reading is, and the way out of the list. */
export function PaperHead({ detail: { paper, due } }: { detail: PaperDetail }) {
  const [editing, setEditing] = useState(false);
  const keep = useKeep(paper.id);
  const status = useMutation({ mutationFn: setStatus, onSuccess: keep });
  return (
    <header className="mb-5">
      <BackLink to="/reading">Reading</BackLink>
      {editing ? (
        <Edit paper={paper} onDone={() => setEditing(false)} />
      ) : (
        <>
          <h1 className="min-w-0 break-words text-2xl">{paper.title}</h1>
          <p className="mt-1 break-words text-[14px] text-ink-2">{paper.authors.join(", ")}</p>
          {paper.url && (
            <p className="mt-1 text-[14px]">
              <OutsideLink to={paper.url}>{paper.url.replace(/^https?:\/\//, "")}</OutsideLink>
            </p>
          )}
          <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <ChoiceField
              label="Status"
              place="beside"
              value={paper.status}
              choices={STATUS_NAMES}
              onChoose={(next) => status.mutate({ id: paper.id, status: next })}
            />
            <Button onClick={() => setEditing(true)}>Edit</Button>
            <Remove id={paper.id} />
            {due && (
              <span className="num text-[13px] text-ink-3">
                back on {formatDay(due.at)}
                {due.recall < 1 && `, ${percent(due.recall)} chance of recall now`}
              </span>
            )}
          </div>
          {status.error && <FailureNote error={status.error} />}
        </>
      )}
    </header>
  );
}

/** What the server answered is shown; notes are left as they stand in their fields. */
function useKeep(id: string) {
  const client = useQueryClient();
  return (detail: PaperDetail) => {
    client.setQueryData(paperQuery(id).queryKey, detail);
    void client.invalidateQueries({ queryKey: [...roomKey.queryKey, "overview"] });
  };
}

function Edit({ paper, onDone }: { paper: Paper; onDone: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(paper));
  const keep = useKeep(paper.id);
  const change = useMutation({
    mutationFn: () => changePaper(paper.id, bodyOf(typed)),
    onSuccess: (detail) => {
      keep(detail);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit} className="grid gap-2">
      <PaperFields typed={typed} onChange={setTyped} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={typed.title.trim() === "" || change.isPending}>
          Keep it
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
      {change.error && <FailureNote error={change.error} />}
    </form>
  );
}

function Remove({ id }: { id: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => removePaper(id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [...roomKey.queryKey, "overview"] });
      return navigate({ to: "/reading" });
    },
  });
  return (
    <>
      <InlineConfirm
        ask="Remove"
        consequence="The paper, its notes and every retelling are deleted here. What was measured by them stays."
        confirm="Remove it"
        decline="Keep it"
        pending={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
      {remove.error && <FailureNote error={remove.error} />}
    </>
  );
}
