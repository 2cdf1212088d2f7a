import { Background, type IsValidConnection, ReactFlow } from "@xyflow/react";
import { type RefObject, useCallback, useMemo, useState } from "react";
import type { DesignFault } from "../../../../../src/features/design/model/design.ts";
import { Button } from "../../../../ui/button.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { type Choice, chosenNode } from "../choice.ts";
import { canConnect } from "../pick/choices.ts";
import { ArrowEdge, type ArrowFlowEdge } from "./arrow-edge.tsx";
import { CanvasControls } from "./canvas-controls.tsx";
import { type ComponentFlowNode, ComponentNode } from "./component-node.tsx";
import { drawnEdges, drawnNodes } from "./drawn.ts";
import { KeepInView } from "./keep-in-view.tsx";
import { Legend } from "./legend.tsx";
import type { Layout } from "./placed.ts";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { useSteady } from "./use-steady.ts";
import { STRIP, ZOOM } from "./view-of.ts";

type Props = {
  layout: Layout;
  faults: readonly DesignFault[];
  load: Record<string, number> | undefined;
  choice: Choice | undefined;
  inspecting: boolean;
  root: RefObject<HTMLElement | null>;
  onChoose: (choice: Choice | undefined) => void;
  /** Shows what is chosen beside the canvas; `onInspect` moves the focus there too. */
  onShow: () => void;
  onInspect: () => void;
  onConnect: (from: string, to: string) => void;
  onRemove: () => void;
  onAdd: () => void;
  onTurn: () => void;
};

const nodeTypes = { component: ComponentNode };
const edgeTypes = { arrow: ArrowEdge };

/** Edited through the text alone: nothing is dragged about or selected by the library itself. */
const OPTIONS = {
  nodesDraggable: false,
  elementsSelectable: false,
  edgesFocusable: false,
  deleteKeyCode: null,
  autoPanOnNodeFocus: false,
  minZoom: ZOOM.least,
  maxZoom: ZOOM.most,
  connectionRadius: 36,
  ariaLabelConfig: {
    "node.a11yDescription.default": "Enter opens its parameters, C connects it, R renames it, Delete removes it.",
  },
} as const;

/** The design as a drawing. It shows the text and is laid out by machine; what is done here changes the text. */
export function CanvasPane(props: Props) {
  const { layout, faults, load, choice, inspecting, root, onChoose, onShow, onConnect, onAdd, onTurn } = props;
  const [moved, setMoved] = useState(false);
  const nodes = useSteady(useMemo(() => drawnNodes(layout, { faults, load, choice }), [layout, faults, load, choice]));
  const edges = useSteady(useMemo(() => drawnEdges(layout, choice), [layout, choice]));
  const keys = useCanvasKeys(props);
  const covered = useCallback(() => coveredBy(root.current), [root]);
  const isValid: IsValidConnection<ArrowFlowEdge> = ({ source, target }) => canConnect(layout, source, target);
  const choose = (next: Choice) => {
    onChoose(next);
    onShow();
  };
  return (
    <section data-pane="canvas" ref={root} aria-label="The design as a drawing" {...keys}>
      <ReactFlow<ComponentFlowNode, ArrowFlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...OPTIONS}
        isValidConnection={isValid}
        onConnect={({ source, target }) => onConnect(source, target)}
        onNodeClick={(_event, { id }) => choose({ node: id })}
        onEdgeClick={(_event, { source, target }) => choose({ from: source, to: target })}
        onPaneClick={() => onChoose(undefined)}
        onMove={(event) => event && setMoved(true)}
      >
        <Background gap={20} size={1} color="var(--line-strong)" />
        <KeepInView
          layout={layout}
          moved={moved}
          chosen={chosenNode(choice)}
          inspecting={inspecting}
          covered={covered}
        />
        <CanvasControls
          direction={layout.direction}
          onMove={() => setMoved(true)}
          onFit={() => setMoved(false)}
          onTurn={() => {
            setMoved(false);
            onTurn();
          }}
        />
        <Legend layout={layout} />
      </ReactFlow>
      {layout.nodes.length === 0 && <EmptyCanvas onAdd={onAdd} />}
    </section>
  );
}

/** How much of the canvas the inspector lies over, where it is a sheet. */
function coveredBy(canvas: HTMLElement | null): number {
  const sheet = canvas?.parentElement?.querySelector("[data-pane=inspector]")?.getBoundingClientRect();
  const own = canvas?.getBoundingClientRect();
  if (!sheet || !own || sheet.left >= own.right || sheet.right <= own.left) return STRIP;
  return Math.max(STRIP, own.bottom - sheet.top);
}

function EmptyCanvas({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="absolute inset-0 z-10 grid place-items-center p-6">
      <div className="max-w-[44ch] text-center">
        <p className="font-medium">Nothing drawn yet</p>
        <p className="mt-1 mb-4 text-[14px] text-ink-2">
          What you write is drawn here, and what you do here is written. Begin where requests enter, with a gateway.
        </p>
        <Button look="primary" onClick={onAdd}>
          Add a component <Kbd keys="a" bare />
        </Button>
      </div>
    </div>
  );
}
