import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { RoomTabs } from "../../shell/room-tabs.tsx";
import { useAction } from "../../shell/use-action.ts";
import { FailureNote } from "../../ui/failure-note.tsx";
import { AddDocument } from "./add-document.tsx";
import { DocumentList } from "./document-list.tsx";
import { FindingGroups } from "./finding-groups.tsx";
import { FirstMend } from "./first-mend.tsx";
import { LedgerSection } from "./ledger-section.tsx";
import { ledgerQuery } from "./queries.ts";
import { SettledSection } from "./settled-section.tsx";
import { Teaching } from "./teaching.tsx";
import type { Ledger } from "./types.ts";

/** Every figure that you claim anywhere, held against all the others. */
export function ClaimsPage() {
  const { data, error, refetch } = useQuery(ledgerQuery);
  useEffect(() => {
    document.title = "Claims · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Claims</h1>
      <RoomTabs room="Stories" current="/claims" />
      {data ? (
        <Loaded ledger={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function Loaded({ ledger }: { ledger: Ledger }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const focusField = () => field.current?.focus();
  useAction({ id: "claims.add", label: "Add a CV", keys: "a", group: "Claims" }, focusField);
  return (
    <>
      <FirstMend ledger={ledger} onAdd={focusField} />
      <FindingGroups findings={ledger.findings} />
      {ledger.claims.length === 0 && <Teaching hasTexts={ledger.sources.length > 0} />}
      <AddDocument fieldRef={field} first={ledger.documents.length === 0} />
      <DocumentList documents={ledger.documents} />
      <LedgerSection ledger={ledger} />
      <SettledSection settled={ledger.settled} />
    </>
  );
}
