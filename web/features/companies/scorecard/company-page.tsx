import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { totalOf, warningsOf } from "../../../../src/features/companies/model/scorecard.ts";
import { BackLink } from "../../../ui/back-link.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { companiesQuery, removeCompany } from "../queries.ts";
import { RangeLine } from "../range-line.tsx";
import type { Company } from "../types.ts";
import { useChangeCompany } from "../use-company.ts";
import { AboutSection } from "./about-section.tsx";
import { AskNext } from "./ask-next.tsx";
import { CriteriaSection } from "./criteria-section.tsx";
import { FlagsSection } from "./flags-section.tsx";

/** What is known of one company, how surely, and what to ask next. */
export function CompanyPage() {
  const { id } = useParams({ from: "/jobs/companies/$id" });
  const { data, error, refetch } = useQuery(companiesQuery);
  const company = data?.companies.find((each) => each.id === id);
  useEffect(() => {
    document.title = `${company?.name ?? "Company"} · Holdout`;
  }, [company?.name]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/jobs/companies">Companies</BackLink>
      <h1 className="mb-4 break-words text-2xl">{company?.name ?? (data ? "No such company" : "Company")}</h1>
      {error && <FailureNote error={error} onRetry={() => refetch()} />}
      {data && !company && <p>It may have been removed.</p>}
      {company && <Scorecard company={company} />}
    </main>
  );
}

function Scorecard({ company }: { company: Company }) {
  const { save, error } = useChangeCompany(company);
  const warnings = warningsOf(company);
  return (
    <>
      {error && <FailureNote error={error} />}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <CriteriaSection company={company} save={save} />
        <div className="order-first grid gap-6 lg:sticky lg:top-4 lg:order-none">
          <section aria-labelledby="total">
            <h2 id="total" className="mb-2 text-lg">
              All in all
            </h2>
            <RangeLine total={totalOf(company.criteria)} />
            {warnings.map(({ said }) => (
              <Callout key={said} tone="fail" className="mt-2">
                {said}
              </Callout>
            ))}
          </section>
          <AskNext company={company} />
          <FlagsSection company={company} save={save} />
        </div>
      </div>
      <AboutSection key={company.id} company={company} save={save} />
      <RemoveCompany company={company} />
    </>
  );
}

function RemoveCompany({ company: { id, name } }: { company: Company }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: removeCompany,
    onSuccess: (companies) => {
      client.setQueryData(companiesQuery.queryKey, companies);
      return navigate({ to: "/jobs/companies" });
    },
  });
  return (
    <div className="mt-8">
      <InlineConfirm
        ask="Remove the company"
        consequence={`${name}, with its scores, what was said and its short lists, is deleted. Offers stay.`}
        confirm="Remove it"
        decline="Keep it"
        pending={remove.isPending}
        onConfirm={() => remove.mutate(id)}
      />
      {remove.error && <FailureNote error={remove.error} />}
    </div>
  );
}
