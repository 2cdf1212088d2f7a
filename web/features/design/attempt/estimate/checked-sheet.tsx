import { StateMark } from "../../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import type { CheckedEstimate } from "../../types.ts";
import { estimateStates } from "../../wording.ts";
import { Calculator } from "./calculator.tsx";
import { sayQuantity } from "./say-quantity.ts";

type Props = { attemptId: string; checked: readonly CheckedEstimate[] };

/** What was estimated beside what is right, the calculation in words and to be tried, and what the runs showed. */
export function CheckedSheet({ attemptId, checked }: Props) {
  const right = checked.filter(({ state }) => state === "right").length;
  return (
    <>
      <p className="num mb-2 font-medium">
        {right} of {checked.length} right
      </p>
      <ul aria-label="Estimates" className="sheet overflow-hidden">
        {checked.map((estimate) => (
          <li key={estimate.id} className="border-t border-line px-4 py-3 first:border-t-0 sm:px-5">
            <Checked estimate={estimate} />
            {estimate.formula !== null && <Calculator attemptId={attemptId} estimate={estimate} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Checked({ estimate }: { estimate: CheckedEstimate }) {
  const { ask, unit, typed, state, why, right, shown } = estimate;
  const { tone, words } = estimateStates[state];
  return (
    <>
      <div className="grid items-baseline gap-x-6 sm:grid-cols-[minmax(0,1fr)_auto]">
        <p className="font-medium">{ask}</p>
        <StateMark tone={tone}>{words}</StateMark>
      </div>
      <dl className="num mt-1 flex flex-wrap gap-x-6 gap-y-0.5 text-[14px]">
        <Figure name="You">{typed.trim() === "" ? "–" : typed}</Figure>
        <Figure name="Right">
          {typeof right === "number" ? sayQuantity(right, unit) : right.join(" or ")}
          {typeof right === "number" && <Allowed estimate={estimate} right={right} />}
        </Figure>
        {shown && shown.first !== null && <Figure name="First run">{sayQuantity(shown.first, unit)}</Figure>}
        {shown && shown.last !== null && shown.last !== shown.first && (
          <Figure name="Last run">{sayQuantity(shown.last, unit)}</Figure>
        )}
      </dl>
      <p className="mt-1.5 max-w-[68ch] text-[14px] text-ink-2">
        <TextWithCode text={why.trim().replaceAll(/\s*\n\s*/g, " ")} />
      </p>
    </>
  );
}

/** What counted as right: the order of magnitude, not the digits. */
function Allowed({ estimate: { within, unit }, right }: { estimate: CheckedEstimate; right: number }) {
  return (
    <span className="text-ink-3">
      , anything from {sayQuantity(right / within, "")} to {sayQuantity(right * within, unit)} counts
    </span>
  );
}

function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
