import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { counted } from "../../../src/lib/text.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { FailureNote } from "../../ui/failure-note.tsx";
import { documentQuery } from "./queries.ts";
import type { DocumentDetail } from "./types.ts";
import { DOCUMENT_KINDS } from "./wording.ts";

/** One text as it was read, its figures marked. */
export function DocumentPage() {
  const { id } = useParams({ from: "/claims/$id" });
  const { data, error, refetch } = useQuery(documentQuery(id));
  const title = data?.name ?? "A text";
  useEffect(() => {
    document.title = `${title} · Holdout`;
  }, [title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[880px] px-4 pt-6 pb-12 outline-none md:px-8">
      <BackLink to="/claims">Claims</BackLink>
      {data ? (
        <Shown document={data} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true" className="late skeleton h-16 w-full" />
      )}
    </main>
  );
}

function Shown({ document: { name, kind, text, figures, readTo } }: { document: DocumentDetail }) {
  return (
    <>
      <h1 className="mb-1 text-2xl break-words">{name}</h1>
      <p className="mb-4 text-ink-2">
        {DOCUMENT_KINDS[kind]} with {counted(figures.length, "figure")}, as it was read
        {readTo < text.length && `. Its first ${readTo.toLocaleString("en-US")} characters were read for figures`}
      </p>
      <div className="sheet px-4 py-4 text-[15px] leading-[1.7] break-words whitespace-pre-wrap">
        {figures.map(({ start, end }, at) => (
          <span key={start}>
            {text.slice(figures[at - 1]?.end ?? 0, start)}
            <mark className="rounded-[2px] border-part border-b-2 bg-part-wash text-inherit">
              {text.slice(start, end)}
            </mark>
          </span>
        ))}
        {text.slice(figures.at(-1)?.end ?? 0)}
      </div>
    </>
  );
}
