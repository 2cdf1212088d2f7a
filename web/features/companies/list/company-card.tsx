import { Link } from "@tanstack/react-router";
import { nameOf } from "../../../../src/features/companies/model/criteria.ts";
import { totalOf, warningsOf } from "../../../../src/features/companies/model/scorecard.ts";
import { counted } from "../../../../src/lib/text.ts";
import { RangeLine } from "../range-line.tsx";
import type { Company } from "../types.ts";

/** One column of the comparison; the rows of all cards stand in the same order. */
export function CompanyCard({ company }: { company: Company }) {
  const warnings = warningsOf(company).length;
  return (
    <li className="sheet min-w-0 px-4 py-3">
      <h2 className="mb-2 break-words text-[16px]">
        <Link to="/jobs/companies/$id" params={{ id: company.id }} className="text-accent">
          {company.name}
        </Link>
      </h2>
      <RangeLine total={totalOf(company.criteria)} />
      <dl className="mt-3 grid gap-1 text-[14px]">
        {company.criteria.map((criterion) => (
          <div key={criterion.id} className="flex items-baseline justify-between gap-3">
            <dt className="min-w-0 break-words text-ink-2">
              {nameOf(criterion)} <span className="num text-[12.5px] text-ink-3">×{criterion.weight}</span>
            </dt>
            <dd className="num">{criterion.score ?? <span className="text-[13px] text-ink-3">not known yet</span>}</dd>
          </div>
        ))}
      </dl>
      <p className={warnings > 0 ? "mt-2 text-[13px] text-fail" : "mt-2 text-[13px] text-ink-3"}>
        {warnings > 0 ? counted(warnings, "warning") : "No warnings"}
      </p>
    </li>
  );
}
