import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { StateMark } from "../../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import { formatDollars } from "../../../design/run/format-value.ts";

/** What the last run showed, missed objectives first. */
export function RunOutcome({ run }: { run: NonNullable<ShownDesign["run"]> }) {
  const { number, objectives, incidents, dollarsPerMonth } = run;
  const met = objectives.filter((each) => each.met).length;
  return (
    <section aria-label="The last run">
      <h2 className="mb-2 text-sm font-medium text-ink-2">
        Run {number}:{" "}
        <span className="num">
          {met} of {objectives.length}
        </span>{" "}
        objectives met, <span className="num">{formatDollars(dollarsPerMonth)}</span> a month
      </h2>
      <ul className="sheet divide-y divide-line text-[14px]">
        {objectives
          .toSorted((a, b) => Number(a.met) - Number(b.met))
          .map((each) => (
            <li key={each.id} className="px-4 py-2">
              <StateMark tone={each.met ? "pass" : "fail"} className="!items-baseline">
                <span className="sr-only">{each.met ? "Met: " : "Missed: "}</span>
                <span className="num">{each.said}</span>
              </StateMark>
            </li>
          ))}
      </ul>
      {incidents.length > 0 && (
        <details className="mt-3 text-[14px]">
          <summary>What went wrong in it on purpose</summary>
          <ul className="mt-2 grid gap-2">
            {incidents.map(({ title, said }) => (
              <li key={`${title} ${said}`}>
                <b className="font-medium">{title}.</b>{" "}
                <span className="text-ink-2">
                  <TextWithCode text={said} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
