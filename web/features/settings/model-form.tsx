import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { InlineConfirm } from "../../ui/inline-confirm.tsx";
import { Field, fieldLook } from "./field.tsx";
import { modelQuery, removeModel, saveModel, testModel } from "./queries.ts";
import type { ModelBody, ModelShown, Provider } from "./types.ts";

const providers: Record<Provider, string> = {
  anthropic: "Anthropic",
  openai: "OpenAI",
  "openai-compatible": "OpenAI-compatible server",
};

export function ModelForm({ shown }: { shown: ModelShown }) {
  const { configured } = shown;
  const [provider, setProvider] = useState<Provider>(configured?.provider ?? "anthropic");
  const client = useQueryClient();
  const onSuccess = (next: ModelShown) => client.setQueryData(modelQuery.queryKey, next);
  const save = useMutation({ mutationFn: saveModel, onSuccess });
  const remove = useMutation({ mutationFn: removeModel, onSuccess });
  const test = useMutation({
    mutationFn: testModel,
    onSuccess: () => client.invalidateQueries({ queryKey: modelQuery.queryKey }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(settingsIn(new FormData(event.currentTarget), provider));
  };
  return (
    <form onSubmit={submit} className="sheet grid gap-3 px-4 py-4 sm:grid-cols-2 sm:px-6">
      <Field label="Provider">
        {(id) => (
          <select
            id={id}
            value={provider}
            onChange={(event) => setProvider(event.target.value as Provider)}
            className={fieldLook}
          >
            {Object.entries(providers).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Model, as the provider names it">
        {(id) => <input id={id} name="model" required defaultValue={configured?.model} className={fieldLook} />}
      </Field>
      <Field label={provider === "openai-compatible" ? "Address" : "Address, if not the provider's own"}>
        {(id) => (
          <input
            id={id}
            name="baseUrl"
            type="url"
            required={provider === "openai-compatible"}
            placeholder={provider === "openai-compatible" ? "http://127.0.0.1:11434/v1" : ""}
            defaultValue={configured?.baseUrl ?? ""}
            className={fieldLook}
          />
        )}
      </Field>
      <Field label={configured ? `Key (one that ends in ${configured.keyEnds || "nothing"} is kept if empty)` : "Key"}>
        {(id) => <input id={id} name="apiKey" type="password" autoComplete="off" className={fieldLook} />}
      </Field>
      <Field label="Price of a million tokens sent (optional)">
        {(id) => <Price id={id} name="input" value={configured?.price?.input} />}
      </Field>
      <Field label="Price of a million tokens received (optional)">
        {(id) => <Price id={id} name="output" value={configured?.price?.output} />}
      </Field>
      <div className="col-span-full flex flex-wrap items-start gap-3">
        <Button type="submit" look="primary" disabled={save.isPending}>
          Save
        </Button>
        {configured && (
          <>
            <Button onClick={() => test.mutate()} disabled={test.isPending}>
              {test.isPending ? "Asking" : "Test"}
            </Button>
            <InlineConfirm
              ask="Remove"
              consequence="The key is deleted from this machine, and answers are graded offline alone."
              confirm="Remove it"
              decline="Keep it"
              onConfirm={() => remove.mutate()}
              pending={remove.isPending}
            />
          </>
        )}
        <p className="caption">The key is kept in a file that you alone can read.</p>
      </div>
      <div aria-live="polite" className="col-span-full empty:hidden">
        {test.data && <Callout tone={test.data.ok ? "pass" : "part"}>{test.data.said}</Callout>}
        {(save.error ?? test.error ?? remove.error) && <FailureNote error={save.error ?? test.error ?? remove.error} />}
      </div>
    </form>
  );
}

function Price({ id, name, value }: { id: string; name: string; value: number | undefined }) {
  return <input id={id} name={name} type="number" min={0} step="any" defaultValue={value} className={fieldLook} />;
}

function settingsIn(form: FormData, provider: Provider): ModelBody {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const [input, output] = [text("input"), text("output")];
  return {
    provider,
    model: text("model"),
    apiKey: text("apiKey"),
    ...(text("baseUrl") === "" ? {} : { baseUrl: text("baseUrl") }),
    ...(input === "" && output === "" ? {} : { price: { input: Number(input), output: Number(output) } }),
  };
}
