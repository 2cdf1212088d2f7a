import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useState } from "react";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { addCompany, companiesQuery } from "../queries.ts";
import { CompanyCard } from "./company-card.tsx";

/** All companies beside each other, as far as they are known. */
export function CompaniesPage() {
  const { data, error, refetch } = useQuery(companiesQuery);
  useEffect(() => {
    document.title = "Companies · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Companies</h1>
      <RoomTabs room="Jobs" current="/jobs/companies" />
      <p className="mb-4 max-w-[65ch] text-ink-2">
        You interview them too. For each company, note what was said, by whom and when, and score what you know; what
        you do not know stays a range, and the page says what to ask next.
      </p>
      <AddCompany />
      {error && <FailureNote error={error} onRetry={() => refetch()} />}
      {data?.companies.length === 0 && (
        <p className="mt-6 max-w-[60ch] text-ink-3">
          Companies stand here side by side: team, data, compute, safety, growth, pay and values. Add the first one
          above.
        </p>
      )}
      {data && data.companies.length > 0 && (
        <ul className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(min(100%,280px),1fr))] gap-4">
          {data.companies.map((company) => (
            <CompanyCard key={company.id} company={company} />
          ))}
        </ul>
      )}
    </main>
  );
}

function AddCompany() {
  const id = useId();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const add = useMutation({
    mutationFn: addCompany,
    onSuccess: (companies) => {
      client.setQueryData(companiesQuery.queryKey, companies);
      setName("");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") add.mutate(name.trim());
  };
  return (
    <form onSubmit={submit} className="flex max-w-[520px] flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="mb-1 block text-[13px] text-ink-2">
          A company that you look at
        </label>
        <input
          id={id}
          value={name}
          maxLength={120}
          onChange={({ target }) => setName(target.value)}
          className="h-9 w-full rounded-md border border-control bg-sheet px-3"
        />
      </div>
      <Button type="submit" look="primary" disabled={name.trim() === "" || add.isPending}>
        Add the company
      </Button>
      {add.error && <FailureNote error={add.error} />}
    </form>
  );
}
