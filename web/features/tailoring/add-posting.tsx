import { type FormEvent, type RefObject, useId, useRef, useState } from "react";
import { readText, writeText } from "../../api/kept-text.ts";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { useAddPosting } from "./use-add-posting.ts";

const KEPT_AS = "holdout:tailoring:pasted";
const MOST_FILE_BYTES = 400_000;

/** A job description: pasted, chosen as a file, or fetched from its address. */
export function AddPosting({ fieldRef }: { fieldRef: RefObject<HTMLTextAreaElement | null> }) {
  const id = useId();
  const [text, setText] = useState(() => readText(KEPT_AS));
  const write = (next: string) => {
    setText(next);
    writeText(KEPT_AS, next);
  };
  const add = useAddPosting(({ text: added }) => added !== undefined && write(""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ text });
  };
  return (
    <section aria-labelledby="add" className="sheet px-4 py-4 md:px-5">
      <h2 id="add" className="text-lg">
        What does the job ask for?
      </h2>
      <p className="mb-3 max-w-[75ch] text-[14px] text-ink-2">
        Paste a job description: you get the role, the level and the skills it asks for, each with the words that show
        it, then your gaps, the rounds to expect, what to practise, which stories to lead with and what your CV does not
        say. It is read on this machine.
      </p>
      <form onSubmit={submit}>
        <label htmlFor={id} className="mb-1 block text-[14px] text-ink-2">
          The description, in English
        </label>
        <textarea
          id={id}
          ref={fieldRef}
          rows={9}
          value={text}
          spellCheck={false}
          onChange={({ target }) => write(target.value)}
          className="w-full rounded-md border border-control bg-paper px-3 py-2 text-[15px]"
        />
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" look="primary" disabled={text.trim() === "" || add.isPending}>
            Read it
          </Button>
          <FileButton onText={write} disabled={add.isPending} />
          {add.isPending && <span className="late text-[14px] text-ink-3">Reading …</span>}
        </div>
      </form>
      <AddressForm onAddress={(url) => add.mutate({ url })} disabled={add.isPending} />
      {add.error && (
        <div className="mt-3">
          <FailureNote error={add.error} />
        </div>
      )}
    </section>
  );
}

function FileButton({ onText, disabled }: { onText: (text: string) => void; disabled: boolean }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefused(file.size > MOST_FILE_BYTES);
    if (file.size <= MOST_FILE_BYTES) onText(await file.text());
  };
  return (
    <>
      <Button disabled={disabled} onClick={() => chooser.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={chooser}
        type="file"
        aria-label="A job description as a file"
        accept=".txt,.md,.html,.htm,text/*"
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = "";
        }}
      />
      {refused && (
        <span role="alert" className="text-[14px] text-fail">
          The file is too large for a description: paste its text.
        </span>
      )}
    </>
  );
}

function AddressForm({ onAddress, disabled }: { onAddress: (url: string) => void; disabled: boolean }) {
  const id = useId();
  const [url, setUrl] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAddress(url.trim());
  };
  return (
    <form onSubmit={submit} className="mt-4 border-line border-t pt-3">
      <label htmlFor={id} className="mb-1 block text-[14px] text-ink-2">
        Or its address: this machine fetches that one page, now
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          type="text"
          inputMode="url"
          autoComplete="off"
          value={url}
          placeholder="https://…"
          onChange={({ target }) => setUrl(target.value)}
          className="h-9 min-w-0 flex-1 basis-[220px] rounded-md border border-control bg-paper px-3 text-[15px]"
        />
        <Button type="submit" disabled={url.trim() === "" || disabled}>
          Fetch it
        </Button>
      </div>
    </form>
  );
}
