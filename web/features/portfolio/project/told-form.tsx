import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Told } from "../../../../src/features/portfolio/schema.ts";
import { readText, writeText } from "../../../api/kept-text.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { changeProject, portfolioQuery, projectQuery } from "../queries.ts";
import type { ChangeBody, ProjectKind, ProjectSummary } from "../types.ts";
import { KIND_NAMES } from "../wording.ts";

const PARTS = [
  { id: "problem", name: "Problem", hint: "Who had it, and what it cost them. Two sentences." },
  { id: "approach", name: "Approach", hint: "What you tried first, what you chose, and against what." },
  { id: "results", name: "Results", hint: "A figure, on which data, against which baseline." },
  { id: "learnings", name: "What I learned", hint: "What you would do differently, and what surprised you." },
] as const;

const field = "w-full rounded-md border border-control bg-sheet px-3 py-2 text-[15px]";
const keyOf = (id: string) => `holdout.portfolio.${id}`;

/** The project in the candidate's own words, as its page on the site says it; what is typed is kept at once. */
export function ToldForm({ project }: { project: ProjectSummary }) {
  const id = useId();
  const client = useQueryClient();
  const [draft, setDraft] = useState<ChangeBody>(() => keptDraft(project) ?? bodyOf(project));
  const changed = JSON.stringify(draft) !== JSON.stringify(bodyOf(project));
  const save = useMutation({
    mutationFn: (body: ChangeBody) => changeProject(project.id, body),
    onSuccess: (detail) => {
      writeText(keyOf(project.id), "");
      setDraft(bodyOf(detail.project));
      client.setQueryData(projectQuery(project.id).queryKey, detail);
      return client.invalidateQueries({ queryKey: portfolioQuery.queryKey, exact: true });
    },
  });
  const edit = (next: ChangeBody) => {
    setDraft(next);
    writeText(keyOf(project.id), JSON.stringify(next));
  };
  const tell = (told: Partial<Told>) => edit({ ...draft, told: { ...draft.told, ...told } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <section aria-labelledby="told">
      <h2 id="told" className="mb-1 text-lg">
        In your words
      </h2>
      <p className="mb-3 max-w-[65ch] text-ink-2">
        This is what its page on your site says, and what the claim ledger reads. It began with your README's own
        sentences.
      </p>
      <form onSubmit={submit} className="grid gap-4">
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_180px]">
          <Labelled id={`${id}-name`} name="Name">
            <input
              id={`${id}-name`}
              value={draft.name}
              required
              maxLength={120}
              onChange={({ target }) => edit({ ...draft, name: target.value })}
              className={field}
            />
          </Labelled>
          <Labelled id={`${id}-kind`} name="Kind">
            <select
              id={`${id}-kind`}
              value={draft.kind}
              onChange={({ target }) => edit({ ...draft, kind: target.value as ProjectKind })}
              className={`${field} h-[42px]`}
            >
              {Object.entries(KIND_NAMES).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </Labelled>
        </div>
        {PARTS.map(({ id: part, name, hint }) => (
          <Labelled key={part} id={`${id}-${part}`} name={name} hint={hint}>
            <textarea
              id={`${id}-${part}`}
              rows={3}
              value={draft.told[part]}
              onChange={({ target }) => tell({ [part]: target.value })}
              className={field}
            />
          </Labelled>
        ))}
        <Labelled id={`${id}-tools`} name="Tools, with commas between">
          <input
            id={`${id}-tools`}
            defaultValue={draft.told.tools.join(", ")}
            onChange={({ target }) => tell({ tools: toolsIn(target.value) })}
            className={field}
          />
        </Labelled>
        <Labelled id={`${id}-url`} name="Address to show">
          <input
            id={`${id}-url`}
            type="url"
            value={draft.told.url ?? ""}
            onChange={({ target }) => tell({ url: target.value || null })}
            className={field}
          />
        </Labelled>
        <label className="flex items-center gap-2 text-[15px]">
          <input
            type="checkbox"
            checked={draft.told.shown}
            onChange={({ target }) => tell({ shown: target.checked })}
          />
          Shown on the site
        </label>
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
    </section>
  );
}

function Labelled({
  id,
  name,
  hint,
  children,
}: {
  id: string;
  name: string;
  hint?: string;
  children: React.ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id} className="font-medium text-[14px]">
        {name}
      </label>
      {hint && <span className="text-[13px] text-ink-3"> {hint}</span>}
      <div className="mt-1">{children}</div>
    </div>
  );
}

const bodyOf = ({ name, kind, told }: ProjectSummary): ChangeBody => ({ name, kind, told });

const toolsIn = (typed: string) => typed.split(",").flatMap((tool) => tool.trim() || []);

/** What was typed here and not saved, if it is still of today's form. */
function keptDraft({ id, name, kind }: ProjectSummary): ChangeBody | undefined {
  try {
    const kept = JSON.parse(readText(keyOf(id))) as Partial<ChangeBody>;
    const told = Told.safeParse(kept.told);
    return told.success ? { name: kept.name ?? name, kind: kept.kind ?? kind, told: told.data } : undefined;
  } catch {
    return undefined;
  }
}
