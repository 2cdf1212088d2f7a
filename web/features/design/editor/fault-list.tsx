import type { DesignFault } from "../../../../src/features/design/model/design.ts";
import { counted } from "../../../../src/lib/text.ts";
import { Sign } from "../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";

type Props = { faults: readonly DesignFault[]; onGo: (fault: DesignFault) => void };

/** What is wrong, where, and the mend; under the text that it speaks of. */
export function FaultList({ faults, onGo }: Props) {
  const errors = faults.filter(({ severity }) => severity === "error").length;
  const counts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(faults.length > errors ? [counted(faults.length - errors, "warning")] : []),
  ];
  return (
    <section data-pane="faults" aria-label="Faults of the design">
      <p aria-live="polite" className="sr-only">
        {counts.join(", ")}
      </p>
      {faults.length > 0 && (
        <ul className="pane-scroll max-h-full">
          {faults.map((fault) => (
            <li key={`${fault.at.line}:${fault.at.column} ${fault.message}`} className="border-t border-line">
              <button
                type="button"
                onClick={() => onGo(fault)}
                className="flex w-full gap-2 px-3 py-1.5 text-left text-sm -outline-offset-2 hover:bg-sunk"
              >
                <span className="shrink-0">
                  <Sign
                    tone={fault.severity === "error" ? "fail" : "part"}
                    label={fault.severity === "error" ? "Error" : "Warning"}
                  />
                </span>
                <span className="num w-5 shrink-0 text-right text-ink-3">{fault.at.line}</span>
                <span>
                  <TextWithCode text={fault.message} />{" "}
                  <span className="text-ink-2">
                    <TextWithCode text={fault.mend} />
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
