import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useId } from "react";
import { checkLine, LINE_PARTS } from "../../../src/features/impact/model/check-line.ts";
import { Button, TextButton } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { InlineConfirm } from "../../ui/inline-confirm.tsx";
import { LineReading } from "./line-reading.tsx";
import { addLine, changeLine, linesQuery, removeLine } from "./queries.ts";
import type { ImpactLine, ImpactLines, LineDraft } from "./types.ts";

type Props = {
  draft: LineDraft;
  onDraft: (draft: LineDraft) => void;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
};

const EMPTY: LineDraft = { text: "", calculation: null, id: undefined };

/** A line is checked as it is typed, and kept for the CV and the claim ledger. */
export function LinesSection({ draft, onDraft, fieldRef }: Props) {
  const id = useId();
  const client = useQueryClient();
  const { data } = useQuery(linesQuery);
  const onSuccess = (lines: ImpactLines) => {
    client.setQueryData(linesQuery.queryKey, lines);
    onDraft(EMPTY);
  };
  const add = useMutation({ mutationFn: addLine, onSuccess });
  const change = useMutation({ mutationFn: changeLine, onSuccess });
  const keep = () => {
    const body = { text: draft.text.trim(), calculation: draft.calculation };
    if (draft.id === undefined) add.mutate(body);
    else change.mutate({ id: draft.id, body });
  };
  const failure = add.error ?? change.error;
  return (
    <section aria-labelledby="lines" className="mt-10">
      <h2 id="lines" className="mb-3 text-lg">
        A line for your CV
      </h2>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0">
          <label htmlFor={id} className="mb-1 block text-[14px] text-ink-2">
            One line, as it would stand there
          </label>
          <textarea
            id={id}
            ref={fieldRef}
            rows={4}
            maxLength={600}
            value={draft.text}
            placeholder="Cut p99 latency of the ranking service from 240 ms to 95 ms …"
            onChange={({ target }) => onDraft({ ...draft, text: target.value })}
            className="w-full rounded-md border border-control bg-sheet px-3 py-2"
          />
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Button
              look="primary"
              onClick={keep}
              disabled={draft.text.trim() === "" || add.isPending || change.isPending}
            >
              {draft.id === undefined ? "Keep the line" : "Keep the change"}
            </Button>
            {draft.id !== undefined && <Button onClick={() => onDraft(EMPTY)}>Leave it as it was</Button>}
          </div>
          {failure && <FailureNote error={failure} />}
        </div>
        {draft.text.trim() === "" ? (
          <p className="max-w-[60ch] text-ink-3">
            Five things make a line: what was measured, from where, by how much, on what scale, and what you did
            yourself. What is missing shows here while you write.
          </p>
        ) : (
          <LineReading text={draft.text} />
        )}
      </div>
      {data && data.lines.length > 0 && <KeptLines lines={data.lines} onEdit={onDraft} />}
    </section>
  );
}

function KeptLines({ lines, onEdit }: { lines: readonly ImpactLine[]; onEdit: (draft: LineDraft) => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: removeLine,
    onSuccess: (left) => client.setQueryData(linesQuery.queryKey, left),
  });
  return (
    <>
      <h3 className="mt-8 mb-2 font-medium">Kept lines</h3>
      <ul className="sheet divide-y divide-line">
        {lines.map(({ id, text, calculation }) => {
          const said = Math.round(checkLine(text).score * LINE_PARTS.length);
          return (
            <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
              <p className="min-w-0 flex-1 basis-[280px] break-words">{text}</p>
              <span className="num pt-0.5 text-[13px] text-ink-3">
                {said} of {LINE_PARTS.length}
              </span>
              <TextButton className="pt-0.5 text-[14px]" onClick={() => onEdit({ text, calculation, id })}>
                Edit
              </TextButton>
              <InlineConfirm
                ask="Remove"
                consequence="The line and its calculation are deleted."
                confirm="Remove it"
                decline="Keep it"
                pending={remove.isPending}
                onConfirm={() => remove.mutate(id)}
              />
            </li>
          );
        })}
      </ul>
      {remove.error && <FailureNote error={remove.error} />}
    </>
  );
}
