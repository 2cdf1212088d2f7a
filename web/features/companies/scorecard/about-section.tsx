import { type FormEvent, useId, useState } from "react";
import { Company as CompanyShape } from "../../../../src/features/companies/schema.ts";
import { Button } from "../../../ui/button.tsx";
import type { Company, CompanyBody } from "../types.ts";

type Props = { company: Company; save: (changes: Partial<CompanyBody>) => void };

const field = "w-full rounded-md border border-control bg-sheet px-3 py-2 text-[15px]";

/** Name, notes and links; what is typed is sent by its button. */
export function AboutSection({ company, save }: Props) {
  const id = useId();
  const [name, setName] = useState(company.name);
  const [notes, setNotes] = useState(company.notes);
  const [links, setLinks] = useState(company.links.join("\n"));
  const typed = {
    name: name.trim(),
    notes: notes.trim(),
    links: links.split("\n").flatMap((link) => link.trim() || []),
  };
  const { error } = CompanyShape.pick({ name: true, notes: true, links: true }).safeParse(typed);
  const changed =
    JSON.stringify(typed) !== JSON.stringify({ name: company.name, notes: company.notes, links: company.links });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(typed);
  };
  return (
    <section aria-labelledby="about" className="mt-8 max-w-[720px]">
      <h2 id="about" className="mb-2 text-lg">
        Name, notes and links
      </h2>
      <form onSubmit={submit} className="grid gap-3">
        <div>
          <label htmlFor={`${id}-name`} className="mb-1 block text-[13px] text-ink-2">
            Name
          </label>
          <input id={`${id}-name`} value={name} onChange={({ target }) => setName(target.value)} className={field} />
        </div>
        <div>
          <label htmlFor={`${id}-notes`} className="mb-1 block text-[13px] text-ink-2">
            Notes
          </label>
          <textarea
            id={`${id}-notes`}
            rows={5}
            value={notes}
            onChange={({ target }) => setNotes(target.value)}
            className={field}
          />
        </div>
        <div>
          <label htmlFor={`${id}-links`} className="mb-1 block text-[13px] text-ink-2">
            Links, one a line
          </label>
          <textarea
            id={`${id}-links`}
            rows={2}
            value={links}
            onChange={({ target }) => setLinks(target.value)}
            className={field}
          />
          {company.links.map((link) => (
            <a
              key={link}
              href={link}
              rel="noreferrer noopener"
              target="_blank"
              className="mr-3 break-all text-[14px] text-accent underline underline-offset-2"
            >
              {link}
            </a>
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" disabled={!changed || error !== undefined}>
            Save
          </Button>
          <span role="status" className={error ? "text-[14px] text-fail" : "text-[14px] text-ink-3"}>
            {error ? error.issues[0]?.message : changed ? "Not saved yet." : ""}
          </span>
        </div>
      </form>
    </section>
  );
}
