import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useEffect } from "react";
import { FEWEST } from "../../../../src/features/jobs/model/pay-ranges.ts";
import { intervalText, spanText } from "../../../../src/features/jobs/model/pay-words.ts";
import { JOB_ROLES, LEVELS } from "../../../../src/features/jobs/model/title.ts";
import type { PayRange, PayTable } from "../../../../src/features/jobs/schema.ts";
import { counted } from "../../../../src/lib/text.ts";
import { RoomTabs } from "../../../shell/room-tabs.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDay } from "../../../ui/format-time.ts";
import { SelectField } from "../../../ui/select-field.tsx";
import { type PayFilters, parsePayFilters } from "../filters.ts";
import { payQuery } from "../queries.ts";
import { LEVEL_NAMES, ROLE_NAMES } from "../wording.ts";
import { PayBar } from "./pay-bar.tsx";

/** Pay as published, by role and level. */
export function PayPage() {
  const filters = useSearch({ from: "/jobs/pay" });
  const { data, error, refetch } = useQuery({
    ...payQuery(useDeferredValue(filters)),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    document.title = "Pay · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Pay</h1>
      <RoomTabs room="Jobs" current="/jobs/pay" />
      <p className="mb-4 max-w-[70ch] text-ink-2">
        What postings publish, and nothing else: no conversion of currencies or intervals, no estimate. A middle is
        shown from {FEWEST} whole ranges on.
      </p>
      <PayFilterBar filters={filters} />
      {data ? (
        <Table table={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton mt-4 h-40 w-full" />
      )}
    </main>
  );
}

function PayFilterBar({ filters }: { filters: PayFilters }) {
  const navigate = useNavigate();
  const set = (more: Record<string, string | undefined>) =>
    navigate({ to: "/jobs/pay", search: parsePayFilters({ ...filters, ...more }), replace: true });
  return (
    <search className="grid grid-cols-2 gap-2 md:grid-cols-4">
      <SelectField
        label="Role"
        value={filters.role}
        choices={JOB_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        onChoose={(role) => set({ role })}
      />
      <SelectField
        label="Level"
        value={filters.level}
        choices={LEVELS.map((level) => ({ value: level, label: LEVEL_NAMES[level] }))}
        onChoose={(level) => set({ level })}
      />
      <input
        aria-label="Place"
        placeholder="Place: any"
        value={filters.place ?? ""}
        onChange={({ target }) => set({ place: target.value })}
        className="h-9 min-w-0 rounded-md border border-control bg-sheet px-3 text-[14px] placeholder:text-ink-2"
      />
      <label className="flex h-9 items-center gap-2 text-[14px]">
        <input
          type="checkbox"
          checked={filters.by === "place"}
          onChange={({ target }) => set({ by: target.checked ? "place" : undefined })}
        />
        Each place apart
      </label>
    </search>
  );
}

function Table({ table: { ranges, postings, withPay, sample } }: { table: PayTable }) {
  if (postings === 0) return <p className="sheet mt-4 px-6 py-10 text-center font-medium">No posting fits.</p>;
  const highest = new Map<string, number>();
  for (const range of ranges) highest.set(unitOf(range), Math.max(highest.get(unitOf(range)) ?? 0, range.high));
  return (
    <>
      <p className="caption num mt-3 mb-2" aria-live="polite">
        {withPay} of {counted(postings, "posting")} say what they pay.
        {sample && " All of them are invented: this is the sample."}
      </p>
      {ranges.length === 0 ? (
        <p className="sheet px-6 py-10 text-center font-medium">None of them says what it pays.</p>
      ) : (
        <ul aria-label="Pay by role and level" className="sheet divide-y divide-line">
          {ranges.map((range) => (
            <Range key={keyOf(range)} range={range} most={highest.get(unitOf(range)) ?? range.high} />
          ))}
        </ul>
      )}
    </>
  );
}

const unitOf = ({ currency, interval }: PayRange) => `${currency} ${interval}`;
const keyOf = ({ role, level, place, currency, interval }: PayRange) =>
  JSON.stringify([role, level, place, currency, interval]);

function Range({ range, most }: { range: PayRange; most: number }) {
  const { role, level, place, currency, interval, n, low, high, median, midpoints, from, to, postings } = range;
  const name = [
    role === null ? "Other roles" : ROLE_NAMES[role],
    level === null ? "level not said" : LEVEL_NAMES[level],
    ...(place === null ? [] : [place]),
  ].join(", ");
  const days = formatDay(from) === formatDay(to) ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
  return (
    <li className="px-4 py-3 sm:px-6">
      <div className="grid gap-x-6 gap-y-1 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <h2 className="text-[15px] break-words">{name}</h2>
          <p className="num text-[14px] text-ink-2">
            {counted(n, "posting")}, {days}
          </p>
        </div>
        <div className="min-w-0">
          <p className="num">
            {median === null ? (
              <>
                {currency} {spanText({ min: low, max: high })}
                {intervalText(interval)}
                <span className="block text-[14px] text-ink-2">
                  {midpoints < n && n >= FEWEST ? `Only ${counted(midpoints, "whole range")}: ` : ""}too few for a
                  middle
                </span>
              </>
            ) : (
              <>
                <b className="font-medium">
                  {currency} {spanText({ min: median, max: median })}
                </b>
                {intervalText(interval)} in the middle, from {spanText({ min: low, max: high })}
              </>
            )}
          </p>
          <PayBar low={low} high={high} median={median} most={most} />
        </div>
      </div>
      <details className="mt-1 text-[14px]">
        <summary className="w-fit text-ink-2">{n === 1 ? "The posting" : `The ${n} postings`}</summary>
        <ul className="mt-1 grid gap-1">
          {postings.map(({ id, title, company, min, max }) => (
            <li key={id} className="break-words">
              <Link to="/jobs/$id" params={{ id }} className="text-accent underline underline-offset-2">
                {title}
              </Link>
              , {company}
              <span className="num text-ink-2">
                {" "}
                {currency} {spanText({ min, max })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
