import { ControlButton, Controls } from "@xyflow/react";
import type { Direction } from "./placed.ts";

type Props = { direction: Direction; onMove: () => void; onFit: () => void; onTurn: () => void };

/** Nearer, farther, all of it, and which way it runs. */
export function CanvasControls({ direction, onMove, onFit, onTurn }: Props) {
  const turn = direction === "right" ? "Draw it downwards" : "Draw it to the right";
  return (
    <Controls
      showInteractive={false}
      showFitView={false}
      orientation="horizontal"
      position="bottom-right"
      aria-label="View"
      onZoomIn={onMove}
      onZoomOut={onMove}
    >
      <ControlButton onClick={onFit} title="Show all of it" aria-label="Show all of it">
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M0 0h4v1.5H1.5V4H0zM8 0h4v4h-1.5V1.5H8zM0 8h1.5v2.5H4V12H0zM10.5 8H12v4H8v-1.5h2.5z" />
        </svg>
      </ControlButton>
      <ControlButton onClick={onTurn} title={turn} aria-label={turn}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={direction === "right" ? "M5 0h2v8h3l-4 4-4-4h3z" : "M0 5h8V2l4 4-4 4V7H0z"} />
        </svg>
      </ControlButton>
    </Controls>
  );
}
