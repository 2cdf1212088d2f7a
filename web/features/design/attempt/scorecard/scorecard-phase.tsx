import type { Sitting } from "../use-sitting.ts";
import { CardView } from "./card-view.tsx";
import { FinishView } from "./finish-view.tsx";

export function ScorecardPhase({ sitting }: { sitting: Sitting }) {
  const { scorecard } = sitting.attempt;
  return scorecard ? <CardView sitting={sitting} card={scorecard} /> : <FinishView sitting={sitting} />;
}
