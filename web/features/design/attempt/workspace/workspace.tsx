import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useMedia } from "../../../../ui/use-media.ts";
import type { Attempt, CaseDetail } from "../../types.ts";
import { ClarifyPhase } from "../clarify/clarify-phase.tsx";
import { DefendPhase } from "../defend/defend-phase.tsx";
import { DrawPhase } from "../draw/draw-phase.tsx";
import { type Running, useRunning } from "../draw/use-running.ts";
import { EstimatePhase } from "../estimate/estimate-phase.tsx";
import { ScopePhase } from "../scope/scope-phase.tsx";
import { ScorecardPhase } from "../scorecard/scorecard-phase.tsx";
import { type Sitting, useSitting } from "../use-sitting.ts";
import { AttemptHeader, NotSaved } from "./attempt-header.tsx";
import { FactsPanel } from "./facts-panel.tsx";
import { PhaseBar } from "./phase-bar.tsx";
import { useFacts } from "./use-facts.ts";
import { useWorkspaceKeys } from "./workspace-keys.ts";

/** One attempt: where one is, the phase at hand, and what one knows. */
export function Workspace({ detail, attempt }: { detail: CaseDetail; attempt: Attempt }) {
  const sitting = useSitting(detail, attempt);
  const running = useRunning(sitting);
  const { phase } = sitting.draft;
  const facts = useFacts(phase);
  const navigate = useNavigate();
  useWorkspaceKeys({ sitting, toggleFacts: facts.toggle, leave: () => navigate({ to: "/design" }) });
  const body = useFocusOnEntering(phase);
  // read in the order in which it is seen: above the phase on a small screen, beside it on a wide one
  const beside = useMedia("(min-width: 1024px)");
  const known = facts.open && <FactsPanel sitting={sitting} ref={facts.panel} onClose={facts.toggle} />;
  return (
    <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <AttemptHeader sitting={sitting} facts={facts} />
      <PhaseBar sitting={sitting} />
      <NotSaved saveState={sitting.saveState} />
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        {!beside && known}
        {/* a phase begins at its top, whatever was scrolled before; what is hidden but read out stays inside it */}
        <div key={phase} ref={body} className="pane-scroll relative min-h-0 min-w-0 flex-1 px-4 pt-5 md:px-8">
          <PhaseBody sitting={sitting} running={running} />
        </div>
        {beside && known}
      </div>
    </main>
  );
}

function PhaseBody({ sitting, running }: { sitting: Sitting; running: Running }) {
  switch (sitting.draft.phase) {
    case "clarify":
      return <ClarifyPhase sitting={sitting} />;
    case "scope":
      return <ScopePhase sitting={sitting} />;
    case "estimate":
      return <EstimatePhase sitting={sitting} />;
    case "design":
      return <DrawPhase sitting={sitting} running={running} />;
    case "defend":
      return <DefendPhase sitting={sitting} />;
    case "scorecard":
      return <ScorecardPhase sitting={sitting} />;
  }
}

/** Whoever goes to a phase goes there to write: its first field takes the focus, else its heading. */
function useFocusOnEntering(phase: Sitting["draft"]["phase"]) {
  const body = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every phase has a body of its own
  useEffect(() => {
    const first = body.current?.querySelector<HTMLElement>("[data-first]:not([readonly])");
    const to = first ?? body.current?.querySelector<HTMLElement>("[data-phase-head]");
    // what is read comes before what is written: a phone would scroll past it to the field
    to?.focus({ preventScroll: true });
  }, [phase]);
  return body;
}
