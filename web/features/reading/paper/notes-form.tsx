import { useId } from "react";
import { isComplete, PART_WORDS, thinParts } from "../../../../src/features/reading/model/notes.ts";
import { notesMarkdown } from "../../../../src/features/reading/model/notes-markdown.ts";
import { PARTS } from "../../../../src/features/reading/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { saveFile } from "../../../ui/save-file.ts";
import { SaveNote } from "../../../ui/save-note.tsx";
import type { Paper } from "../types.ts";
import { useNotes } from "./use-notes.ts";

/** Notes in the shape in which a paper is asked about. */
export function NotesForm({ paper }: { paper: Paper }) {
  const { notes, change, state } = useNotes(paper);
  const thin = thinParts(notes);
  const save = () => {
    const name = paper.title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .slice(0, 60);
    saveFile(`${name || "paper"}.md`, new Blob([notesMarkdown({ ...paper, notes })], { type: "text/markdown" }));
  };
  return (
    <section aria-labelledby="notes">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="notes" className="text-lg">
          Notes
        </h2>
        <span className="flex items-center gap-3">
          <SaveNote state={state} />
          <Button onClick={save}>Save as Markdown</Button>
        </span>
      </div>
      <p className="caption mb-3 max-w-[70ch]">
        In your own words and in whole sentences: they are what a retelling is held against, so what stands here wrongly
        is graded wrongly.{" "}
        {isComplete(notes)
          ? "All five parts are there: a mock can hold a paper talk on them."
          : `Still thin: ${thin.map((part) => PART_WORDS[part].name.toLowerCase()).join(", ")}.`}
      </p>
      <div className="grid gap-4 lg:grid-cols-2">
        {PARTS.map((part) => (
          <Field
            key={part}
            name={PART_WORDS[part].name}
            asks={PART_WORDS[part].asks}
            text={notes[part]}
            onChange={(text) => change(part, text)}
          />
        ))}
        <Field
          name="My question"
          asks="What would you ask its authors? It is kept with the notes and not graded."
          text={notes.question}
          onChange={(text) => change("question", text)}
        />
      </div>
    </section>
  );
}

type FieldProps = { name: string; asks: string; text: string; onChange: (text: string) => void };

function Field({ name, asks, text, onChange }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-medium text-[14px]">
        {name}
      </label>
      <p id={`${id}-asks`} className="text-[13px] text-ink-3">
        {asks}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-asks`}
        value={text}
        rows={5}
        maxLength={8_000}
        spellCheck
        onChange={({ target }) => onChange(target.value)}
        className="mt-1 block w-full resize-y rounded-md border border-control bg-sheet px-3 py-2 text-[16px] leading-6 sm:text-[15px]"
      />
    </div>
  );
}
