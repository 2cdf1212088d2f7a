import { counted } from "../../../src/lib/text.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { PlaceLink, Quote } from "./place-cards.tsx";
import type { Ledger, LedgerClaim } from "./types.ts";

type Subject = Ledger["subjects"][number];

/** The ledger itself: what is told in several places first, then the rest, folded by text. */
export function LedgerSection({ ledger: { subjects, claims, sources } }: { ledger: Ledger }) {
  if (claims.length === 0) return null;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const claimsOf = (subject: Subject) => subject.claims.flatMap((id) => byId.get(id) ?? []);
  const several = subjects.filter(({ agrees }) => agrees !== "one-place");
  const single = subjects.filter(({ agrees }) => agrees === "one-place").flatMap(claimsOf);
  return (
    <section aria-labelledby="ledger" className="mt-10">
      <h2 id="ledger" className="text-lg">
        The ledger
      </h2>
      <p className="caption mb-3">
        {counted(claims.length, "figure")} in {counted(sources.length, "text")}, by what they are of
      </p>
      {several.length > 0 && (
        <ul className="sheet mb-4 divide-y divide-line">
          {several.map((subject) => (
            <SubjectRow key={subject.id} subject={subject} claims={claimsOf(subject)} />
          ))}
        </ul>
      )}
      {sources.map(({ id, title }) => (
        <SourceClaims key={id} title={title} claims={single.filter(({ sourceId }) => sourceId === id)} />
      ))}
    </section>
  );
}

function SubjectRow({ subject, claims }: { subject: Subject; claims: readonly LedgerClaim[] }) {
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="font-medium">{subject.title}</h3>
        {subject.agrees === "agree" ? (
          <StateMark tone="pass" className="text-[13px]">
            agrees everywhere
          </StateMark>
        ) : (
          <StateMark tone="fail" className="text-[13px]">
            does not agree
          </StateMark>
        )}
      </div>
      <ClaimRows claims={claims} />
    </li>
  );
}

function SourceClaims({ title, claims }: { title: string; claims: readonly LedgerClaim[] }) {
  if (claims.length === 0) return null;
  return (
    <details className="sheet mb-2 px-4 py-2">
      <summary className="cursor-pointer py-1 break-words">
        {title} <span className="num text-[13px] text-ink-3">{counted(claims.length, "figure")} told here alone</span>
      </summary>
      <ClaimRows claims={claims} />
    </details>
  );
}

function ClaimRows({ claims }: { claims: readonly LedgerClaim[] }) {
  return (
    <ul className="mt-2 grid gap-2">
      {claims.map(({ id, source, to, line, quote, figure }) => (
        <li key={id} className="grid gap-x-4 sm:grid-cols-[minmax(0,180px)_minmax(0,1fr)]">
          <p className="text-[13px] text-ink-2">
            <PlaceLink to={to}>{source}</PlaceLink>
            <span className="num text-ink-3"> · {line}</span>
          </p>
          <Quote quote={quote} figures={[figure]} />
        </li>
      ))}
    </ul>
  );
}
