import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { type Application, ApplicationBody } from "../../../../src/features/jobs/schema.ts";
import { parseJson } from "../../../../src/lib/parse-json.ts";
import { readText, writeText } from "../../../api/kept-text.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { boardQuery, changeApplication } from "../queries.ts";
import { ContactFields } from "./contact-fields.tsx";
import { Field } from "./field.tsx";

const keyOf = (id: string) => `holdout.jobs.application.${id}`;

/** What one writes of an application; what is typed is kept in this browser until it is saved. */
export function ApplicationForm({ application }: { application: Application }) {
  const id = useId();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => keptDraft(application) ?? bodyOf(application));
  const latest = useRef(draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(bodyOf(application));
  const save = useMutation({
    mutationFn: changeApplication,
    onSuccess: (board, { body }) => {
      client.setQueryData(boardQuery.queryKey, board);
      const saved = board.applications.find((each) => each.id === application.id);
      // what was typed while it was being saved is newer than what the server has
      if (!saved || latest.current !== body) return;
      writeText(keyOf(application.id), "");
      latest.current = bodyOf(saved);
      setDraft(latest.current);
    },
  });
  const edit = (more: Partial<ApplicationBody>) => {
    const next = { ...latest.current, ...more };
    latest.current = next;
    setDraft(next);
    writeText(keyOf(application.id), JSON.stringify(next));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ id: application.id, body: draft });
  };
  return (
    <form onSubmit={submit} className="grid min-w-0 gap-4">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_170px]">
        <Field
          id={`${id}-next`}
          name="Next step"
          maxLength={500}
          value={draft.nextStep}
          onChange={({ target }) => edit({ nextStep: target.value })}
        />
        <Field
          id={`${id}-remind`}
          name="Comes up on"
          type="date"
          value={draft.remindOn ?? ""}
          onChange={({ target }) => edit({ remindOn: target.value || null })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-notes`} className="mb-1 block text-[13px] text-ink-2">
          Notes
        </label>
        <textarea
          id={`${id}-notes`}
          rows={6}
          maxLength={20_000}
          value={draft.notes}
          onChange={({ target }) => edit({ notes: target.value })}
          className="w-full rounded-md border border-control bg-sheet px-3 py-2 text-[15px]"
        />
      </div>
      <ContactFields contacts={draft.contacts} onChange={(contacts) => edit({ contacts })} />
      <details>
        <summary className="w-fit text-[14px] text-ink-2">Company, job and address</summary>
        <div className="mt-2 grid gap-3">
          <Field
            id={`${id}-company`}
            name="Company"
            required
            maxLength={200}
            value={draft.company}
            onChange={({ target }) => edit({ company: target.value })}
          />
          <Field
            id={`${id}-title`}
            name="Job"
            required
            maxLength={300}
            value={draft.title}
            onChange={({ target }) => edit({ title: target.value })}
          />
          <Field
            id={`${id}-url`}
            name="Address"
            type="url"
            value={draft.url ?? ""}
            onChange={({ target }) => edit({ url: target.value || null })}
          />
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={!changed || save.isPending}>
          Save
        </Button>
        <span role="status" className="text-[14px] text-ink-3">
          {changed ? "Not saved yet; kept in this browser." : save.isSuccess ? "Saved." : ""}
        </span>
      </div>
      {save.error && <FailureNote error={save.error} />}
    </form>
  );
}

function bodyOf({ company, title, url, notes, contacts, nextStep, remindOn }: Application): ApplicationBody {
  return { company, title, url, notes, contacts, nextStep, remindOn };
}

/** What was typed here and not saved, if it is still of today's form. */
function keptDraft({ id }: Application): ApplicationBody | undefined {
  return ApplicationBody.safeParse(parseJson(readText(keyOf(id)))).data;
}
