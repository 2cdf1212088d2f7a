import { faultsOf } from "../../../../../src/features/design/model/check/faults-of.ts";
import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { Sign } from "../../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";

/** What is wrong with the drawing in this case, as the server saw it last; what any drawing would be told stands in the editor. */
export function FaultsInCase({ design }: { design: Pick<ShownDesign, "design" | "faults"> }) {
  const anywhere = new Set(faultsOf(design.design).map(({ message }) => message));
  const own = design.faults.filter(({ message }) => !anywhere.has(message));
  if (own.length === 0) return null;
  return (
    <ul aria-label="Faults in this case" className="grid gap-1 text-[14px]">
      {own.map(({ severity, message, mend, at }) => (
        <li key={`${at.line}:${at.column} ${message}`} className="flex gap-2">
          <Sign tone={severity === "error" ? "fail" : "part"} label={severity === "error" ? "Error" : "Warning"} />
          <span>
            <TextWithCode text={message} />{" "}
            <span className="text-ink-2">
              <TextWithCode text={mend} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
