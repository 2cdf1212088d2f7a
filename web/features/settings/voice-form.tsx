import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { transcriberQuery } from "../../api/transcriber.ts";
import { Button } from "../../ui/button.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { InlineConfirm } from "../../ui/inline-confirm.tsx";
import { Field, fieldLook } from "./field.tsx";
import { removeTranscriber, saveTranscriber } from "./queries.ts";
import type { TranscriberBody, TranscriberShown } from "./types.ts";

/** The server that turns speech into text. */
export function VoiceForm({ shown: { configured } }: { shown: TranscriberShown }) {
  const client = useQueryClient();
  const onSuccess = (next: TranscriberShown) => client.setQueryData(transcriberQuery.queryKey, next);
  const save = useMutation({ mutationFn: saveTranscriber, onSuccess });
  const remove = useMutation({ mutationFn: removeTranscriber, onSuccess });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(settingsIn(new FormData(event.currentTarget)));
  };
  const error = save.error ?? remove.error;
  return (
    <form
      onSubmit={submit}
      aria-label="Transcription server"
      className="sheet grid gap-3 px-4 py-4 sm:grid-cols-2 sm:px-6"
    >
      <Field label="Address of an OpenAI-compatible server">
        {(id) => (
          <input
            id={id}
            name="baseUrl"
            type="url"
            required
            placeholder="http://127.0.0.1:8000/v1"
            defaultValue={configured?.baseUrl}
            className={fieldLook}
          />
        )}
      </Field>
      <Field label="Model, as the server names it">
        {(id) => (
          <input
            id={id}
            name="model"
            required
            placeholder="whisper-1"
            defaultValue={configured?.model}
            className={fieldLook}
          />
        )}
      </Field>
      <Field
        label={
          configured
            ? `Key (one that ends in ${configured.keyEnds || "nothing"} is kept if empty)`
            : "Key (if it needs one)"
        }
      >
        {(id) => <input id={id} name="apiKey" type="password" autoComplete="off" className={fieldLook} />}
      </Field>
      <div className="col-span-full flex flex-wrap items-start gap-3">
        <Button type="submit" look="primary" disabled={save.isPending}>
          Save
        </Button>
        {configured && (
          <InlineConfirm
            ask="Remove"
            consequence="The key is deleted from this machine, and no recording is sent any more."
            confirm="Remove it"
            decline="Keep it"
            onConfirm={() => remove.mutate()}
            pending={remove.isPending}
          />
        )}
        <p className="caption">The key is kept in a file that you alone can read.</p>
      </div>
      {error && (
        <div aria-live="polite" className="col-span-full">
          <FailureNote error={error} />
        </div>
      )}
    </form>
  );
}

function settingsIn(form: FormData): TranscriberBody {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return { baseUrl: text("baseUrl"), model: text("model"), apiKey: text("apiKey") };
}
