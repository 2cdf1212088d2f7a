import { counted } from "../../../src/lib/text.ts";
import { Button } from "../../ui/button.tsx";
import { NEXT_LINK, NextCard } from "../../ui/next-card.tsx";
import type { Ledger } from "./types.ts";

/** The one thing to mend, or what this page will hold. */
export function FirstMend({ ledger, onAdd }: { ledger: Ledger; onAdd: () => void }) {
  const { findings, documents, claims, sources } = ledger;
  const [first] = findings;
  if (first)
    return (
      <NextCard
        title={first.said}
        action={
          <a href={`#finding-${first.id}`} className={`${NEXT_LINK} no-underline`}>
            {first.places.length > 1 ? "Show both places" : "Show it"}
          </a>
        }
      >
        <p className="text-ink-2">{first.mend}</p>
      </NextCard>
    );
  if (documents.length === 0)
    return (
      <NextCard
        title="Add your CV"
        action={
          <Button look="primary" className="min-h-10 px-4" onClick={onAdd}>
            Paste or choose it
          </Button>
        }
      >
        <p className="text-ink-2">
          Every figure in it is held against your stories, projects and impact lines. It stays on this machine.
        </p>
      </NextCard>
    );
  return (
    <section aria-label="Next" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 className="text-lg">Nothing is open</h2>
      <p className="text-ink-2">
        {counted(claims.length, "figure")} in {counted(sources.length, "text")}: none contradicts another, and each has
        something behind it.
      </p>
    </section>
  );
}
