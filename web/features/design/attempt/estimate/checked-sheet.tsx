import { StateMark } from "../../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import { formatCount } from "../../run/format-value.ts";
import type { CheckedEstimate } from "../../types.ts";
import { estimateStates } from "../../wording.ts";

/** What was estimated beside what is right, the calculation in words, and what the runs showed. */
export function CheckedSheet({ checked }: { checked: readonly CheckedEstimate[] }) {
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
          </li>
        ))}
      </ul>
    </>
  );
}

function Checked({ estimate }: { estimate: CheckedEstimate }) {
  const { ask, unit, typed, within, state, why, right, shown } = estimate;
  const { tone, words } = estimateStates[state];
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="min-w-0 font-medium">{ask}</p>
        <StateMark tone={tone}>{words}</StateMark>
      </div>
      <dl className="num mt-1 flex flex-wrap gap-x-6 gap-y-0.5 text-[14px]">
        <Figure name="You">{typed.trim() === "" ? "–" : typed}</Figure>
        <Figure name="Right">
          {typeof right === "number" ? `${said(right, unit)}, within × ${within}` : right.join(" or ")}
        </Figure>
        {shown && shown.first !== null && <Figure name="First run">{said(shown.first, unit)}</Figure>}
        {shown && shown.last !== null && shown.last !== shown.first && (
          <Figure name="Last run">{said(shown.last, unit)}</Figure>
        )}
      </dl>
      <p className="mt-1.5 max-w-[68ch] text-[14px] text-ink-2">
        <TextWithCode text={why.trim().replaceAll(/\s*\n\s*/g, " ")} />
      </p>
    </>
  );
}

const said = (value: number | string, unit: string): string =>
  typeof value === "number" ? `${formatCount(value, 3)} ${unit}` : value;

function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-3">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
