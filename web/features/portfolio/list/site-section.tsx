import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { Button } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { portfolioQuery, writeSite } from "../queries.ts";
import type { Portfolio, SiteBody } from "../types.ts";
import { ResumePart } from "./resume-part.tsx";

const field = "h-9 w-full min-w-0 rounded-md border border-control bg-sheet px-3 text-[14px]";

const LOOKS: readonly { value: SiteBody["theme"]; name: string }[] = [
  { value: "paper", name: "Paper, with serifs" },
  { value: "slate", name: "Slate, without" },
];

/** The static site: what it lacks, in which look, and where to. */
export function SiteSection({ portfolio: { projects, resume, holes } }: { portfolio: Portfolio }) {
  const id = useId();
  const client = useQueryClient();
  const [folder, setFolder] = useState("~/portfolio-site");
  const [theme, setTheme] = useState<SiteBody["theme"]>("paper");
  const site = useMutation({ mutationFn: writeSite });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    site.mutate({ folder, theme });
  };
  return (
    <section aria-labelledby="site" className="mt-10">
      <h2 id="site" className="mb-2 text-lg">
        Site and CV
      </h2>
      <p className="mb-3 max-w-[65ch] text-ink-2">
        A static site of your shown projects and your CV: plain files without scripts, for any host, good to print. The
        CV comes and goes as JSON Resume.
      </p>
      <ResumePart resume={resume} onTaken={(next) => client.setQueryData(portfolioQuery.queryKey, next)} />
      {holes.length > 0 && (
        <ul className="mt-3 list-disc pl-5 text-[14px] text-ink-2">
          {holes.map((hole) => (
            <li key={hole}>{hole}</li>
          ))}
        </ul>
      )}
      {projects.length > 0 && (
        <form onSubmit={submit} className="mt-4 grid gap-3 sm:grid-cols-[minmax(0,1fr)_160px_auto] sm:items-end">
          <div>
            <label htmlFor={`${id}-folder`} className="text-[13px] text-ink-3">
              Folder to write into
            </label>
            <input
              id={`${id}-folder`}
              value={folder}
              required
              spellCheck={false}
              onChange={({ target }) => setFolder(target.value)}
              className={field}
            />
          </div>
          <ChoiceField label="Look" value={theme} choices={LOOKS} onChoose={setTheme} />
          <Button type="submit" disabled={site.isPending}>
            Write the site
          </Button>
        </form>
      )}
      <div aria-live="polite" className="mt-3">
        {site.data && (
          <Callout tone="pass">
            {counted(site.data.files, "file")} in <code>{site.data.folder}</code>. Open its <code>index.html</code>, or
            put the folder on any static host.
          </Callout>
        )}
      </div>
      {site.error && <FailureNote error={site.error} />}
    </section>
  );
}
