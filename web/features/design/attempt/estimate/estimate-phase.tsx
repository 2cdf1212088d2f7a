import { useRef } from "react";
import { useAnnounce } from "../../../../shell/announcer.tsx";
import { useAction } from "../../../../shell/use-action.ts";
import { FailureNote } from "../../../../ui/failure-note.tsx";
import { InlineConfirm } from "../../../../ui/inline-confirm.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { handInEstimates } from "../../queries.ts";
import { type Sitting, useStep } from "../use-sitting.ts";
import { NextPhase } from "../workspace/next-phase.tsx";
import { PhaseHead } from "../workspace/phase-head.tsx";
import { CheckedSheet } from "./checked-sheet.tsx";
import { EstimateSheet } from "./estimate-sheet.tsx";

/** What an interviewer would ask for before the first run; handed in once, then held against formula and run. */
export function EstimatePhase({ sitting }: { sitting: Sitting }) {
  const { attempt, finished } = sitting;
  if (attempt.checked === null && !finished) return <OpenSheet sitting={sitting} />;
  return (
    <div className="max-w-[860px] pb-10">
      <PhaseHead title="Estimate">
        {attempt.checked === null
          ? "No estimates were handed in."
          : "Handed in. Read the calculation where you were off; after a run, what it showed stands beside it."}
      </PhaseHead>
      {attempt.checked && <CheckedSheet attemptId={attempt.id} checked={attempt.checked} />}
      {!finished && (
        <div className="mt-5">
          <NextPhase sitting={sitting} />
        </div>
      )}
    </div>
  );
}

function OpenSheet({ sitting }: { sitting: Sitting }) {
  const { attempt, draft, detail, change } = sitting;
  const announce = useAnnounce();
  const { mutate, isPending, error } = useStep(
    attempt.id,
    (estimates: Record<string, string>) => handInEstimates(attempt.id, estimates),
    {
      onDone: ({ checked }) => {
        const right = checked?.filter(({ state }) => state === "right").length ?? 0;
        announce(`${right} of ${checked?.length ?? 0} right`);
      },
    },
  );
  const handIn = () => mutate(draft.estimates);
  const foot = useRef<HTMLDivElement>(null);
  const toFoot = () => foot.current?.querySelector("button")?.focus();
  useAction({ id: "design.hand-in", label: "Hand in the estimates", keys: "Mod-Enter", group: "This phase" }, () =>
    foot.current?.querySelector("button")?.click(),
  );
  const filled = detail.estimates.filter(({ id }) => (draft.estimates[id] ?? "").trim() !== "").length;
  return (
    <div className="max-w-[860px] pb-10">
      <PhaseHead title="Estimate">
        From what you know and asked for, in your head or on paper: the order of magnitude counts. What is left empty
        scores nothing.
      </PhaseHead>
      <EstimateSheet
        rows={detail.estimates}
        values={draft.estimates}
        onType={(id, text) => change({ estimates: { ...draft.estimates, [id]: text } })}
        onEnd={toFoot}
      />
      <div ref={foot} className="mt-5 flex flex-wrap items-center gap-3">
        <InlineConfirm
          look="primary"
          ask={
            <>
              {isPending ? "Handing in" : "Hand in the estimates"} <Kbd keys="Mod-Enter" bare />
            </>
          }
          consequence={`${filled} of ${detail.estimates.length} are filled in. They close: after this the calculation is shown, and you can run your design.`}
          confirm="Hand in"
          decline="Not yet"
          onConfirm={handIn}
          pending={isPending}
        />
        <NextPhase sitting={sitting} look="plain" />
      </div>
      {error && (
        <div className="mt-3">
          <FailureNote error={error} onRetry={handIn} />
        </div>
      )}
    </div>
  );
}
