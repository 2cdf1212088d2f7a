import type { DesignAction } from "../../../../../src/features/design/model/round/outcome.ts";
import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { Button } from "../../../../ui/button.tsx";
import { Callout } from "../../../../ui/callout.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import type { BesideProps } from "../beside-props.ts";
import { DesignBoard } from "./design-board.tsx";
import { EstimatesHandedIn, EstimatesSheet } from "./estimates-sheet.tsx";
import { FactsTold } from "./facts-told.tsx";
import { FaultsInCase } from "./faults-in-case.tsx";
import { PhaseLine } from "./phase-line.tsx";
import { RunOutcome } from "./run-outcome.tsx";

/** Beside the talk of a design round: where it is, what was told, the sheet of figures, the drawing and what its last run showed. */
export function DesignBeside({ session, shown, act, unsent, pending, busy }: BesideProps) {
  // the type of what is shown says whose it is
  const design = shown as ShownDesign;
  const now = design.phases.find(({ state }) => state === "now")?.id;
  const { estimates, run, note } = design;
  const round = session.current ?? 0;
  const does = (action: DesignAction) => act(action);
  const draws = now === "design" || now === "defend";
  return (
    <section aria-label="The design" className="grid min-w-0 gap-5">
      <PhaseLine phases={design.phases} />
      {note && (
        <Callout tone="part">
          <p role="status">
            <TextWithCode text={note} />
          </p>
        </Callout>
      )}
      {now === "clarify" && <GoOn label="No more questions" busy={busy} onGo={() => does({ type: "go-on" })} />}
      <FactsTold facts={design.facts} />
      {estimates?.handedIn === null && (
        <EstimatesSheet
          rows={estimates.rows}
          kept={{ id: session.id, round }}
          busy={busy}
          onHandIn={(values) => does({ type: "estimates", values })}
        />
      )}
      {estimates?.handedIn && <EstimatesHandedIn rows={estimates.rows} values={estimates.handedIn} />}
      {draws && (
        <DesignBoard
          design={design}
          kept={{ id: session.id, round }}
          pending={pending}
          busy={busy}
          act={does}
          unsent={unsent}
        />
      )}
      {draws && <FaultsInCase design={design} />}
      {now === "design" && <GoOn label="The drawing is done" busy={busy} onGo={() => does({ type: "go-on" })} />}
      {run && <RunOutcome run={run} />}
    </section>
  );
}

function GoOn({ label, busy, onGo }: { label: string; busy: boolean; onGo: () => void }) {
  return (
    <p>
      <Button onClick={onGo} disabled={busy}>
        {label}
      </Button>
    </p>
  );
}
