import { useEffect, useRef, useState } from "react";
import { RoomTabs } from "../../shell/room-tabs.tsx";
import { CalculatorSection } from "./calculator-section.tsx";
import { LinesSection } from "./lines-section.tsx";
import type { Calculation, LineDraft } from "./types.ts";

/** What work was worth, and the line that says so. */
export function ImpactPage() {
  const [draft, setDraft] = useState<LineDraft>({ text: "", calculation: null, id: undefined });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    document.title = "Impact · Holdout";
  }, []);
  const onLine = (text: string, calculation: Calculation) => {
    setDraft({ text, calculation, id: undefined });
    field.current?.focus();
  };
  const onDraft = (next: LineDraft) => {
    setDraft(next);
    if (next.id !== draft.id) field.current?.focus();
  };
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <h1 className="mb-2 text-2xl">Impact</h1>
      <RoomTabs room="Stories" current="/impact" />
      <CalculatorSection onLine={onLine} />
      <LinesSection draft={draft} onDraft={onDraft} fieldRef={field} />
    </main>
  );
}
