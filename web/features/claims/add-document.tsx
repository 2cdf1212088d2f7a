import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, type FormEvent, type RefObject, useId, useRef, useState } from "react";
import { counted } from "../../../src/lib/text.ts";
import { readText, writeText } from "../../api/kept-text.ts";
import { useAnnounce } from "../../shell/announcer.tsx";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { classNames } from "../../ui/class-names.ts";
import { FailureNote } from "../../ui/failure-note.tsx";
import { addDocument, ledgerQuery } from "./queries.ts";
import { bodyOfFile } from "./read-file.ts";
import type { DocumentKind } from "./types.ts";
import { DOCUMENT_KINDS } from "./wording.ts";

const KINDS = (Object.keys(DOCUMENT_KINDS) as DocumentKind[]).map((value) => ({ value, name: DOCUMENT_KINDS[value] }));
const KEPT_AS = "holdout:claims:pasted";

type Props = { fieldRef: RefObject<HTMLTextAreaElement | null>; first: boolean };

/** A CV or a transcript: pasted, chosen or dropped. */
export function AddDocument({ fieldRef, first }: Props) {
  const id = useId();
  const [text, setText] = useState(() => readText(KEPT_AS));
  const [kind, setKind] = useState<DocumentKind>("cv");
  const chooser = useRef<HTMLInputElement>(null);
  const { add, addFile } = useAdd(kind, () => write(""));
  const write = (next: string) => {
    setText(next);
    writeText(KEPT_AS, next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(async () => ({ name: `Pasted ${kind === "cv" ? "CV" : "transcript"}`, kind, text }));
  };
  const drop = useDrop(addFile);
  return (
    <section aria-labelledby="add" className="mt-8">
      <h2 id="add" className="mb-2 text-lg">
        {first ? "Your CV" : "Add another text"}
      </h2>
      <form
        onSubmit={submit}
        {...drop.handlers}
        className={classNames("sheet px-4 py-4", drop.over && "border-accent bg-accent-wash")}
      >
        <label htmlFor={id} className="mb-1 block text-[14px] text-ink-2">
          Paste its text (plain, Markdown or JSON Resume), or choose a file, PDF too: it may be dropped here.
        </label>
        <textarea
          id={id}
          ref={fieldRef}
          rows={first ? 8 : 4}
          value={text}
          spellCheck={false}
          onChange={({ target }) => write(target.value)}
          className="w-full rounded-md border border-control bg-paper px-3 py-2 text-[15px]"
        />
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <ChoiceField label="It is a" place="beside" value={kind} choices={KINDS} onChoose={setKind} />
          <Button type="submit" look="primary" disabled={text.trim() === "" || add.isPending}>
            Read the text
          </Button>
          <Button disabled={add.isPending} onClick={() => chooser.current?.click()}>
            Choose a file
          </Button>
          <input
            ref={chooser}
            type="file"
            aria-label="A CV or a transcript as a file"
            accept=".pdf,.md,.txt,.json,.tex,.vtt,.srt,application/pdf,text/*"
            className="sr-only"
            tabIndex={-1}
            onChange={({ target }) => {
              addFile(target.files?.[0]);
              target.value = "";
            }}
          />
          {add.isPending && <span className="late text-[14px] text-ink-3">Reading …</span>}
        </div>
        {add.error && <FailureNote error={add.error} />}
      </form>
    </section>
  );
}

function useAdd(kind: DocumentKind, onAdded: () => void) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const add = useMutation({
    mutationFn: async (body: () => ReturnType<typeof bodyOfFile>) => addDocument(await body()),
    onSuccess: (ledger) => {
      client.setQueryData(ledgerQuery.queryKey, ledger);
      announce(`Read. ${counted(ledger.claims.length, "figure")}, ${counted(ledger.findings.length, "finding")}.`);
      onAdded();
    },
  });
  const addFile = (file: File | undefined) => file && add.mutate(() => bodyOfFile(file, kind));
  return { add, addFile };
}

function useDrop(onFile: (file: File | undefined) => void) {
  const [over, setOver] = useState(false);
  const stay = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };
  const onDrop = (event: DragEvent) => {
    stay(event);
    onFile(event.dataTransfer.files[0]);
  };
  return { over, handlers: { onDragOver: stay, onDragLeave: stay, onDrop } };
}
