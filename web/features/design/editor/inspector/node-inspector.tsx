import { specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { Design, DesignFault, DesignNode } from "../../../../../src/features/design/model/design.ts";
import { setParameter } from "../../../../../src/features/design/model/language/edit-design.ts";
import { TOOL_KINDS } from "../../../../../src/features/reading/model/tool-names.ts";
import { Button } from "../../../../ui/button.tsx";
import { Callout } from "../../../../ui/callout.tsx";
import { percent } from "../../../../ui/figures.ts";
import { Kbd } from "../../../../ui/kbd.tsx";
import { Markdown } from "../../../../ui/markdown/markdown.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import { tryEdit } from "../try-edit.ts";
import { ArrowFields, ArrowSummary } from "./arrow-fields.tsx";
import { SHELF_OF } from "./tools-of.ts";
import { ValueField } from "./value-field.tsx";
import { faultOf, writtenValue } from "./written.ts";

export type InspectorDeeds = {
  onText: (text: string) => void;
  onRename: () => void;
  onConnect: () => void;
  onRemove: () => void;
};

type Props = {
  node: DesignNode;
  design: Design;
  text: string;
  faults: readonly DesignFault[];
  load: number | undefined;
  deeds: InspectorDeeds;
};

/** What can be said of a component: its parameters, its arrows, what it models. */
export function NodeInspector({ node, design, text, faults, load, deeds }: Props) {
  const spec = specOf(node.type);
  const attempt = (key: string) => (value: string) => tryEdit(text, setParameter(text, node.id, key, value));
  const own = faults.filter((fault) => fault.node === node.id);
  return (
    <>
      <p className="text-[14px] text-ink-2">{spec.summary}</p>
      {load !== undefined && <p className="num mt-1 text-sm">Utilisation in the last run: {percent(load)}</p>}
      <div className="-ml-2 mt-1 flex flex-wrap gap-x-1">
        <Button look="quiet" className="!min-h-8 text-sm" onClick={deeds.onConnect}>
          Connect to… <Kbd keys="c" />
        </Button>
        <Button look="quiet" className="!min-h-8 text-sm" onClick={deeds.onRename}>
          Rename <Kbd keys="r" />
        </Button>
        <Button look="quiet" className="!min-h-8 text-sm" onClick={deeds.onRemove}>
          Remove <Kbd keys="Delete" />
        </Button>
      </div>
      <FaultNotes faults={own} />
      <h4 className="mt-3 mb-1 text-sm font-medium text-ink-2">Parameters</h4>
      {spec.parameters.map((parameter) => (
        <ValueField
          key={parameter.key}
          parameter={parameter}
          value={writtenValue(node, parameter.key)}
          fault={faultOf(node.settings, parameter.key, faults)}
          attempt={attempt(parameter.key)}
          onText={deeds.onText}
        />
      ))}
      <Arrows node={node} design={design} text={text} faults={faults} onText={deeds.onText} />
      <details className="border-t border-line py-2">
        <summary className="text-sm font-medium">What is modelled, and what is left out</summary>
        <Markdown text={spec.doc || spec.summary} className="mt-2 text-[14px]" />
      </details>
      <ToolsFor type={node.type} />
    </>
  );
}

/** In a tab of its own: the drawing is where one left it. */
function ToolsFor({ type }: { type: DesignNode["type"] }) {
  const shelf = SHELF_OF[type];
  if (!shelf) return null;
  return (
    <p className="caption border-t border-line py-2">
      Built with:{" "}
      <a
        href={`/reading/tools?kind=${shelf}`}
        target="_blank"
        rel="noreferrer"
        className="text-accent underline underline-offset-2"
      >
        {TOOL_KINDS[shelf]}
      </a>
    </p>
  );
}

function FaultNotes({ faults }: { faults: readonly DesignFault[] }) {
  if (faults.length === 0) return null;
  return (
    // where the list of faults stands right above, once is enough
    <div className="design-fault-notes">
      {faults.map(({ message, mend, severity, at }) => (
        <Callout
          key={`${at.line}:${at.column} ${message}`}
          tone={severity === "error" ? "fail" : "part"}
          className="mt-2"
        >
          <b className="font-semibold">
            <TextWithCode text={message} />
          </b>{" "}
          <TextWithCode text={mend} />
        </Callout>
      ))}
    </div>
  );
}

type ArrowsProps = Pick<Props, "node" | "design" | "text" | "faults"> & { onText: (text: string) => void };

function Arrows({ node, design, text, faults, onText }: ArrowsProps) {
  const out = design.edges.filter(({ from }) => from === node.id);
  const back = design.edges.filter(({ to }) => to === node.id);
  if (out.length + back.length === 0) return null;
  return (
    <>
      <h4 className="mt-3 mb-1 text-sm font-medium text-ink-2">Arrows</h4>
      {[...out, ...back].map((edge) => (
        <details key={`${edge.from} ${edge.to}`} className="border-t border-line py-2">
          <summary className="text-sm">
            <ArrowSummary edge={edge} design={design} />
          </summary>
          <ArrowFields edge={edge} design={design} text={text} faults={faults} onText={onText} />
        </details>
      ))}
    </>
  );
}
