import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { Sources } from "../../../../src/features/jobs/schema.ts";
import { counted } from "../../../../src/lib/text.ts";
import { Button, TextButton } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { Sign } from "../../../ui/state-mark.tsx";
import { useMedia } from "../../../ui/use-media.ts";
import { addSource, changeSample, jobsKey, refreshAll, refreshSource, removeSource, sourcesQuery } from "../queries.ts";
import { boardText, SOURCE_NAMES } from "../wording.ts";

/** The boards that were named. Nothing is fetched before "Refresh" is pressed. On a phone it is folded: postings come first. */
export function BoardsSection({ sources: { sources, sample } }: { sources: Sources }) {
  const hasRoom = useMedia("(min-width: 640px)");
  const [open, setOpen] = useState(hasRoom && sources.length === 0);
  const changed = useChanged();
  const all = useMutation({ mutationFn: refreshAll, onSettled: changed });
  const failing = sources.filter(({ outcome }) => outcome?.status === "failed").length;
  return (
    <section aria-labelledby="boards" className="sheet mb-5 px-4 py-3 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="boards" className="text-[15px]">
          <TextButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {sources.length === 0 ? "Boards" : counted(sources.length, "board")}
          </TextButton>
          <span className="ml-2 font-normal text-[14px] text-ink-2">
            {sources.length === 0 ? "none named yet" : failing > 0 ? `${failing} could not be fetched` : ""}
          </span>
        </h2>
        {sources.length > 0 && (
          <Button look="primary" disabled={all.isPending} onClick={() => all.mutate()}>
            {all.isPending ? "Asking the boards…" : "Refresh all"}
          </Button>
        )}
      </div>
      {all.error && <FailureNote error={all.error} />}
      {open && (
        <div className="mt-3 border-line border-t pt-3">
          <AddBoard />
          {sources.length > 0 && (
            <ul className="mt-3 divide-y divide-line">
              {sources.map((source) => (
                <BoardLine key={source.id} source={source} />
              ))}
            </ul>
          )}
          <SampleLine sample={sample} />
        </div>
      )}
    </section>
  );
}

/** After anything that changes which postings there are. */
function useChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: jobsKey });
}

function AddBoard() {
  const id = useId();
  const [address, setAddress] = useState("");
  const client = useQueryClient();
  const changed = useChanged();
  const refresh = useMutation({ mutationFn: refreshSource, onSettled: changed });
  const add = useMutation({
    mutationFn: addSource,
    onSuccess: (added) => {
      setAddress("");
      client.setQueryData(sourcesQuery.queryKey, added.sources);
      refresh.mutate(added.id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(address);
  };
  const pending = add.isPending || refresh.isPending;
  return (
    <form onSubmit={submit}>
      <label htmlFor={id} className="font-medium text-[14px]">
        Address of a job board, or of a page with a job
      </label>
      <p className="mb-1 max-w-[75ch] text-[13px] text-ink-3">
        Greenhouse, Lever and Ashby boards, such as https://jobs.lever.co/NAME, or any page that carries its job as data
        (JSON-LD). It is asked when you press the button, and never by itself.
      </p>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          value={address}
          required
          maxLength={2_000}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setAddress(target.value)}
          className="h-9 min-w-0 flex-1 basis-[240px] rounded-md border border-control bg-sheet px-3 text-[16px] sm:text-[14px]"
        />
        <Button type="submit" disabled={pending}>
          {pending ? "Asking…" : "Add and fetch"}
        </Button>
      </div>
      {(add.error ?? refresh.error) && <FailureNote error={add.error ?? refresh.error} />}
    </form>
  );
}

function BoardLine({ source }: { source: Sources["sources"][number] }) {
  const { id, kind, fetchedAt, outcome } = source;
  const changed = useChanged();
  const refresh = useMutation({ mutationFn: refreshSource, onSettled: changed });
  const remove = useMutation({ mutationFn: removeSource, onSettled: changed });
  const now = refresh.data?.outcomes[0] ?? outcome;
  const tone = now === null ? "idle" : now.status === "failed" ? "fail" : "pass";
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <Sign tone={tone} label={now === null ? "not fetched yet" : now.status} />
      <div className="min-w-0 flex-1 basis-[220px]">
        <p className="break-words">
          <span className="font-medium">{boardText(source)}</span>{" "}
          <span className="text-[14px] text-ink-3">{SOURCE_NAMES[kind]}</span>
        </p>
        <p role="status" className="text-[14px] text-ink-2 break-words">
          {now?.said ?? "Not fetched yet."}
          {fetchedAt && <span className="text-ink-3"> Fetched {formatDayAndTime(fetchedAt)}.</span>}
        </p>
        {(refresh.error ?? remove.error) && <FailureNote error={refresh.error ?? remove.error} />}
      </div>
      <Button disabled={refresh.isPending} onClick={() => refresh.mutate(id)}>
        {refresh.isPending ? "Asking…" : "Refresh"}
      </Button>
      <InlineConfirm
        ask="Remove"
        consequence="The board and its postings are deleted; what you applied to stays."
        confirm="Remove the board"
        decline="Keep it"
        pending={remove.isPending}
        onConfirm={() => remove.mutate(id)}
      />
    </li>
  );
}

function SampleLine({ sample }: { sample: Sources["sample"] }) {
  const changed = useChanged();
  const change = useMutation({ mutationFn: changeSample, onSettled: changed });
  if (sample === "put-away") return null;
  return (
    <p className="mt-3 text-[14px] text-ink-2">
      {sample === "shown" ? "Until a board has been fetched, invented postings are shown. " : "The sample is removed. "}
      <TextButton disabled={change.isPending} onClick={() => change.mutate(sample === "shown" ? "remove" : "restore")}>
        {sample === "shown" ? "Remove the sample" : "Bring it back"}
      </TextButton>
    </p>
  );
}
