import { type KeyboardEvent, type RefObject, useId } from "react";
import { specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { Design, DesignFault } from "../../../../../src/features/design/model/design.ts";
import { Button } from "../../../../ui/button.tsx";
import { Glyph } from "../canvas/glyph.tsx";
import type { Choice } from "../choice.ts";
import { ArrowFields, ArrowSummary } from "./arrow-fields.tsx";
import { type InspectorDeeds, NodeInspector } from "./node-inspector.tsx";

type Props = {
  choice: Choice;
  design: Design;
  text: string;
  faults: readonly DesignFault[];
  load: Record<string, number> | undefined;
  deeds: InspectorDeeds;
  root: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** What is chosen, to be read and changed. Escape goes back to where it was chosen. */
export function InspectorPane(props: Props) {
  const { choice, design, text, faults, load, deeds, root, onClose } = props;
  const node = "node" in choice ? design.nodes.find(({ id }) => id === choice.node) : undefined;
  const edge =
    "node" in choice ? undefined : design.edges.find(({ from, to }) => from === choice.from && to === choice.to);
  const headingId = useId();
  if (!node && !edge) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <section data-pane="inspector" ref={root} aria-labelledby={headingId} onKeyDown={onKeyDown}>
      <header className="flex items-center gap-2 border-b border-line py-1 pr-2 pl-4">
        {node && <Glyph spec={specOf(node.type)} />}
        <h3 id={headingId} className="min-w-0 truncate text-[15px]">
          {node ? node.id : edge && <ArrowSummary edge={edge} design={design} />}
          {node && <span className="ml-2 text-sm font-normal text-ink-2">{specOf(node.type).title}</span>}
        </h3>
        <Button look="quiet" className="ml-auto !min-h-8 text-sm" onClick={onClose}>
          Close
        </Button>
      </header>
      <div className="pane-scroll min-h-0 flex-1 px-4 py-2">
        {node && (
          <NodeInspector
            key={node.id}
            node={node}
            design={design}
            text={text}
            faults={faults}
            load={load?.[node.id]}
            deeds={deeds}
          />
        )}
        {edge && (
          <ArrowFields
            key={`${edge.from} ${edge.to}`}
            edge={edge}
            design={design}
            text={text}
            faults={faults}
            onText={deeds.onText}
          />
        )}
      </div>
    </section>
  );
}
