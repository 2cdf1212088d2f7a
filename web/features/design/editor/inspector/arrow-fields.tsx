import type { Design, DesignEdge, DesignFault } from "../../../../../src/features/design/model/design.ts";
import { disconnect, setPolicy } from "../../../../../src/features/design/model/language/edit-design.ts";
import { TextButton } from "../../../../ui/button.tsx";
import { edgeLabel, meaningOf } from "../canvas/node-words.ts";
import { EXAMPLES, policiesOf } from "../policies.ts";
import { tryEdit } from "../try-edit.ts";
import { ValueField } from "./value-field.tsx";
import { faultOf } from "./written.ts";

/** An arrow in one line: from where to where, what it means, what was said of it. */
export function ArrowSummary({ edge, design }: { edge: DesignEdge; design: Design }) {
  const label = edgeLabel(edge, design);
  return (
    <>
      <span className="font-mono text-[12.5px]">
        {edge.from} → {edge.to}
      </span>{" "}
      <span className="text-ink-2">
        {edge.kind}
        {label && <span className="num"> · {label}</span>}
      </span>
    </>
  );
}

type Props = {
  edge: DesignEdge;
  design: Design;
  text: string;
  faults: readonly DesignFault[];
  onText: (text: string) => void;
};

/** What can be told of an arrow. */
export function ArrowFields({ edge, design, text, faults, onText }: Props) {
  const { from, to, kind, settings } = edge;
  const source = design.nodes.find(({ id }) => id === from);
  return (
    <div className="mt-1">
      <p className="caption mb-2">
        {source && (
          <>
            <code className="!text-[12px]">{from}</code> {meaningOf(kind, source.type)}.{" "}
          </>
        )}
        <TextButton className="text-sm" onClick={() => onText(disconnect(text, from, to))}>
          Take this arrow away
        </TextButton>
      </p>
      {policiesOf(kind).map((policy) => (
        <ValueField
          key={policy.key}
          parameter={policy}
          value={settings.find(({ key }) => key === policy.key)?.text ?? ""}
          fault={faultOf(settings, policy.key, faults)}
          example={EXAMPLES[policy.key]}
          attempt={(value) => tryEdit(text, setPolicy(text, { from, to }, policy.key, value))}
          onText={onText}
        />
      ))}
    </div>
  );
}
