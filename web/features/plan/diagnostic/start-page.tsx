import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import { todayQuery } from "../queries.ts";
import { beginDiagnostic, diagnosticHomeQuery, diagnosticQuery } from "./queries.ts";
import { RoleAreas } from "./role-areas.tsx";
import type { DiagnosticHome } from "./types.ts";

/** What a diagnostic is, how long it takes and what it costs, before it begins. */
export function DiagnosticStartPage() {
  const { data, error, refetch } = useQuery(diagnosticHomeQuery);
  useEffect(() => {
    document.title = "Diagnostic · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[860px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Diagnostic</h1>
      {data ? (
        <Loaded home={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-40 w-full" />
      )}
    </main>
  );
}

function Loaded({ home }: { home: DiagnosticHome }) {
  const { minutes, mostQuestions, open, earlier } = home;
  return (
    <>
      <p className="mb-5 max-w-[68ch] text-ink-2">
        Questions that you have never seen, answered in your own words, one after another: half an hour that tells where
        you stand for a role. What is asked next depends on your answers. You see no grade before the end, so that it
        stays a measurement.
      </p>
      {open ? (
        <NextCard
          title={`The diagnostic for ${open.role.title} is open`}
          action={
            <Link to="/diagnostic/$id" params={{ id: open.id }} className={NEXT_LINK}>
              Go on
            </Link>
          }
        >
          <p className="text-ink-2">
            Begun {formatDayAndTime(open.begunAt)}, at question {open.asked}. Its clock stood still while you were away.
          </p>
        </NextCard>
      ) : (
        <Begin home={home} />
      )}
      <section aria-labelledby="costs" className="mb-6">
        <h2 id="costs" className="mb-2 text-lg">
          How it goes, and what it costs
        </h2>
        <ul className="max-w-[68ch] list-disc space-y-1 pl-5 text-[15px]">
          <li>
            {minutes.least} to {minutes.most} minutes, or less once the estimate is narrow. Two or three minutes a
            question; the clock stands still while the page is hidden, and you may stop and go on another day.
          </li>
          <li>
            Every area that the role weighs comes once, then those that tell most. “I don't know” is an answer: it
            counts as nothing and saves your time. A question that is passed over tells nothing.
          </li>
          <li>
            Each question that is shown is spent: it is never asked again, here or in a mock. A sitting takes about
            twelve and {mostQuestions} at most, so it can be repeated only as long as there are unseen ones.
          </li>
        </ul>
      </section>
      {earlier.length > 0 && <Earlier earlier={earlier} />}
    </>
  );
}

function Begin({ home: { roles } }: { home: DiagnosticHome }) {
  const [chosen, setChosen] = useState<string>();
  // whoever has a target wants to be measured for it
  const { data: today } = useQuery(todayQuery(undefined));
  const role = roles.find(({ id }) => id === (chosen ?? today?.target?.role)) ?? roles[0];
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: beginDiagnostic,
    onSuccess: (diagnostic) => {
      client.setQueryData(diagnosticQuery(diagnostic.id).queryKey, diagnostic);
      return navigate({ to: "/diagnostic/$id", params: { id: diagnostic.id } });
    },
  });
  if (!role) return null;
  const left = role.areas.reduce((sum, area) => sum + area.left, 0);
  return (
    <section aria-label="Begin" className="sheet mb-6 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-end gap-3">
        <div className="flex grow basis-[220px]">
          <ChoiceField
            label="For which role"
            value={role.id}
            choices={roles.map(({ id, title }) => ({ value: id, name: title }))}
            onChoose={setChosen}
          />
        </div>
        <Button
          look="primary"
          className="min-h-10 px-4"
          disabled={isPending || left === 0}
          onClick={() => mutate(role.id)}
        >
          Begin the diagnostic
        </Button>
      </div>
      <p className="caption num mt-2">
        {left === 0
          ? "Every held-out question for this role has been used. Mocks with other kinds of round still measure you."
          : `${counted(left, "unseen question")} for this role.`}
      </p>
      {error && (
        <div className="mt-3">
          <FailureNote error={error} onRetry={() => mutate(role.id)} />
        </div>
      )}
      <RoleAreas areas={role.areas} />
    </section>
  );
}

function Earlier({ earlier }: Pick<DiagnosticHome, "earlier">) {
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className="mb-2 text-lg">
        Earlier diagnostics
      </h2>
      <ul className="sheet divide-y divide-line">
        {earlier.map(({ id, role, begunAt, asked }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5">
            <Link to="/diagnostic/$id" params={{ id }} className="font-medium hover:text-accent">
              {role.title}
            </Link>
            <span className="caption num">
              {formatDayAndTime(begunAt)} · {counted(asked, "question")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
